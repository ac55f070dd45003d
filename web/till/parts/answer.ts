/**
 * What came of a request that takes no money, and what to tell the member of it.
 */
import type { CombinedError } from '@urql/core';
import type { TillRefusalFragment } from '../../graphql/generated/till/graphql.ts';
import type { MessageKey, Translate } from '../../ui/text.ts';
import { textFor } from './problem.tsx';
import { refusalText } from './refusal.ts';

interface Named {
  readonly __typename: string;
}

export type Answer<Thing> =
  | { readonly kind: 'done'; readonly thing: Thing }
  | { readonly kind: 'refused'; readonly refusal: TillRefusalFragment }
  /** Nobody knows whether the API heard of it. */
  | { readonly kind: 'lost'; readonly error: CombinedError | undefined };

export function answerOf<Given extends Named>(
  given: Given | undefined,
  error: CombinedError | undefined,
): Answer<Exclude<Given, { readonly __typename: 'Refusal' }>> {
  if (!given) return { kind: 'lost', error };
  if (isRefusal(given)) return { kind: 'refused', refusal: given };
  return { kind: 'done', thing: given as Exclude<Given, { readonly __typename: 'Refusal' }> };
}

function isRefusal(given: Named): given is Named & TillRefusalFragment {
  return given.__typename === 'Refusal';
}

/** What went wrong, and at which field; null for none in particular. */
export interface Fault {
  readonly text: string;
  readonly path: string | null;
}

/** What a field of the form must be, by the API's name of it: said in place of the API's own sentence, which is English. */
export type Wanted = Readonly<Record<string, MessageKey>>;

export function faultOf(answer: Answer<unknown>, t: Translate, wanted: Wanted): Fault | null {
  if (answer.kind === 'done') return null;
  if (answer.kind === 'lost') {
    const because = answer.error ? t(textFor(answer.error)) : '';
    return { text: `${because} ${t('till.office.lost')}`.trim(), path: null };
  }
  const { refusal } = answer;
  const key = refusal.code === 'INPUT_INVALID' ? wanted[refusal.path ?? ''] : undefined;
  return { text: key ? t(key) : refusalText(refusal, t), path: refusal.path ?? null };
}
