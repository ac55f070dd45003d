/**
 * Messages as answers: what came back is compared with what was asked, and only what fits in every point is believed.
 */
import type { AdviceAnswer, AdviceAnswered, AuthorisationAnswer, MaskedMessage, Unanswered } from '../../core/ports.js';
import type { Decoded, Message } from './iso8583.js';
import { hide, mask, secretsOf } from './mask.js';
import type { Outcome } from './question.js';
import { decodeTags, type Tags } from './tags.js';

/** What an answer repeats of its request, besides the identity it was found by. */
const REPEATED = [3, 4, 7, 11, 32, 37, 41, 42, 49, 50] as const;
export type Expected = ReadonlyMap<number, string>;

export interface Believed {
  readonly fields: ReadonlyMap<number, string>;
  readonly responseCode: string;
  readonly tags: Tags;
}

/** What may be remembered of a request for as long as its answer may come: nothing of the card. */
export function expectedOf(request: Message): Expected {
  const repeated = new Map<number, string>();
  for (const number of REPEATED) {
    const value = request.fields.get(number);
    if (value !== undefined) repeated.set(number, value);
  }
  return repeated;
}

export function judge({ message, fault }: Decoded, expected: Expected): Believed | 'UNREADABLE' | 'MISMATCH' {
  const responseCode = message.fields.get(39);
  const tags = decodeTags(message.fields.get(48) ?? '');
  if (fault || !tags || responseCode?.length !== 2) return 'UNREADABLE';
  for (const [number, value] of expected) if (message.fields.get(number) !== value) return 'MISMATCH';
  return { fields: message.fields, responseCode, tags };
}

export function authorisationAnswer(request: Message, outcome: Outcome): AuthorisationAnswer {
  const heard = hear(request, outcome);
  if ('kind' in heard) return heard;
  const { believed, request: asked, answer } = heard;
  const secrets = secretsOf(request);
  const reference = believed.tags.ST ?? null;
  return {
    kind: 'answered',
    responseCode: believed.responseCode,
    authorisationCode: believed.fields.get(38) ?? null,
    // A host that puts the card number here must not get it into our books.
    schemeTransactionId: reference === null || hide(reference, secrets) !== reference ? null : reference,
    securityCodeResult: believed.tags.SR ?? null,
    request: asked,
    answer,
  };
}

export function adviceAnswer(request: Message, outcome: Outcome): AdviceAnswer {
  const heard = hear(request, outcome);
  if ('kind' in heard) return heard;
  const { believed, request: asked, answer } = heard;
  return {
    kind: 'answered',
    responseCode: believed.responseCode,
    bankTotals: answer[0] === '0510' ? totals(believed.fields) : null,
    request: asked,
    answer,
  };
}

interface Heard {
  readonly believed: Believed;
  readonly request: MaskedMessage;
  readonly answer: MaskedMessage;
}

function hear(request: Message, outcome: Outcome): Heard | Unanswered {
  if (outcome.kind === 'unsent') return { kind: 'unknown', cause: 'UNREACHABLE', request: null, answer: null };
  const asked = mask(request);
  if (outcome.kind === 'silence') return { kind: 'unknown', cause: outcome.cause, request: asked, answer: null };
  const answer = mask(outcome.decoded.message, secretsOf(request));
  const believed = judge(outcome.decoded, expectedOf(request));
  if (typeof believed === 'string') return { kind: 'unknown', cause: believed, request: asked, answer };
  return { believed, request: asked, answer };
}

/** All four or nothing: a host that refuses the message does not count. */
function totals(fields: ReadonlyMap<number, string>): AdviceAnswered['bankTotals'] {
  const [creditCount, debitCount, credits, debits] = [74, 76, 86, 88].map(number => fields.get(number));
  if (!creditCount || !debitCount || !credits || !debits) return null;
  return {
    debits: BigInt(debits),
    credits: BigInt(credits),
    debitCount: Number(debitCount),
    creditCount: Number(creditCount),
  };
}
