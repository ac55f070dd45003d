/**
 * Values as the fields of `spec.ts` want them.
 */
import type { Expiry } from '../../core/card.js';
import type { OriginalMessage } from '../../core/ports.js';
import type { Message } from './iso8583.js';
import { transmissionTime } from './local-time.js';
import { specOf } from './spec.js';

/** Field number to value; null is not sent. */
export type Values = Readonly<Record<number, string | null>>;

export function message(mti: string, values: Values): Message {
  const fields = new Map<number, string>();
  for (const [number, value] of Object.entries(values))
    if (value !== null) fields.set(Number(number), asRead(Number(number), value));
  return { mti, fields };
}

/** A value as it will be read back, so that it can be compared with what the answer repeats. */
function asRead(number: number, value: string): string {
  const spec = specOf(number);
  return spec?.content === 'n' && spec.prefix === 0 ? value.padStart(spec.size, '0') : value.trimEnd();
}

/** Field 90: MTI, STAN, field 7, acquirer and forwarder of the message that is spoken of. */
export function originalData(original: OriginalMessage, acquirerId: string): string {
  return `0100${original.stan}${transmissionTime(original.transmittedAt)}${acquirerId.padStart(11, '0')}${digits(0, 11)}`;
}

export function amountField(amount: bigint): string {
  return digits(amount, 12);
}

export function digits(value: bigint | number, size: number): string {
  return String(value).padStart(size, '0');
}

/** Field 14 is `YYMM`. */
export function expiryField(expiry: Expiry): string {
  return digits(expiry.year % 100, 2) + digits(expiry.month, 2);
}

const SPELT_OUT: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  '’': "'",
};

/** Printable ASCII of exactly this length: letters without their accents, anything else a space. */
export function plainText(text: string, size: number): string {
  const ascii = text
    .replaceAll(/[œŒæÆßøØ’]/g, letter => SPELT_OUT[letter] ?? ' ')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[^\x20-\x7e]/g, ' ');
  return ascii.slice(0, size).padEnd(size, ' ');
}
