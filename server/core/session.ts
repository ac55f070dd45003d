/**
 * The states of a payment session: one order to be paid, with at most one successful transaction.
 */
import { follow, hasArrow, isLast, type Start, type StateTable } from './state-table.js';

export const SESSION_STATUSES = ['OPEN', 'PROCESSING', 'PAID', 'REFUSED', 'CANCELLED', 'EXPIRED'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_STATUS_MEANINGS: Readonly<Record<SessionStatus, string>> = {
  OPEN: 'Waiting for the shopper to enter a card.',
  PROCESSING: 'An attempt is under way: being authenticated, authorised, reversed or reviewed. Never expires.',
  PAID: 'One transaction of this session was authorised.',
  REFUSED: 'No attempt is left.',
  CANCELLED: 'Cancelled by the shopper or by the shop before it was paid.',
  EXPIRED: 'Its time ran out before it was paid.',
};

export const SESSION_EVENTS = [
  'OPENED',
  'ATTEMPT_STARTED',
  'ATTEMPT_ENDED',
  'PAID',
  'ATTEMPTS_USED_UP',
  'CANCELLED',
  'EXPIRED',
  'EXTENDED',
] as const;
export type SessionEvent = (typeof SESSION_EVENTS)[number];

export const SESSION_TABLE: StateTable<SessionStatus, SessionEvent> = {
  NEW: {
    OPENED: { to: 'OPEN', because: "The merchant's server or a member asked for an order to be paid." },
  },
  OPEN: {
    ATTEMPT_STARTED: { to: 'PROCESSING', because: 'A card was entered and its transaction written down.' },
    CANCELLED: { to: 'CANCELLED', because: 'The shopper or the shop gave the order up.' },
    EXPIRED: { to: 'EXPIRED', because: 'Its time ran out with no attempt under way.' },
    EXTENDED: { to: 'OPEN', because: 'The shopper asked for more time.' },
  },
  PROCESSING: {
    ATTEMPT_ENDED: {
      to: 'OPEN',
      because: 'The attempt was refused, declined, abandoned or reversed, and another one is left.',
    },
    PAID: { to: 'PAID', because: 'The attempt was authorised and, where it was held for review, accepted.' },
    ATTEMPTS_USED_UP: { to: 'REFUSED', because: 'The attempt brought no money and was the last one.' },
    CANCELLED: {
      to: 'CANCELLED',
      because: 'The shopper or the shop gave the order up while nothing was being asked of the acquirer.',
    },
  },
  PAID: {},
  REFUSED: {},
  CANCELLED: {},
  EXPIRED: {},
};

export function next(status: SessionStatus | Start, event: SessionEvent): SessionStatus {
  return follow(SESSION_TABLE, status, event);
}

export function can(status: SessionStatus | Start, event: SessionEvent): boolean {
  return hasArrow(SESSION_TABLE, status, event);
}

export function isFinal(status: SessionStatus): boolean {
  return isLast(SESSION_TABLE, status);
}
