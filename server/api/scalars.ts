/**
 * Scalars of our own: amounts and currencies.
 */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { CURRENCIES, LARGEST_AMOUNT } from '../core/money.js';

const WHAT_AN_AMOUNT_IS = `An amount is a whole JSON number of minor units from 0 to ${LARGEST_AMOUNT}.`;

export const MinorUnits = new GraphQLScalarType<bigint, number>({
  name: 'MinorUnits',
  description:
    'An amount in minor units of its currency: 1050 is €10.50 or ¥1050. A JSON integer from 0 to 999999999999 (ISO 8583 field 4); fractions, exponents, signs and strings are refused.',
  serialize: value => Number(value),
  parseValue: value => {
    if (
      typeof value !== 'number' ||
      !Number.isInteger(value) ||
      value < 0 ||
      Object.is(value, -0) ||
      value > Number(LARGEST_AMOUNT)
    )
      throw new GraphQLError(WHAT_AN_AMOUNT_IS);
    return BigInt(value);
  },
  parseLiteral: node => {
    if (node.kind !== Kind.INT || !/^\d{1,12}$/.test(node.value))
      throw new GraphQLError(WHAT_AN_AMOUNT_IS, { nodes: node });
    return BigInt(node.value);
  },
});

/** Given only, never taken. */
export const MinorUnitsTotal = new GraphQLScalarType<never, string>({
  name: 'MinorUnitsTotal',
  description:
    'A sum of amounts in minor units of one currency, as a string of decimal digits: it may have more of them than a JSON number is sure to hold.',
  serialize: value => String(value),
  parseValue: () => {
    throw new GraphQLError('A total is given, never taken.');
  },
});

function requireCurrency(value: unknown): string {
  if (typeof value === 'string' && Object.hasOwn(CURRENCIES, value)) return value;
  throw new GraphQLError(`A currency is one of ${Object.keys(CURRENCIES).join(', ')}.`);
}

export const CurrencyCode = new GraphQLScalarType<string, string>({
  name: 'CurrencyCode',
  description: 'ISO 4217, three capital letters.',
  serialize: value => String(value),
  parseValue: requireCurrency,
  parseLiteral: node => requireCurrency(node.kind === Kind.STRING ? node.value : undefined),
});
