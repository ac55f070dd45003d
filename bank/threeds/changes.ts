/**
 * What can happen in 3-D Secure: lines of the book, like those of the acquirer's host. Field names that EMVCo has given
 * are kept. No card number, no expiry and no CAVV stands in them.
 */
import type { Brand } from '../ranges.js';

export type TransStatus = 'Y' | 'A' | 'N' | 'U' | 'R' | 'I' | 'C';

/** A message that came, by its type, with what of it may be kept. */
export interface ThreedsIn {
  readonly kind: 'THREEDS_IN';
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly card?: string;
  readonly cardHash?: string;
}

export interface ThreedsOut {
  readonly kind: 'THREEDS_OUT';
  readonly type: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What befell it on its way, on demand. */
  readonly befell?: string;
}

/** The directory has answered an AReq: this is what the ARes says and what the issuer must know afterwards. */
export interface Authenticated {
  readonly kind: 'AUTHENTICATED';
  readonly acsTransID: string;
  readonly dsTransID: string;
  readonly threeDSServerTransID: string;
  readonly messageVersion: string;
  readonly acceptor: string;
  /** Masked. */
  readonly card: string;
  readonly cardHash: string;
  /** The two digits of the card that say what happens. */
  readonly behaviour: string;
  /** The range's first international one. */
  readonly brand: Brand;
  /** ISO 4217 number. */
  readonly currency: string;
  readonly exponent: number;
  readonly amount: number;
  readonly merchantName: string;
  readonly threeDSServerURL: string;
  readonly notificationURL: string;
  readonly transStatus: TransStatus;
  readonly transStatusReason?: string;
  readonly eci?: string;
  /** What stands for the CAVV in the book. */
  readonly cavvHash?: string;
}

/** How a challenge ended, what its RReq and its CRes say of it, and how often the RReq is meant to come. */
export interface ChallengeEnded {
  readonly kind: 'CHALLENGE_ENDED';
  readonly acsTransID: string;
  readonly transStatus: 'Y' | 'N';
  readonly transStatusReason?: string;
  readonly cresStatus: 'Y' | 'N';
  readonly challengeCancel?: string;
  readonly eci?: string;
  readonly cavvHash?: string;
  readonly plan: 'ONCE' | 'TWICE' | 'LATE' | 'NEVER';
  readonly late_ms?: number;
  readonly befell?: string;
}

/** One RReq and what became of it. */
export interface ResultTried {
  readonly kind: 'RREQ_TRIED';
  readonly acsTransID: string;
  /** 2 is the RReq that comes a second time though the first was answered. */
  readonly delivery: 1 | 2;
  readonly answer: string;
  readonly answered: boolean;
}

export type ThreedsLine =
  | ThreedsIn
  | ThreedsOut
  | Authenticated
  | { readonly kind: 'CHALLENGE_OPENED'; readonly acsTransID: string; readonly sessionData?: string }
  | { readonly kind: 'CODE_FAILED'; readonly acsTransID: string }
  | ChallengeEnded
  | ResultTried;

const KINDS: Readonly<Record<ThreedsLine['kind'], true>> = {
  THREEDS_IN: true,
  THREEDS_OUT: true,
  AUTHENTICATED: true,
  CHALLENGE_OPENED: true,
  CODE_FAILED: true,
  CHALLENGE_ENDED: true,
  RREQ_TRIED: true,
};

export function isOfThreeds<Other extends { readonly kind: string }>(line: ThreedsLine | Other): line is ThreedsLine {
  return Object.hasOwn(KINDS, line.kind);
}
