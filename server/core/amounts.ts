/**
 * The amounts of a transaction, folded from its journal.
 *
 * At every instant `authorised = cancelled + toValidate + toCapture + remitting + captured`. While a transaction is
 * authorised again the equation still speaks of the former authorisation; the new yes starts it afresh: `authorised`
 * becomes what was still open, and what had been cancelled of the former authorisation leaves the equation with it.
 * What is held for review is counted as to be validated: both wait for a person's word.
 */
import type { Start } from './state-table.js';
import { next, type TransactionEvent, type TransactionStatus } from './transaction.js';

export interface Amounts {
  /** The latest authorisation. */
  readonly authorised: bigint;
  readonly cancelled: bigint;
  readonly toValidate: bigint;
  readonly toCapture: bigint;
  readonly remitting: bigint;
  readonly captured: bigint;
  /** Asked for, not yet credited. */
  readonly refundPending: bigint;
  readonly refunded: bigint;
  readonly chargedBack: bigint;
}

export interface JournalEntry {
  readonly event: TransactionEvent;
  /** Minor units; what it means is said beside each event in `EFFECTS`. */
  readonly amount: bigint;
}

export interface Folded {
  readonly status: TransactionStatus | Start;
  readonly amounts: Amounts;
}

export const NO_AMOUNTS: Amounts = {
  authorised: 0n,
  cancelled: 0n,
  toValidate: 0n,
  toCapture: 0n,
  remitting: 0n,
  captured: 0n,
  refundPending: 0n,
  refunded: 0n,
  chargedBack: 0n,
};

export const EMPTY_JOURNAL: Folded = { status: 'NEW', amounts: NO_AMOUNTS };

export function foldJournal(entries: Iterable<JournalEntry>): Folded {
  let folded = EMPTY_JOURNAL;
  for (const entry of entries) folded = applyEvent(folded, entry);
  return folded;
}

/** The state after one more entry. An entry that may not come, or whose amount cannot be, is a bug and throws. */
export function applyEvent(before: Folded, entry: JournalEntry): Folded {
  const status = next(before.status, entry.event);
  if (entry.amount < 0n) throw new Error(`${entry.event} carries a negative amount.`);
  const amounts = EFFECTS[entry.event](before.amounts, entry.amount);
  const complaint = complaintAbout(amounts);
  if (complaint) throw new Error(`${entry.event} of ${entry.amount} in ${before.status}: ${complaint}`);
  return { status, amounts };
}

/** What may still be captured: validated or not. */
export function openAmount(amounts: Amounts): bigint {
  return amounts.toValidate + amounts.toCapture;
}

/** What a new refund may be at most. A chargeback after refunds can take more than was left; then it is nothing. */
export function refundableAmount(amounts: Amounts): bigint {
  const left = amounts.captured - amounts.refunded - amounts.refundPending - amounts.chargedBack;
  return left > 0n ? left : 0n;
}

/** Whether what is being asked (or reversed) in `AUTHORISING` or `UNKNOWN` is a second authorisation. */
export function isReauthorisation(amounts: Pick<Amounts, 'toCapture'>): boolean {
  return amounts.toCapture > 0n;
}

function complaintAbout(amounts: Amounts): string | undefined {
  const { authorised, cancelled, toValidate, toCapture, remitting, captured } = amounts;
  if (Object.values<bigint>({ ...amounts }).some(amount => amount < 0n)) return 'an amount falls below zero.';
  if (authorised !== cancelled + toValidate + toCapture + remitting + captured)
    return 'authorised is not what was cancelled, is open and was captured.';
  if (amounts.refunded + amounts.refundPending > captured) return 'more is refunded than was captured.';
  if (amounts.chargedBack > captured) return 'more is charged back than was captured.';
  return undefined;
}

function someOf(amount: bigint): bigint {
  if (amount === 0n) throw new Error('Nothing is not an amount.');
  return amount;
}

function exactly(expected: bigint, amount: bigint): bigint {
  if (amount !== expected) throw new Error(`The amount has to be all there is, ${expected}, not ${amount}.`);
  return amount;
}

function atMost(limit: bigint, amount: bigint): bigint {
  if (amount > limit) throw new Error(`The amount is at most ${limit}, not ${amount}.`);
  return amount;
}

type Effect = (amounts: Amounts, amount: bigint) => Amounts;

/** The amount is only noted: what was asked, declined, released or approved too late. */
const noted: Effect = amounts => amounts;

const ofFirst =
  (effect: Effect): Effect =>
  (amounts, amount) => {
    if (isReauthorisation(amounts)) throw new Error('This event belongs to a first authorisation.');
    return effect(amounts, amount);
  };

const ofSecond =
  (effect: Effect): Effect =>
  (amounts, amount) => {
    if (!isReauthorisation(amounts)) throw new Error('This event belongs to a second authorisation.');
    return effect(amounts, amount);
  };

