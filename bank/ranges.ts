/**
 * The card ranges the bank's issuers have given out. The first seven are fixed, the rest are one for every kind
 * that a shop may meet.
 */
export type Brand = 'CB' | 'VISA' | 'MASTERCARD' | 'AMEX' | 'MAESTRO';
export type Funding = 'CREDIT' | 'DEBIT' | 'PREPAID' | 'CORPORATE';

export interface Range {
  /** The first six digits of its cards. */
  readonly bin: string;
  /** The first is the one the bank prefers; a co-badged card has two, and the shopper chooses. */
  readonly brands: readonly Brand[];
  readonly funding: Funding;
  /** ISO 3166-1, where the card was issued. */
  readonly country: string;
  readonly issuer: string;
  /** In 3-D Secure. A card whose two digits after the BIN are 00 is not, whatever its range is. */
  readonly enrolled: boolean;
  /** Digits of its card numbers. */
  readonly length: 15 | 16;
}

const range = (
  bin: string,
  brands: readonly Brand[],
  funding: Funding,
  country: string,
  issuer: string,
  enrolled: boolean,
): Range => ({ bin, brands, funding, country, issuer, enrolled, length: brands[0] === 'AMEX' ? 15 : 16 });

export const RANGES: readonly Range[] = [
  range('497010', ['CB', 'VISA'], 'CREDIT', 'FR', 'Banque du Port', true),
  range('513100', ['CB', 'MASTERCARD'], 'DEBIT', 'FR', 'Banque du Port', true),
  range('411111', ['VISA'], 'CREDIT', 'US', 'First Harbor Bank', true),
  range('555555', ['MASTERCARD'], 'CREDIT', 'DE', 'Hafenbank', true),
  range('400012', ['VISA'], 'DEBIT', 'GB', 'Quayside Bank', false),
  range('520012', ['MASTERCARD'], 'PREPAID', 'BR', 'Banco do Cais', false),
  range('378282', ['AMEX'], 'CORPORATE', 'US', 'Harbor Express', true),

  range('497011', ['CB', 'VISA'], 'DEBIT', 'FR', 'Banque du Port', true),
  range('497012', ['CB', 'VISA'], 'PREPAID', 'FR', 'Carte du Quai', false),
  range('497013', ['CB', 'VISA'], 'CORPORATE', 'FR', 'Banque du Port', true),
  range('513101', ['CB', 'MASTERCARD'], 'CREDIT', 'FR', 'Caisse du Quai', true),
  range('513102', ['CB', 'MASTERCARD'], 'PREPAID', 'FR', 'Carte du Quai', false),
  range('513103', ['CB', 'MASTERCARD'], 'CORPORATE', 'FR', 'Caisse du Quai', true),
  range('581710', ['CB'], 'DEBIT', 'FR', 'Caisse du Quai', true),
  range('581711', ['CB'], 'CREDIT', 'FR', 'Caisse du Quai', false),
  range('492910', ['VISA'], 'CREDIT', 'GB', 'Quayside Bank', true),
  range('454313', ['VISA'], 'DEBIT', 'DE', 'Hafenbank', true),
  range('476134', ['VISA'], 'PREPAID', 'BR', 'Banco do Cais', true),
  range('448590', ['VISA'], 'CORPORATE', 'US', 'First Harbor Bank', true),
  range('435678', ['VISA'], 'CREDIT', 'JP', 'Minato Bank', true),
  range('540010', ['MASTERCARD'], 'CREDIT', 'GB', 'Quayside Bank', true),
  range('555544', ['MASTERCARD'], 'DEBIT', 'US', 'First Harbor Bank', true),
  range('535310', ['MASTERCARD'], 'CREDIT', 'JP', 'Minato Bank', false),
  range('545301', ['MASTERCARD'], 'CORPORATE', 'DE', 'Hafenbank', true),
  range('520013', ['MASTERCARD'], 'CREDIT', 'BR', 'Banco do Cais', true),
  range('675910', ['MAESTRO'], 'DEBIT', 'GB', 'Quayside Bank', true),
  range('676710', ['MAESTRO'], 'DEBIT', 'DE', 'Hafenbank', false),
  range('501810', ['MAESTRO'], 'PREPAID', 'BR', 'Banco do Cais', true),
  range('371449', ['AMEX'], 'CREDIT', 'US', 'Harbor Express', true),
  range('374910', ['AMEX'], 'CREDIT', 'FR', 'Harbor Express', true),
  range('376411', ['AMEX'], 'CREDIT', 'JP', 'Harbor Express', false),
];

/**
 * The prefixes that merchants of SIPS have in their test suites. Of a card in them the first six digits choose the
 * brand and the last two the response code, so that most fail the Luhn check; V PAY and Electron count as Visa. They are not in
 * 3-D Secure.
 */
export const SIPS_PREFIXES: readonly Range[] = [
  range('340000', ['AMEX'], 'CREDIT', 'FR', 'SIPS', false),
  range('400000', ['VISA'], 'DEBIT', 'FR', 'SIPS', false),
  range('410000', ['VISA'], 'CREDIT', 'FR', 'SIPS', false),
  range('420000', ['CB'], 'CREDIT', 'FR', 'SIPS', false),
  range('430000', ['CB', 'VISA'], 'CREDIT', 'FR', 'SIPS', false),
  range('440000', ['CB', 'VISA'], 'DEBIT', 'FR', 'SIPS', false),
  range('450000', ['CB', 'VISA'], 'DEBIT', 'FR', 'SIPS', false),
  range('460000', ['VISA', 'MASTERCARD'], 'CREDIT', 'FR', 'SIPS', false),
  range('470000', ['VISA'], 'CREDIT', 'FR', 'SIPS', false),
  range('480000', ['VISA'], 'CREDIT', 'FR', 'SIPS', false),
  range('490000', ['VISA'], 'CREDIT', 'FR', 'SIPS', false),
  range('500000', ['MAESTRO'], 'DEBIT', 'FR', 'SIPS', false),
  range('510000', ['MASTERCARD'], 'CREDIT', 'FR', 'SIPS', false),
  range('520000', ['CB', 'MASTERCARD'], 'CREDIT', 'FR', 'SIPS', false),
  range('530000', ['CB', 'MAESTRO'], 'DEBIT', 'FR', 'SIPS', false),
];

const BY_BIN: ReadonlyMap<string, Range> = new Map(RANGES.map(each => [each.bin, each]));
const BY_SIPS_PREFIX: ReadonlyMap<string, Range> = new Map(SIPS_PREFIXES.map(each => [each.bin, each]));

export function rangeOf(number: string): Range | undefined {
  return BY_BIN.get(number.slice(0, 6));
}

export function sipsPrefixOf(number: string): Range | undefined {
  return BY_SIPS_PREFIX.get(number.slice(0, 6));
}
