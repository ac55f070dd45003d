/**
 * What became of a request that changes something.
 */
import type { CombinedError } from '@urql/core';
import type { TillRefusalFragment } from '../graphql/generated/till/graphql.ts';

export type Told =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: TillRefusalFragment }
  /** Nobody knows whether the API heard of it: to be asked again with the same key, or to be looked at. */
  | { readonly kind: 'lost'; readonly error: CombinedError | undefined };

export function toldOf(answer: { readonly __typename: string } | undefined, error: CombinedError | undefined): Told {
  if (!answer) return { kind: 'lost', error };
  if (answer.__typename === 'Refusal') return { kind: 'refused', refusal: answer as unknown as TillRefusalFragment };
  return { kind: 'done' };
}
