/**
 * Authorisations that ended without a usable answer, remembered for as long as one may still come.
 */
import type { Clock, LateAnswer, MessageIdentity } from '../../core/ports.js';
import { judge, type Expected } from './answers.js';
import type { Decoded } from './iso8583.js';
import { mask } from './mask.js';
import { keyOfAnswer } from './question.js';

/** Who asked: what the core knows the authorisation by. */
export type Asked = MessageIdentity & { readonly rrn: string };

interface Remembered {
  readonly asked: Asked;
  readonly expected: Expected;
  readonly forgetAt_ms: number;
  /** Response codes already told, so that a host that repeats itself is heard once, and one that changes its mind again. */
  readonly told: Set<string>;
}

export class LateAnswers {
  /** In the order in which they will be forgotten. */
  readonly #remembered = new Map<string, Remembered>();

  constructor(
    private readonly clock: Clock,
    private readonly most: number,
    private readonly lifetime_ms: number,
  ) {}

  get size(): number {
    return this.#remembered.size;
  }

  remember(key: string, asked: Asked, expected: Expected): void {
    const now_ms = this.clock.monotonic_ms();
    for (const [oldest, { forgetAt_ms }] of this.#remembered) {
      if (forgetAt_ms > now_ms && this.#remembered.size < this.most) break;
      this.#remembered.delete(oldest);
    }
    const { stan, transmittedAt, terminal, acceptor, rrn } = asked;
    this.#remembered.set(key, {
      // Field by field: the request itself holds a card number, and must not live on here.
      asked: { stan, transmittedAt, terminal, acceptor, rrn },
      expected,
      forgetAt_ms: now_ms + this.lifetime_ms,
      told: new Set(),
    });
  }

  /** The late answer that this message is, or null: not awaited, already told, or not to be believed. */
  recognise(decoded: Decoded): LateAnswer | null {
    const remembered = this.#remembered.get(keyOfAnswer(decoded.message) ?? '');
    if (!remembered || remembered.forgetAt_ms <= this.clock.monotonic_ms()) return null;
    const believed = judge(decoded, remembered.expected);
    if (typeof believed === 'string' || remembered.told.has(believed.responseCode)) return null;
    remembered.told.add(believed.responseCode);
    return {
      ...remembered.asked,
      responseCode: believed.responseCode,
      authorisationCode: believed.fields.get(38) ?? null,
      answer: mask({ mti: decoded.message.mti, fields: onlyUnderstood(decoded, remembered.expected) }),
    };
  }
}

/** Of the card nothing was remembered that could be searched for in the rest, so the rest is not kept. */
function onlyUnderstood({ message }: Decoded, expected: Expected): ReadonlyMap<number, string> {
  return new Map([...message.fields].filter(([number]) => expected.has(number) || number === 38 || number === 39));
}
