/**
 * The states of a transaction: one attempt to take money from one card. The table itself is in `transaction-table.ts`.
 */
import { follow, hasArrow, isLast, type Start } from './state-table.js';
import { TRANSACTION_TABLE } from './transaction-table.js';

export const TRANSACTION_STATUSES = [
  'AUTHENTICATING',
  'AUTHORISING',
  'UNKNOWN',
  'REVERSED',
  'REFUSED',
  'DECLINED',
  'TO_REVIEW',
  'TO_VALIDATE',
  'TO_AUTHORISE',
  'TO_CAPTURE',
  'REMITTING',
  'CAPTURED',
  'CANCELLED',
  'EXPIRED',
] as const;
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number];

/** The coarse answer to "is it paid?", for those who need no more. */
export const OUTCOMES = ['PENDING', 'UNPAID', 'ACCEPTED', 'PAID'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_OF: Readonly<Record<TransactionStatus, Outcome>> = {
  AUTHENTICATING: 'PENDING',
  AUTHORISING: 'PENDING',
  UNKNOWN: 'PENDING',
  REVERSED: 'UNPAID',
  REFUSED: 'UNPAID',
  DECLINED: 'UNPAID',
  TO_REVIEW: 'PENDING',
  TO_VALIDATE: 'ACCEPTED',
  TO_AUTHORISE: 'ACCEPTED',
  TO_CAPTURE: 'ACCEPTED',
  REMITTING: 'ACCEPTED',
  CAPTURED: 'PAID',
  CANCELLED: 'UNPAID',
  EXPIRED: 'UNPAID',
};

export const TRANSACTION_STATUS_MEANINGS: Readonly<Record<TransactionStatus, string>> = {
  AUTHENTICATING: 'The card is taken; 3-D Secure is under way.',
  AUTHORISING: 'Written down; the acquirer has been or is about to be asked.',
  UNKNOWN: 'There is no usable answer to the authorisation; a reversal is working it off.',
  REVERSED: 'Never answered; the bank has confirmed that nothing is held.',
  REFUSED: 'Authentication, risk or a rule of the shop said no, with a reason.',
  DECLINED: 'The issuer said no, with a response code and advice.',
  TO_REVIEW: 'Authorised, but held by a risk rule for a person to accept or refuse.',
  TO_VALIDATE: 'Authorised; to be validated before its validation deadline.',
  TO_AUTHORISE: 'Its authorisation lapsed before its capture day; it will be authorised again when due.',
  TO_CAPTURE: 'Will travel in the remittance of its capture day.',
  REMITTING: 'In a closed remittance, not yet acknowledged.',
  CAPTURED: 'Remitted and acknowledged.',
  CANCELLED: 'Cancelled before remittance.',
  EXPIRED: 'Not validated in time, or not authorised again.',
};

export const TRANSACTION_EVENTS = [
  'AUTHENTICATION_STARTED',
  'AUTHENTICATION_REFUSED',
  'RULE_REFUSED',
  'AUTHORISATION_REQUESTED',
  'AUTHORISED_FOR_CAPTURE',
  'AUTHORISED_FOR_VALIDATION',
  'AUTHORISED_FOR_REVIEW',
  'DECLINED',
  'SOFT_DECLINED',
  'REAUTHORISATION_DECLINED',
  'ANSWER_MISSING',
  'REVERSAL_CONFIRMED',
  'REAUTHORISATION_REVERSED',
  'REVIEW_ACCEPTED_FOR_CAPTURE',
  'REVIEW_ACCEPTED_FOR_VALIDATION',
  'REVIEW_REFUSED',
  'REVIEW_LAPSED',
  'VALIDATED',
  'VALIDATED_AFTER_LAPSE',
  'VALIDATION_LAPSED',
  'AUTHORISATION_LAPSED',
  'REAUTHORISATION_LAPSED',
  'CANCELLED',
  'CANCELLED_IN_PART',
  'REMITTANCE_CLOSED',
  'CAPTURE_ACCEPTED',
  'CAPTURE_REJECTED',
  'HELD',
  'HOLD_RELEASED',
  'LATE_APPROVAL',
  'RELEASE_REQUESTED',
  'RELEASE_CONFIRMED',
  'REFUND_REQUESTED',
  'REFUND_CREDITED',
  'REFUND_FREED',
  'CHARGED_BACK',
  'CHARGEBACK_WON',
] as const;
export type TransactionEvent = (typeof TRANSACTION_EVENTS)[number];

/** The status that `event` leads to; an event that may not come is a bug and throws. */
export function next(status: TransactionStatus | Start, event: TransactionEvent): TransactionStatus {
  return follow(TRANSACTION_TABLE, status, event);
}

export function can(status: TransactionStatus | Start, event: TransactionEvent): boolean {
  return hasArrow(TRANSACTION_TABLE, status, event);
}

/** Final states absorb: late answers, releases and refunds may still be noted, the status stays. */
export function isFinal(status: TransactionStatus): boolean {
  return isLast(TRANSACTION_TABLE, status);
}

/** One payment per order: whether a transaction in this status keeps other sessions of its order from paying. */
export function holdsOrder(status: TransactionStatus): boolean {
  return status === 'AUTHORISING' || status === 'UNKNOWN' || status === 'TO_REVIEW' || isPaidFor(status);
}

/** Whether the shopper has paid as far as the shopper is concerned: accepted by the bank, or already captured. */
export function isPaidFor(status: TransactionStatus): boolean {
  return OUTCOME_OF[status] === 'ACCEPTED' || OUTCOME_OF[status] === 'PAID';
}
