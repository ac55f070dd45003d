/**
 * The states of one authentication: from the card being taken to the issuer's last word, or to nobody's.
 */
import { follow, type Start, type StateTable } from './state-table.js';

export const AUTHENTICATION_STATUSES = ['METHOD', 'REQUESTING', 'CHALLENGE', 'ENDED'] as const;
export type AuthenticationStatus = (typeof AUTHENTICATION_STATUSES)[number];

export const AUTHENTICATION_EVENTS = ['METHOD_OFFERED', 'DIRECTORY_ASKED', 'CHALLENGED', 'RETURNED', 'ENDED'] as const;
export type AuthenticationEvent = (typeof AUTHENTICATION_EVENTS)[number];

const ENDED = { to: 'ENDED', because: 'The issuer has said its last word, or will not say one any more.' } as const;

export const AUTHENTICATION_STATE_TABLE: StateTable<AuthenticationStatus, AuthenticationEvent> = {
  NEW: {
    METHOD_OFFERED: {
      to: 'METHOD',
      because: "The issuer has a method page, and the shopper's browser runs JavaScript.",
    },
    DIRECTORY_ASKED: { to: 'REQUESTING', because: 'Written down; the directory is about to be asked (AReq).' },
  },
  METHOD: {
    DIRECTORY_ASKED: { to: 'REQUESTING', because: 'The method page is done, or its time is over.' },
    ENDED,
  },
  REQUESTING: {
    CHALLENGED: { to: 'CHALLENGE', because: 'The issuer wants the shopper to prove who they are (ARes C).' },
    ENDED,
  },
  CHALLENGE: {
    RETURNED: {
      to: 'CHALLENGE',
      because: "The browser came back; what it brings proves nothing, but the issuer's word is due.",
    },
    ENDED,
  },
  ENDED: {},
};

export function next(status: AuthenticationStatus | Start, event: AuthenticationEvent): AuthenticationStatus {
  return follow(AUTHENTICATION_STATE_TABLE, status, event);
}

/** Why an authentication brought no right to authorise, as the shopper is told: five texts. */
export const NOT_AUTHENTICATED_REASONS = ['FAILED', 'CANCELLED', 'TIMED_OUT', 'UNREACHABLE', 'TECHNICAL'] as const;
export type NotAuthenticatedReason = (typeof NOT_AUTHENTICATED_REASONS)[number];
