/**
 * What a payment is worth at each moment, written from the words of the domain alone: what was approved either waits for a word of the
 * shop, waits for its remittance, travels in one, was given up, or was taken; and what was taken may be given back once.
 */
import type { TransactionEvent } from '../../../server/core/transaction.js';

export interface Ledger {
  readonly status: string;
  readonly approved: number;
  readonly waiting: number;
  readonly travelling: number;
  readonly taken: number;
  readonly promisedBack: number;
  readonly givenBack: number;
}

export const BLANK: Ledger = {
  status: 'NEW',
  approved: 0,
  waiting: 0,
  travelling: 0,
  taken: 0,
  promisedBack: 0,
  givenBack: 0,
};

type Move = (ledger: Ledger, amount: number) => Ledger | null;

/** Only there; null where the sum cannot be. */
const from =
  (statuses: readonly string[], move: Move): Move =>
  (ledger, amount) =>
    statuses.includes(ledger.status) ? move(ledger, amount) : null;

const to = (ledger: Ledger, status: string, changes: Partial<Ledger> = {}): Ledger => ({
  ...ledger,
  ...changes,
  status,
});
const OPEN = ['TO_VALIDATE', 'TO_CAPTURE'];

/** A payment that is asked for once; null is what may not happen. */
export const MOVES: Partial<Record<TransactionEvent, Move>> = {
  AUTHORISATION_REQUESTED: from(['NEW'], ledger => to(ledger, 'AUTHORISING')),
  AUTHORISED_FOR_CAPTURE: from(['AUTHORISING'], approve('TO_CAPTURE')),
  AUTHORISED_FOR_VALIDATION: from(['AUTHORISING'], approve('TO_VALIDATE')),
  DECLINED: from(['AUTHORISING'], ledger => to(ledger, 'DECLINED')),
  ANSWER_MISSING: from(['AUTHORISING'], ledger => to(ledger, 'UNKNOWN')),
  REVERSAL_CONFIRMED: from(['UNKNOWN'], ledger => to(ledger, 'REVERSED')),
  // What the shop does not ask for of what waits is given up at once.
  VALIDATED: from(['TO_VALIDATE'], (ledger, amount) =>
    amount < 1 || amount > ledger.waiting ? null : to(ledger, 'TO_CAPTURE', { waiting: amount }),
  ),
  VALIDATION_LAPSED: from(['TO_VALIDATE'], all('EXPIRED')),
  CANCELLED: from(OPEN, all('CANCELLED')),
  CANCELLED_IN_PART: from(OPEN, (ledger, amount) =>
    amount < 1 || amount >= ledger.waiting ? null : { ...ledger, waiting: ledger.waiting - amount },
  ),
  HELD: from(['TO_CAPTURE'], ledger => ledger),
  HOLD_RELEASED: from(['TO_CAPTURE'], ledger => ledger),
  REMITTANCE_CLOSED: from(['TO_CAPTURE'], (ledger, amount) =>
    amount === ledger.waiting ? to(ledger, 'REMITTING', { waiting: 0, travelling: amount }) : null,
  ),
  CAPTURE_ACCEPTED: from(['REMITTING'], (ledger, amount) =>
    amount === ledger.travelling ? to(ledger, 'CAPTURED', { travelling: 0, taken: amount }) : null,
  ),
  CAPTURE_REJECTED: from(['REMITTING'], (ledger, amount) =>
    amount === ledger.travelling ? to(ledger, 'TO_CAPTURE', { travelling: 0, waiting: amount }) : null,
  ),
  // Never more together than was taken.
  REFUND_REQUESTED: from(['CAPTURED'], (ledger, amount) =>
    amount < 1 || amount > ledger.taken - ledger.promisedBack - ledger.givenBack
      ? null
      : { ...ledger, promisedBack: ledger.promisedBack + amount },
  ),
  REFUND_CREDITED: from(['CAPTURED'], (ledger, amount) =>
    amount > ledger.promisedBack
      ? null
      : { ...ledger, promisedBack: ledger.promisedBack - amount, givenBack: ledger.givenBack + amount },
  ),
  REFUND_FREED: from(['CAPTURED'], (ledger, amount) =>
    amount > ledger.promisedBack ? null : { ...ledger, promisedBack: ledger.promisedBack - amount },
  ),
};

function approve(status: string): Move {
  return (ledger, amount) => (amount < 1 ? null : to(ledger, status, { approved: amount, waiting: amount }));
}

function all(status: string): Move {
  return (ledger, amount) => (amount === ledger.waiting ? to(ledger, status, { waiting: 0 }) : null);
}
