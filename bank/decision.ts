/**
 * What the rules of the bank are given, and what they give back. They change nothing themselves.
 */
import type { Change } from './changes.js';
import type { Ledger } from './ledger.js';
import type { Fields } from './message.js';

export interface Context {
  readonly ledger: Ledger;
  /** By the acceptor's clock. */
  readonly now: Date;
  /** The book knows cards by this only. */
  readonly hash: (cardNumber: string) => string;
  /** Letters and digits that no other message was given. */
  readonly reference: (purpose: string, length: number) => string;
}

export interface Decision {
  /** Field 39. */
  readonly code: string;
  readonly changes: readonly Change[];
  /** What the answer carries besides. */
  readonly added?: Fields;
}
