/**
 * How an authentication (EMV 3-D Secure 2.1 and 2.2) may end, and what each end allows.
 */
import type { Brand } from './card.js';

export const AUTHENTICATION_OUTCOMES = [
  'NOT_ENROLLED',
  'NOT_REQUESTED',
  'AUTHENTICATED',
  'ATTEMPTED',
  'INFORMATIONAL',
  'UNAVAILABLE',
  'FAILED',
  'REJECTED',
  'ABANDONED',
] as const;
export type AuthenticationOutcome = (typeof AUTHENTICATION_OUTCOMES)[number];

interface OutcomeRow {
  readonly meaning: string;
  /** EMV 3-D Secure `transStatus` values that lead here. */
  readonly transStatus: readonly TransStatus[];
  readonly mayAuthorise: 'YES' | 'NO' | 'AS_THE_SHOP_SAYS';
  /** Whether ECI and CAVV go into the authorisation request. */
  readonly carriesProof: boolean;
}

/** `transStatus` of ARes and RReq that end an authentication. `C` (challenge) does not: what follows it does. */
export type TransStatus = 'Y' | 'A' | 'I' | 'U' | 'N' | 'R' | 'D';

export const AUTHENTICATION_TABLE: Readonly<Record<AuthenticationOutcome, OutcomeRow>> = {
  NOT_ENROLLED: {
    meaning: 'The shop or the card does not take part in 3-D Secure.',
    transStatus: [],
    mayAuthorise: 'YES',
    carriesProof: false,
  },
  NOT_REQUESTED: {
    meaning: 'A telephone order, or initiated by the merchant: there is nobody to ask.',
    transStatus: [],
    mayAuthorise: 'YES',
    carriesProof: false,
  },
  AUTHENTICATED: {
    meaning: 'The issuer recognised the shopper.',
    transStatus: ['Y'],
    mayAuthorise: 'YES',
    carriesProof: true,
  },
  ATTEMPTED: {
    meaning: 'The issuer could not ask, and vouches for the attempt.',
    transStatus: ['A'],
    mayAuthorise: 'YES',
    carriesProof: true,
  },
  INFORMATIONAL: {
    meaning: 'An exemption was taken; the issuer was only informed.',
    transStatus: ['I'],
    mayAuthorise: 'YES',
    carriesProof: false,
  },
  UNAVAILABLE: {
    meaning: 'The issuer could not say, or the directory failed before it had answered anything.',
    transStatus: ['U'],
    mayAuthorise: 'AS_THE_SHOP_SAYS',
    carriesProof: false,
  },
  FAILED: {
    meaning: 'The shopper could not prove who they are.',
    transStatus: ['N'],
    mayAuthorise: 'NO',
    carriesProof: false,
  },
  REJECTED: {
    meaning: 'The issuer refuses, and asks that no authorisation be tried.',
    // D (decoupled challenge) is never requested; whoever answers it has not authenticated anybody.
    transStatus: ['R', 'D'],
    mayAuthorise: 'NO',
    carriesProof: false,
  },
  ABANDONED: {
    meaning: 'The challenge was cancelled or timed out, or no valid RReq came, whatever the browser brought.',
    transStatus: [],
    mayAuthorise: 'NO',
    carriesProof: false,
  },
};

/** What the issuer's word (ARes without challenge, or RReq after one) means. Undefined for a letter that ends nothing. */
export function outcomeOf(transStatus: string): AuthenticationOutcome | undefined {
  return AUTHENTICATION_OUTCOMES.find(outcome =>
    AUTHENTICATION_TABLE[outcome].transStatus.some(letter => letter === transStatus),
  );
}

/** The policy is the shop's: whether to go on when nobody could say. */
export function mayAuthorise(outcome: AuthenticationOutcome, policy: { authoriseIfUnavailable: boolean }): boolean {
  const { mayAuthorise } = AUTHENTICATION_TABLE[outcome];
  return mayAuthorise === 'YES' || (mayAuthorise === 'AS_THE_SHOP_SAYS' && policy.authoriseIfUnavailable);
}

/** Who bears a fraud: the issuer only with these electronic commerce indicators. Mastercard counts the other way round. */
export function liabilityOf(brand: Brand, eci: string | null): 'ISSUER' | 'MERCHANT' {
  const issuerBears = brand === 'MASTERCARD' || brand === 'MAESTRO' ? ['02', '01'] : ['05', '06'];
  return eci !== null && issuerBears.includes(eci) ? 'ISSUER' : 'MERCHANT';
}
