/**
 * A message on its way, and what may become of it.
 */
import { frame } from './frame.js';
import { encode, type Decoded, type Message } from './iso8583.js';

export type Outcome =
  /** The bank answered this very message; whether the answer is to be believed is for `answers.ts` to say. */
  | { readonly kind: 'answer'; readonly decoded: Decoded }
  /** It was put on the wire, and that is all we know. */
  | { readonly kind: 'silence'; readonly cause: 'NO_ANSWER' | 'BROKEN_LINE' }
  /** Not a byte of it left the house. */
  | { readonly kind: 'unsent' };

export interface Question {
  /** What its answer will be found by. */
  readonly key: string;
  readonly bytes: Buffer;
  /** Called exactly once, and at once: what follows in the same packet must already find the outcome recorded. */
  readonly settle: (outcome: Outcome) => void;
}

/** Which MTI answers which; a repeat is answered like its first. */
const ANSWERS: Readonly<Record<string, string>> = {
  '0100': '0110',
  '0220': '0230',
  '0221': '0230',
  '0420': '0430',
  '0421': '0430',
  '0500': '0510',
  '0501': '0510',
  '0800': '0810',
};

/** Throws `EncodeError` where the message cannot be written. */
export function askWith(message: Message, settle: (outcome: Outcome) => void): Question {
  return { key: keyOfAnswerTo(message), bytes: frame(encode(message)), settle };
}

/** The key of the answer that this request waits for. */
export function keyOfAnswerTo(request: Message): string {
  return key(ANSWERS[request.mti] ?? '', request.fields);
}

/** The key of an answer that came; null where it does not say what it answers. */
export function keyOfAnswer(answer: Message): string | null {
  return answer.fields.has(7) && answer.fields.has(11) ? key(answer.mti, answer.fields) : null;
}

function key(mti: string, fields: ReadonlyMap<number, string>): string {
  // A separator that no field can hold: it is not printable.
  return [mti, fields.get(7), fields.get(11), fields.get(41), fields.get(42)].join('\n');
}
