/**
 * What can happen to the bank's state. Each of these is one line of the book, and nothing else changes the state:
 * it is rebuilt from these lines at every start.
 *
 * Amounts are minor units in a number. That is exact: field 4 has twelve digits, and what is summed up is bounded by
 * the accounts' limits, far below 2^53.
 */
import type { Fields } from './message.js';
import type { ThreedsLine } from './threeds/changes.js';

/** Names one request: acceptor, RRN, STAN and field 7, which a reversal repeats in its fields 42, 37 and 90. */
export type AuthorisationId = string;

/** Between the parts of a name: no field can hold it. */
export const SEPARATOR = '\t';

export function authorisationId(acceptor: string, rrn: string, stan: string, sentAt: string): AuthorisationId {
  return [acceptor, rrn.trimEnd(), stan, sentAt].join(SEPARATOR);
}

export interface Authorised {
  readonly kind: 'AUTHORISED';
  readonly id: AuthorisationId;
  readonly acceptor: string;
  readonly terminal: string;
  readonly rrn: string;
  readonly stan: string;
  readonly sentAt: string;
  /** Masked. */
  readonly card: string;
  readonly cardHash: string;
  /** ISO 4217 number. */
  readonly currency: string;
  readonly amount: number;
  /** What the account holds for it from now on: nothing when declined or when it was an account check. */
  readonly held: number;
  readonly code: string;
  readonly authorisationCode?: string;
  readonly schemeReference?: string;
  /** The authentication (acsTransID) whose CAVV came with it; a CAVV is good once. */
  readonly authentication?: string;
}

export type Change =
  | Authorised
  | { readonly kind: 'REVERSED'; readonly id: AuthorisationId; readonly remaining: number }
  | { readonly kind: 'REVERSAL_REMEMBERED'; readonly id: AuthorisationId }
  | { readonly kind: 'LAPSED'; readonly id: AuthorisationId }
  | { readonly kind: 'CAPTURED'; readonly id: AuthorisationId; readonly batch: string; readonly amount: number }
  | Refunded
  | ItemRejected
  | { readonly kind: 'BATCH_CLOSED'; readonly batch: string; readonly code: string }
  | { readonly kind: 'CLOCK'; readonly acceptor: string; readonly offset_ms: number };

export interface Refunded {
  readonly kind: 'REFUNDED';
  readonly id: AuthorisationId;
  readonly rrn: string;
  readonly batch: string;
  readonly amount: number;
}

export interface ItemRejected {
  readonly kind: 'ITEM_REJECTED';
  readonly item: 'CAPTURE' | 'REFUND';
  readonly rrn: string;
  readonly batch: string;
  readonly amount: number;
  readonly code: string;
}

/** A message that came, without card number, expiry, security code and CAVV. */
export interface MessageIn {
  readonly kind: 'IN';
  readonly mti: string;
  readonly fields: Fields;
  readonly card?: string;
  readonly cardHash?: string;
  /** Why it was answered with 30. */
  readonly fault?: string;
}

/** A message that was decided to be sent. */
export interface MessageOut {
  readonly kind: 'OUT';
  readonly mti: string;
  readonly fields: Fields;
  /** Under this key the same request gets this answer again. */
  readonly key?: string;
  /** What befell it on its way, on demand. */
  readonly befell?: string;
}

export type Line = MessageIn | Change | MessageOut | ThreedsLine;

/** A batch is named by acceptor, currency and number (PROTOCOL.md, tag `BN`). */
export function batchId(acceptor: string, currency: string, number: string): string {
  return [acceptor, currency, number].join(SEPARATOR);
}
