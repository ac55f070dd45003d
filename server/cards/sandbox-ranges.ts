/**
 * The card ranges of the sandbox bank, for shops in test mode. In life a range table comes from the acquirer and the
 * directory server; these are its stand-in, marked as such by their source.
 */
import type { Insertable } from 'kysely';
import type { Brand, Funding } from '../core/card.js';
import type { Secret } from '../core/secret.js';
import type { CardRangeTable } from '../database/tables.js';

type Row = readonly [bin: string, brands: readonly Brand[], country: string, funding: Funding, enrolled: boolean];

/** Six-digit BIN, brands, issuing country, funding, whether enrolled in 3-D Secure. */
const SANDBOX: readonly Row[] = [
  ['497010', ['CB', 'VISA'], 'FR', 'CREDIT', true],
  ['513100', ['CB', 'MASTERCARD'], 'FR', 'DEBIT', true],
  ['411111', ['VISA'], 'US', 'CREDIT', true],
  ['555555', ['MASTERCARD'], 'DE', 'CREDIT', true],
  ['400012', ['VISA'], 'GB', 'DEBIT', false],
  ['520012', ['MASTERCARD'], 'BR', 'PREPAID', false],
  ['378282', ['AMEX'], 'US', 'CORPORATE', true],
];

/** First six digits of the numbers that SIPS's own tests use; most of those numbers fail the check digit. */
const SIPS_PREFIXES: Readonly<Record<string, Brand>> = {
  '340000': 'AMEX',
  '400000': 'VISA',
  '410000': 'VISA',
  '420000': 'VISA',
  '430000': 'VISA',
  '440000': 'VISA',
  '450000': 'VISA',
  '460000': 'VISA',
  '470000': 'VISA',
  '480000': 'VISA',
  '490000': 'VISA',
  '500000': 'CB',
  '510000': 'MASTERCARD',
  '520000': 'MASTERCARD',
  '530000': 'MASTERCARD',
};

export function isSandboxPrefix(number: Secret): boolean {
  return Object.hasOwn(SIPS_PREFIXES, number.reveal().slice(0, 6));
}

/** The rows of `card_range` for the sandbox. The two digits after the BIN say 00 for a card that is not enrolled. */
export function sandboxRanges(asOf: Date): Insertable<CardRangeTable>[] {
  const grammar = SANDBOX.flatMap(([bin, brands, country, funding, enrolled]) => [
    { ...range(`${bin}00`, brands, country, funding, asOf), enrolled: false },
    { ...range(`${bin}01`, brands, country, funding, asOf), high: bound(`${bin}99`, '9'), enrolled },
  ]);
  const sips = Object.entries(SIPS_PREFIXES).map(([bin, brand]) => range(bin, [brand], 'FR', 'CREDIT', asOf));
  return [...grammar, ...sips];
}

function range(
  prefix: string,
  brands: readonly Brand[],
  country: string,
  funding: Funding,
  asOf: Date,
): Insertable<CardRangeTable> {
  return {
    low: bound(prefix, '0'),
    high: bound(prefix, '9'),
    brands: [...brands],
    product: `Sandbox ${brands.join(' + ')}`,
    funding,
    issuing_country: country,
    issuer: `Sandbox Bank ${country}`,
    number_length: brands[0] === 'AMEX' ? 15 : 16,
    enrolled: false,
    source: 'sandbox',
    as_of: asOf,
  };
}

function bound(prefix: string, filler: '0' | '9'): string {
  return prefix.padEnd(19, filler);
}
