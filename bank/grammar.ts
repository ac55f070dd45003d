/**
 * The card grammar: a test card says what will happen to it.
 *
 *     BBBBBB DD sssss RR L      BIN, 3-D Secure behaviour, serial (four digits on 15-digit cards), code, Luhn digit
 */
import { type Range, rangeOf, sipsPrefixOf } from './ranges.js';

/** What the digits DD do in 3-D Secure. */
export const AUTHENTICATIONS: Readonly<Record<string, string>> = {
  '00': 'not enrolled',
  '01': 'frictionless: authenticated (Y)',
  '02': 'challenge',
  '03': 'attempted (A)',
  '04': 'not authenticated (N)',
  '05': 'unavailable (U)',
  '06': 'rejected by the issuer (R)',
  '07': 'the directory server stays silent',
  '08': 'challenge; the page never returns, no RReq',
  '09': 'challenge; RReq says N while CRes says Y',
  '10': 'challenge; the RReq comes twice',
  '11': 'has a method page: frictionless when it was done, else challenge',
  '12': 'informational (I)',
  '13': 'the directory answers with Erro',
  '14': 'the directory answers an ARes of another transaction',
  '15': 'challenge; the RReq comes late, after the browser has returned',
  '16': 'challenge; CRes says N while RReq says Y',
  '17': 'challenge; no RReq, and yet the browser returns with CRes Y',
  '18': 'challenge; the RReq says Y without a CAVV',
};

/** Codes with letters have digits of their own that ISO 8583 leaves free. */
export const LETTER_CODES: Readonly<Record<string, string>> = {
  '70': 'A1',
  '71': '1A',
  '72': 'R0',
  '73': 'R1',
  '74': 'R3',
};

/** The issuer wants the shopper authenticated: answered while no CAVV comes and the card is enrolled. */
const SOFT_DECLINES = new Set(['A1', '1A']);

/** The codes that SIPS knows; any other pair of digits approves there. */
const SIPS_CODES: ReadonlySet<string> = new Set(
  '00 02 03 04 05 07 08 10 11 12 13 14 15 17 24 25 30 31 33 34 40 41 43 46 51 54 55 56 57 58 59 60 61 62 63 65 68 75 82 87 90 91 94 96 97 98 99'.split(
    ' ',
  ),
);

export interface Card {
  readonly range: Range;
  /** In 3-D Secure: the range is, and DD is not 00. */
  readonly enrolled: boolean;
  /** The code of the answer to an authorisation, when nothing else speaks against it. */
  readonly code: string;
}

/** Reads a card number; or gives the code that declines it: 14 it is no card number, 15 nobody issued it. */
export function readCard(number: string): Card | '14' | '15' {
  const sips = sipsPrefixOf(number);
  if (sips) return readSipsCard(number, sips);
  if (!passesLuhn(number)) return '14';
  const range = rangeOf(number);
  if (!range || number.length !== range.length) return '15';
  const digits = number.slice(-3, -1);
  return {
    range,
    enrolled: range.enrolled && authenticationOf(number) !== '00',
    code: LETTER_CODES[digits] ?? digits,
  };
}

function readSipsCard(number: string, range: Range): Card | '14' {
  if (number.length < 15) return '14';
  const digits = number.slice(-2);
  // The directory does not list them: their digits say nothing about 3-D Secure.
  return { range, enrolled: false, code: SIPS_CODES.has(digits) ? digits : '00' };
}

/** The two digits DD. */
export function authenticationOf(number: string): string {
  return number.slice(6, 8);
}

/** The card's own code, given whether proof of authentication came with it. */
export function codeOf(card: Card, authenticated: boolean): string {
  if (SOFT_DECLINES.has(card.code) && (authenticated || !card.enrolled)) return '00';
  return card.code;
}

/** Builds the number of a card; the digits of the serial that fit are its last ones. */
export function cardNumber(bin: string, authentication: string, serial: number, code: string): string {
  const range = rangeOf(bin);
  if (!range) throw new RangeError(`nobody issues ${bin}`);
  const digits = Object.entries(LETTER_CODES).find(([, letters]) => letters === code)?.[0] ?? code;
  const room = range.length - 11;
  const body = `${bin}${authentication}${String(serial).padStart(room, '0').slice(-room)}${digits}`;
  if (!/^\d+$/.test(body) || body.length !== range.length - 1)
    throw new RangeError(`DD ${authentication} and code ${code} make no card number`);
  return body + luhnDigit(body);
}

/** ISO/IEC 7812-1 annex B. */
export function luhnDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, digit, place) => {
    const weighted = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export function passesLuhn(number: string): boolean {
  return luhnDigit(number.slice(0, -1)) === number.slice(-1);
}

/** PCI DSS 3.4.1: no more than the first six and the last four may be shown. */
export function maskCard(number: string): string {
  return `${number.slice(0, 6)}${'*'.repeat(Math.max(0, number.length - 10))}${number.slice(-4)}`;
}