/** The amount is what was authorised, and goes into `pot`. */
const authorisedInto = (pot: 'toValidate' | 'toCapture'): Effect =>
  ofFirst((_, amount) => ({ ...NO_AMOUNTS, authorised: someOf(amount), [pot]: amount }));

/** The amount is what is asked for: the second time exactly what is open. */
const asked: Effect = (amounts, amount) => {
  if (isReauthorisation(amounts)) exactly(amounts.toCapture, amount);
  return amounts;
};

/** The amount is what was authorised; the second time exactly what was open, and the equation starts afresh. */
const authorisedForCapture: Effect = (amounts, amount) =>
  isReauthorisation(amounts)
    ? { ...NO_AMOUNTS, authorised: exactly(amounts.toCapture, amount), toCapture: amount }
    : authorisedInto('toCapture')(amounts, amount);

/** The amount is all that is in `from`. */
const allOf =
  (from: 'toValidate' | 'toCapture' | 'remitting', to: keyof Amounts): Effect =>
  (amounts, amount) => ({
    ...amounts,
    [from]: 0n,
    [to]: amounts[to] + exactly(amounts[from], amount),
  });

/** The amount is all that is open; it is cancelled. */
const allCancelled: Effect = (amounts, amount) => ({
  ...amounts,
  toValidate: 0n,
  toCapture: 0n,
  cancelled: amounts.cancelled + exactly(openAmount(amounts), amount),
});

/** The amount is the part that is cancelled; something stays open. */
const partCancelled: Effect = (amounts, amount) => {
  if (amount >= openAmount(amounts)) throw new Error('A cancellation in part leaves something open.');
  const pot = amounts.toValidate > 0n ? 'toValidate' : 'toCapture';
  return { ...amounts, [pot]: amounts[pot] - someOf(amount), cancelled: amounts.cancelled + amount };
};

/** The amount is what the shop released; the rest is cancelled at once. */
const validated: Effect = (amounts, amount) => ({
  ...amounts,
  toValidate: 0n,
  toCapture: amounts.toCapture + someOf(amount),
  cancelled: amounts.cancelled + amounts.toValidate - atMost(amounts.toValidate, amount),
});

const refundRequested: Effect = (amounts, amount) => ({
  ...amounts,
  refundPending: amounts.refundPending + atMost(refundableAmount(amounts), someOf(amount)),
});

const refundCredited: Effect = (amounts, amount) => ({
  ...amounts,
  refundPending: amounts.refundPending - amount,
  refunded: amounts.refunded + amount,
});

const EFFECTS: { readonly [E in TransactionEvent]: Effect } = {
  AUTHENTICATION_STARTED: noted,
  AUTHENTICATION_REFUSED: noted,
  RULE_REFUSED: noted,
  AUTHORISATION_REQUESTED: asked,
  AUTHORISED_FOR_CAPTURE: authorisedForCapture,
  AUTHORISED_FOR_VALIDATION: authorisedInto('toValidate'),
  AUTHORISED_FOR_REVIEW: authorisedInto('toValidate'),
  DECLINED: ofFirst(noted),
  SOFT_DECLINED: ofFirst(noted),
  REAUTHORISATION_DECLINED: ofSecond(allCancelled),
  ANSWER_MISSING: noted,
  REVERSAL_CONFIRMED: ofFirst(noted),
  REAUTHORISATION_REVERSED: ofSecond(noted),
  REVIEW_ACCEPTED_FOR_CAPTURE: allOf('toValidate', 'toCapture'),
  REVIEW_ACCEPTED_FOR_VALIDATION: noted,
  REVIEW_REFUSED: allCancelled,
  REVIEW_LAPSED: allCancelled,
  VALIDATED: validated,
  VALIDATED_AFTER_LAPSE: validated,
  VALIDATION_LAPSED: allCancelled,
  AUTHORISATION_LAPSED: noted,
  REAUTHORISATION_LAPSED: allCancelled,
  CANCELLED: allCancelled,
  CANCELLED_IN_PART: partCancelled,
  REMITTANCE_CLOSED: allOf('toCapture', 'remitting'),
  CAPTURE_ACCEPTED: allOf('remitting', 'captured'),
  CAPTURE_REJECTED: allOf('remitting', 'toCapture'),
  HELD: noted,
  HOLD_RELEASED: noted,
  LATE_APPROVAL: noted,
  RELEASE_REQUESTED: noted,
  RELEASE_CONFIRMED: noted,
  REFUND_REQUESTED: refundRequested,
  REFUND_CREDITED: refundCredited,
  REFUND_FREED: (amounts, amount) => ({ ...amounts, refundPending: amounts.refundPending - amount }),
  CHARGED_BACK: (amounts, amount) => ({ ...amounts, chargedBack: amounts.chargedBack + amount }),
  CHARGEBACK_WON: (amounts, amount) => ({ ...amounts, chargedBack: amounts.chargedBack - amount }),
};
