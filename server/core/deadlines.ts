/**
 * How long things last. Lifetimes of authorisations are data with their source: they belong to the schemes, differ by
 * brand, initiator and type, and change when the schemes say so.
 */
import { businessDayOf, cutOffOf, type CutOff } from './business-day.js';
import type { Brand } from './card.js';
import type { Initiator } from './ports.js';
import { addDays, addTime, DAY_ms, HOUR_ms, MINUTE_ms, SECOND_ms } from './time.js';

interface AuthorisationLifetime {
  readonly brand: Brand;
  readonly initiator: Initiator;
  readonly lifetime_ms: number;
  /** Where it is written; shown in the till beside the deadline. */
  readonly source: string;
}

const VISA = 'Visa Core Rules, validity of an approval response (April 2024)';
const MASTERCARD = 'Mastercard Transaction Processing Rules, authorisation chargeback protection period';
const AMEX = 'American Express Merchant Regulations, validity of an authorisation';
const CB = 'CB distance-selling contract, validity of an authorisation';
const WEEK_ms = 7 * DAY_ms;

export const AUTHORISATION_LIFETIMES: readonly AuthorisationLifetime[] = [
  { brand: 'CB', initiator: 'SHOPPER', lifetime_ms: WEEK_ms, source: CB },
  { brand: 'CB', initiator: 'MERCHANT', lifetime_ms: WEEK_ms, source: CB },
  { brand: 'VISA', initiator: 'SHOPPER', lifetime_ms: WEEK_ms, source: VISA },
  { brand: 'VISA', initiator: 'MERCHANT', lifetime_ms: 4 * DAY_ms + 18 * HOUR_ms, source: VISA },
  { brand: 'MASTERCARD', initiator: 'SHOPPER', lifetime_ms: WEEK_ms, source: MASTERCARD },
  { brand: 'MASTERCARD', initiator: 'MERCHANT', lifetime_ms: WEEK_ms, source: MASTERCARD },
  { brand: 'MAESTRO', initiator: 'SHOPPER', lifetime_ms: WEEK_ms, source: MASTERCARD },
  { brand: 'MAESTRO', initiator: 'MERCHANT', lifetime_ms: WEEK_ms, source: MASTERCARD },
  { brand: 'AMEX', initiator: 'SHOPPER', lifetime_ms: WEEK_ms, source: AMEX },
  { brand: 'AMEX', initiator: 'MERCHANT', lifetime_ms: WEEK_ms, source: AMEX },
];

/** Thirty days only where the request was flagged as a pre-authorisation, and then for every brand. */
export const PRE_AUTHORISATION_LIFETIME = {
  lifetime_ms: 30 * DAY_ms,
  source: "The schemes' rules on requests flagged as pre-authorisations",
} as const;

export interface AuthorisationKind {
  readonly brand: Brand;
  readonly initiator: Initiator;
  readonly preAuthorisation: boolean;
}

export interface AuthorisationDeadline {
  readonly at: Date;
  readonly source: string;
}

/** Until when an authorisation given at `authorisedAt` may be captured. */
export function authorisationDeadline(kind: AuthorisationKind, authorisedAt: Date): AuthorisationDeadline {
  const row = kind.preAuthorisation
    ? PRE_AUTHORISATION_LIFETIME
    : AUTHORISATION_LIFETIMES.find(({ brand, initiator }) => brand === kind.brand && initiator === kind.initiator);
  if (!row) throw new Error(`No lifetime is known for ${kind.brand}, ${kind.initiator}.`);
  return { at: addTime(authorisedAt, row.lifetime_ms), source: row.source };
}

/** Whether an authorisation is over at `now`; null is one that was never given, or was released. */
export function hasLapsed(authorisationExpiresAt: Date | null, now: Date): boolean {
  return authorisationExpiresAt === null || authorisationExpiresAt <= now;
}

/** An authorisation that ends at or before the closing of the remittance that would carry its capture is of no use. */
export function lapsesBefore(authorisationExpiresAt: Date, closing: Date): boolean {
  return authorisationExpiresAt <= closing;
}

/** What the merchant decides when the session is opened. `days` is null for `IMMEDIATE`. */
export const CAPTURE_PLANS = ['IMMEDIATE', 'DEFERRED', 'VALIDATION'] as const;
export type CapturePlan = (typeof CAPTURE_PLANS)[number];

/** The smallest and largest number of days of each plan that takes days. */
export const CAPTURE_DAYS: Readonly<Record<CapturePlan, { readonly fewest: number; readonly most: number } | null>> = {
  IMMEDIATE: null,
  DEFERRED: { fewest: 0, most: 99 },
  VALIDATION: { fewest: 1, most: 99 },
};

export function isCapturePlan(plan: CapturePlan, days: number | null): boolean {
  const range = CAPTURE_DAYS[plan];
  if (range === null || days === null) return range === null && days === null;
  return Number.isInteger(days) && days >= range.fewest && days <= range.most;
}

/** The business day whose remittance carries a capture: `days` business days after the one running at `from`. */
export function captureDay(from: Date, days: number, shop: CutOff): string {
  return addDays(businessDayOf(from, shop), days);
}

/** Until when it may be validated: the cut-off that ends the business day `days` days after the authorisation's. */
export function validationDeadline(authorisedAt: Date, days: number, shop: CutOff): Date {
  return cutOffOf(captureDay(authorisedAt, days, shop), shop);
}

export const SESSION_LIFE = {
  default_s: 30 * 60,
  shortest_s: 5 * 60,
  longest_s: 24 * 60 * 60,
  /** The checkout warns when less than this is left. */
  warning_s: 5 * 60,
} as const;

export const SESSION_EXTENSIONS_MOST = 10;

/** EMV 3-D Secure: the hidden frame of the 3DS method, the challenge, and our own timer after which it is abandoned. */
export const AUTHENTICATION_TIMERS = {
  method_ms: 10 * SECOND_ms,
  challenge_ms: 10 * MINUTE_ms,
  abandoned_ms: 12 * MINUTE_ms,
} as const;

/** PCI DSS 3.3.1: the key that seals security codes changes often and is destroyed soon. Real time, not shop time. */
export const SECURITY_CODE_KEY = { changes_ms: 15 * MINUTE_ms, destroyed_ms: 30 * MINUTE_ms } as const;

/** After so many tries in vain a person hears of a reversal or release that is not acknowledged. */
export const REVERSAL_FAILURES_MOST = 6;

/**
 * Real time that no lease lasts and no message waits between two tries. What claims to be due later was written by a clock that
 * was wrong: it is due.
 */
export const LONGEST_WAIT_ms = 16 * MINUTE_ms;

/** Real time for which an answer to an authorisation is still known as one after nobody waits for it any more. */
export const LATE_ANSWER_ms = HOUR_ms;

/** How long a card number is kept after the capture, unless the shopper consented to a longer schedule. */
export const CARD_KEPT_months = 13;
