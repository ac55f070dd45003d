/**
 * What a card is, before anyone has been asked: its number, brand and expiry.
 */
import { refuse } from './refusal.js';
import { Secret } from './secret.js';

export const BRANDS = ['CB', 'VISA', 'MASTERCARD', 'AMEX', 'MAESTRO'] as const;
export type Brand = (typeof BRANDS)[number];

export const FUNDINGS = ['CREDIT', 'DEBIT', 'PREPAID', 'CORPORATE'] as const;
export type Funding = (typeof FUNDINGS)[number];

export interface Expiry {
  /** 1–12. */
  readonly month: number;
  /** Four digits. A card is good until the last day of this month. */
  readonly year: number;
}

/** ISO/IEC 7812: 12 to 19 digits, however the shopper grouped them. */
export function parseCardNumber(text: string): Secret {
  const digits = text.replaceAll(/[\s.\-\u00a0\u202f]/gu, '');
  if (!/^\d{12,19}$/.test(digits)) throw refuse('CARD_NUMBER_INVALID', 'A card number has 12 to 19 digits.', 'number');
  return new Secret(digits);
}

/** ISO/IEC 7812-1 annex B: the check digit of a card number. */
export function passesLuhn(number: Secret): boolean {
  const digits = [...number.reveal()].toReversed().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? digit : digit * 2;
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}

/** `MM/YY`, also as people write it: `3/28`, `03/2028`, `0328`, `03 - 28`. */
export function parseExpiry(text: string): Expiry {
  const match = /^\s*(\d{1,2})\s*[/\-. ]?\s*(20\d{2}|\d{2})\s*$/.exec(text);
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12)
    throw refuse('EXPIRY_INVALID', 'An expiry date is a month and a year, such as 03/28.', 'expiry');
  const year = Number(match[2]);
  return { month, year: year < 100 ? 2000 + year : year };
}

/** Whether the card's last month is over everywhere on earth, at `now`. */
export function hasExpired(expiry: Expiry, now: Date): boolean {
  const twelveHours_ms = 12 * 3_600_000;
  return now.getTime() - twelveHours_ms >= Date.UTC(expiry.year, expiry.month, 1);
}

/** Three digits; four on American Express. */
export function parseSecurityCode(text: string, brand: Brand): Secret {
  const length = brand === 'AMEX' ? 4 : 3;
  const digits = text.trim();
  if (!/^\d+$/.test(digits) || digits.length !== length)
    throw refuse('SECURITY_CODE_INVALID', `The security code of this card has ${length} digits.`, 'securityCode');
  return new Secret(digits);
}

/** What may be shown of a number (PCI DSS 3.4.1): the first six and the last four digits at most. */
export function maskCardNumber(number: Secret): string {
  const digits = number.reveal();
  return `${digits.slice(0, 6)}${'*'.repeat(digits.length - 10)}${digits.slice(-4)}`;
}

export function formatExpiry(expiry: Expiry): string {
  return `${String(expiry.month).padStart(2, '0')}/${String(expiry.year % 100).padStart(2, '0')}`;
}
