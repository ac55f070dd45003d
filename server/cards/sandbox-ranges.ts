/**
 * The card ranges of the sandbox bank, for shops in test mode. In life a range table comes from the acquirer and the
 * directory server; these are its stand-in, marked as such by their source.
 */
import type { Insertable } from 'kysely';
import type { Brand, Funding } from '../core/card.js';
import type { Secret } from '../core/secret.js';
import type { CardRangeTable } from '../database/tables.js';

type Row = readonly [
  bin: string,
  brands: readonly Brand[],
  country: string,
  funding: Funding,
  issuer: string,
  enrolled: boolean,
];

/** Six-digit BIN, brands, issuing country, funding, issuer, whether enrolled in 3-D Secure. */
const SANDBOX: readonly Row[] = [
  ['497010', ['CB', 'VISA'], 'FR', 'CREDIT', 'Banque du Port', true],
  ['513100', ['CB', 'MASTERCARD'], 'FR', 'DEBIT', 'Banque du Port', true],
  ['411111', ['VISA'], 'US', 'CREDIT', 'First Harbor Bank', true],
  ['555555', ['MASTERCARD'], 'DE', 'CREDIT', 'Hafenbank', true],
  ['400012', ['VISA'], 'GB', 'DEBIT', 'Quayside Bank', false],
  ['520012', ['MASTERCARD'], 'BR', 'PREPAID', 'Banco do Cais', false],
  ['378282', ['AMEX'], 'US', 'CORPORATE', 'Harbor Express', true],
  ['497011', ['CB', 'VISA'], 'FR', 'DEBIT', 'Banque du Port', true],
  ['497012', ['CB', 'VISA'], 'FR', 'PREPAID', 'Carte du Quai', false],
  ['497013', ['CB', 'VISA'], 'FR', 'CORPORATE', 'Banque du Port', true],
  ['513101', ['CB', 'MASTERCARD'], 'FR', 'CREDIT', 'Caisse du Quai', true],
  ['513102', ['CB', 'MASTERCARD'], 'FR', 'PREPAID', 'Carte du Quai', false],
  ['513103', ['CB', 'MASTERCARD'], 'FR', 'CORPORATE', 'Caisse du Quai', true],
  ['581710', ['CB'], 'FR', 'DEBIT', 'Caisse du Quai', true],
  ['581711', ['CB'], 'FR', 'CREDIT', 'Caisse du Quai', false],
  ['492910', ['VISA'], 'GB', 'CREDIT', 'Quayside Bank', true],
  ['454313', ['VISA'], 'DE', 'DEBIT', 'Hafenbank', true],
  ['476134', ['VISA'], 'BR', 'PREPAID', 'Banco do Cais', true],
  ['448590', ['VISA'], 'US', 'CORPORATE', 'First Harbor Bank', true],
  ['435678', ['VISA'], 'JP', 'CREDIT', 'Minato Bank', true],
  ['540010', ['MASTERCARD'], 'GB', 'CREDIT', 'Quayside Bank', true],
  ['555544', ['MASTERCARD'], 'US', 'DEBIT', 'First Harbor Bank', true],
  ['535310', ['MASTERCARD'], 'JP', 'CREDIT', 'Minato Bank', false],
  ['545301', ['MASTERCARD'], 'DE', 'CORPORATE', 'Hafenbank', true],
  ['520013', ['MASTERCARD'], 'BR', 'CREDIT', 'Banco do Cais', true],
  ['675910', ['MAESTRO'], 'GB', 'DEBIT', 'Quayside Bank', true],
  ['676710', ['MAESTRO'], 'DE', 'DEBIT', 'Hafenbank', false],
  ['501810', ['MAESTRO'], 'BR', 'PREPAID', 'Banco do Cais', true],
  ['371449', ['AMEX'], 'US', 'CREDIT', 'Harbor Express', true],
  ['374910', ['AMEX'], 'FR', 'CREDIT', 'Harbor Express', true],
  ['376411', ['AMEX'], 'JP', 'CREDIT', 'Harbor Express', false],
];

/** Ranges of the numbers that SIPS's own tests use; most of those numbers fail the check digit. */
const SIPS: readonly Row[] = [
  ['340000', ['AMEX'], 'FR', 'CREDIT', 'SIPS', false],
  ['400000', ['VISA'], 'FR', 'DEBIT', 'SIPS', false],
  ['410000', ['VISA'], 'FR', 'CREDIT', 'SIPS', false],
  ['420000', ['CB'], 'FR', 'CREDIT', 'SIPS', false],
  ['430000', ['CB', 'VISA'], 'FR', 'CREDIT', 'SIPS', false],
  ['440000', ['CB', 'VISA'], 'FR', 'DEBIT', 'SIPS', false],
  ['450000', ['CB', 'VISA'], 'FR', 'DEBIT', 'SIPS', false],
  ['460000', ['VISA', 'MASTERCARD'], 'FR', 'CREDIT', 'SIPS', false],
  ['470000', ['VISA'], 'FR', 'CREDIT', 'SIPS', false],
  ['480000', ['VISA'], 'FR', 'CREDIT', 'SIPS', false],
  ['490000', ['VISA'], 'FR', 'CREDIT', 'SIPS', false],
  ['500000', ['MAESTRO'], 'FR', 'DEBIT', 'SIPS', false],
  ['510000', ['MASTERCARD'], 'FR', 'CREDIT', 'SIPS', false],
  ['520000', ['CB', 'MASTERCARD'], 'FR', 'CREDIT', 'SIPS', false],
  ['530000', ['CB', 'MAESTRO'], 'FR', 'DEBIT', 'SIPS', false],
];

const SIPS_PREFIXES: ReadonlySet<string> = new Set(SIPS.map(([bin]) => bin));

export function isSandboxPrefix(number: Secret): boolean {
  return SIPS_PREFIXES.has(number.reveal().slice(0, 6));
}

/** The rows of `card_range` for the sandbox. The two digits after the BIN say 00 for a card that is not enrolled. */
export function sandboxRanges(asOf: Date): Insertable<CardRangeTable>[] {
  const grammar = SANDBOX.flatMap(row => [
    { ...range(row, '00', asOf), enrolled: false },
    { ...range(row, '01', asOf), high: bound(`${row[0]}99`, '9') },
  ]);
  return [...grammar, ...SIPS.map(row => range(row, '', asOf))];
}

function range(
  [bin, brands, country, funding, issuer, enrolled]: Row,
  behaviour: string,
  asOf: Date,
): Insertable<CardRangeTable> {
  return {
    low: bound(`${bin}${behaviour}`, '0'),
    high: bound(`${bin}${behaviour}`, '9'),
    brands: [...brands],
    product: `Sandbox ${brands.join(' + ')}`,
    funding,
    issuing_country: country,
    issuer,
    number_length: brands[0] === 'AMEX' ? 15 : 16,
    enrolled,
    source: 'sandbox',
    as_of: asOf,
  };
}

function bound(prefix: string, filler: '0' | '9'): string {
  return prefix.padEnd(19, filler);
}
