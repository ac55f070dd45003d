/**
 * What a response code of the acquirer (ISO 8583 field 39) means, and what follows from it. This table alone decides.
 */
import type { Brand } from './card.js';
import { RESPONSE_CODES } from './response-code-table.js';
import { HOUR_ms } from './time.js';

export const FAMILIES = [
  'APPROVED',
  'DECLINED',
  'LIMIT',
  'CARD_DATA',
  'OPPOSED',
  'RISK',
  'AUTHENTICATION',
  'CANCELLED',
  'CONTRACT',
  'TECHNICAL',
  'UNKNOWN',
] as const;
export type ResponseFamily = (typeof FAMILIES)[number];

export const WHO_ACTS = ['NOBODY', 'SHOPPER', 'SHOPPER_BANK', 'MERCHANT', 'PLATFORM'] as const;
/** Who can do something about it. */
export type WhoActs = (typeof WHO_ACTS)[number];

export const SAME_CARD_ADVICE = ['YES', 'CORRECTED', 'AUTHENTICATE', 'LATER', 'NO', 'NEVER'] as const;
/**
 * May the same card be tried again: now; with corrected data; once authenticated; not within the hour; not in this
 * session; never (nor duplicated, nor used for an instalment).
 */
export type SameCardAdvice = (typeof SAME_CARD_ADVICE)[number];

export interface ResponseCode {
  readonly code: string;
  readonly meaning: string;
  readonly family: ResponseFamily;
  readonly whoActs: WhoActs;
  /** Null on approvals. */
  readonly sameCardAgain: SameCardAdvice | null;
  /** Whether another card may help. False on approvals. */
  readonly otherCard: boolean;
  /** False for a code that is not in the table; such codes do occur. */
  readonly listed: boolean;
}

export function readResponseCode(code: string): ResponseCode {
  const row = RESPONSE_CODES.find(candidate => candidate[0] === code);
  if (!row) return unlisted(code);
  const [, meaning, family, whoActs, sameCardAgain, otherCard] = row;
  return { code, meaning, family, whoActs, sameCardAgain, otherCard, listed: true };
}

/** To the shopper a decline. That nothing is held is not known, so it is reversed as well. */
function unlisted(code: string): ResponseCode {
  return {
    code,
    meaning: 'not a listed code',
    family: 'DECLINED',
    whoActs: 'PLATFORM',
    sameCardAgain: 'NO',
    otherCard: true,
    listed: false,
  };
}

export interface AuthorisationCircumstances {
  readonly brand: Brand;
  /** Whether this request carried the proof of an authentication. */
  readonly authenticated: boolean;
  /** Shop and card are enrolled, the shopper is there, and this transaction was not sent back before. */
  readonly canAuthenticate: boolean;
}

export interface Judgement {
  readonly verdict: 'APPROVED' | 'DECLINED' | 'SOFT_DECLINED' | 'UNKNOWN';
  /** Whether the bank may hold something that nobody wants, and has to be told so. */
  readonly reverse: boolean;
}

/** Not a full yes, yet the host may have held something: 08 wants a signature, 10 approved another amount. */
const HELD_UNWANTED: ReadonlySet<string> = new Set(['08', '10']);

export function judgeAuthorisation(code: string, circumstances: AuthorisationCircumstances): Judgement {
  const { family, listed } = readResponseCode(code);
  if (family === 'APPROVED') return { verdict: 'APPROVED', reverse: false };
  if (family === 'UNKNOWN') return { verdict: 'UNKNOWN', reverse: true };
  if (isSoftDecline(code, circumstances) && circumstances.canAuthenticate)
    return { verdict: 'SOFT_DECLINED', reverse: false };
  return { verdict: 'DECLINED', reverse: !listed || HELD_UNWANTED.has(code) };
}

/** A1 and 1A ask for an authentication; so does 65 from Mastercard where there was none. */
function isSoftDecline(code: string, { brand, authenticated }: AuthorisationCircumstances): boolean {
  if (readResponseCode(code).family === 'AUTHENTICATION') return true;
  return code === '65' && brand === 'MASTERCARD' && !authenticated;
}

/** `LATER` means not within this time. */
export const LATER_ms = HOUR_ms;

/** Whether the same card may be tried again in the same session, `sinceDecline_ms` after it was declined with `code`. */
export function maySameCardTryAgain(code: string, sinceDecline_ms: number): boolean {
  const advice = readResponseCode(code).sameCardAgain;
  return advice === 'YES' || advice === 'CORRECTED' || (advice === 'LATER' && sinceDecline_ms >= LATER_ms);
}

/** 14, 33, 54: what has to be corrected is the number or the date, so that a card kept from the last try is of no use. */
const TYPED_WRONG: ReadonlySet<string> = new Set(['14', '33', '54']);

/** Whether the card of the last try may be used again without typing its number anew. */
export function maySameCardBeKept(code: string, sinceDecline_ms: number): boolean {
  return maySameCardTryAgain(code, sinceDecline_ms) && !TYPED_WRONG.has(code);
}

export function mayOtherCardTry(code: string): boolean {
  return readResponseCode(code).otherCard;
}

/** Whether anything the shopper could enter in the same session may help after `code`, now or later. */
export function mayAnyCardTry(code: string): boolean {
  return mayOtherCardTry(code) || maySameCardTryAgain(code, Infinity);
}

/** Whether a card declined with `code` may be used again without its holder: a duplicate, an instalment. */
export function mayBeUsedAgain(code: string): boolean {
  return readResponseCode(code).sameCardAgain !== 'NEVER';
}

/** Tries of one card at one shop. */
export const CARD_TRIES = { most: 10, within_days: 30 } as const;
