/**
 * The states of a refund. It cannot be cancelled; every no gives its amount back to what may still be refunded.
 */
import { follow, hasArrow, isLast, type Start, type StateTable } from './state-table.js';

export const REFUND_STATUSES = [
  'TO_APPROVE',
  'TO_CREDIT',
  'REMITTING',
  'CREDITED',
  'DENIED',
  'LAPSED',
  'REJECTED',
] as const;
export type RefundStatus = (typeof REFUND_STATUSES)[number];

export const REFUND_STATUS_MEANINGS: Readonly<Record<RefundStatus, string>> = {
  TO_APPROVE: "Above the shop's threshold; waits for a second member.",
  TO_CREDIT: 'Will travel in the next remittance.',
  REMITTING: 'In a closed remittance, not yet answered by the bank.',
  CREDITED: 'The bank has taken it; the shopper gets the money.',
  DENIED: 'A second member said no.',
  LAPSED: 'Nobody approved it in time.',
  REJECTED: 'The bank did not take it.',
};

export const REFUND_EVENTS = [
  'REQUESTED',
  'REQUESTED_FOR_APPROVAL',
  'APPROVED',
  'DENIED',
  'LAPSED',
  'REMITTANCE_CLOSED',
  'CREDIT_ACCEPTED',
  'CREDIT_REJECTED',
] as const;
export type RefundEvent = (typeof REFUND_EVENTS)[number];

export const REFUND_TABLE: StateTable<RefundStatus, RefundEvent> = {
  NEW: {
    REQUESTED: { to: 'TO_CREDIT', because: 'A member or a key asked for an amount that needs no second pair of eyes.' },
    REQUESTED_FOR_APPROVAL: { to: 'TO_APPROVE', because: "The amount is above the shop's threshold." },
  },
  TO_APPROVE: {
    APPROVED: { to: 'TO_CREDIT', because: 'A member other than the one who asked approved it.' },
    DENIED: { to: 'DENIED', because: 'A member said no.' },
    LAPSED: { to: 'LAPSED', because: 'The time for approving it passed.' },
  },
  TO_CREDIT: {
    REMITTANCE_CLOSED: { to: 'REMITTING', because: 'The remittance that carries it was closed.' },
  },
  REMITTING: {
    CREDIT_ACCEPTED: { to: 'CREDITED', because: 'The bank answered its 0220 with 00.' },
    CREDIT_REJECTED: { to: 'REJECTED', because: 'The bank answered its 0220 with another code.' },
  },
  CREDITED: {},
  DENIED: {},
  LAPSED: {},
  REJECTED: {},
};

export function next(status: RefundStatus | Start, event: RefundEvent): RefundStatus {
  return follow(REFUND_TABLE, status, event);
}

export function can(status: RefundStatus | Start, event: RefundEvent): boolean {
  return hasArrow(REFUND_TABLE, status, event);
}

export function isFinal(status: RefundStatus): boolean {
  return isLast(REFUND_TABLE, status);
}
