/**
 * Money: integer minor units and an ISO 4217 code. `bigint` inside, never a float.
 */
import { refuse } from './refusal.js';

export interface Money {
  /** Minor units of `currency`: 1050 is €10.50, ¥1050. Never negative; at most twelve digits (ISO 8583 field 4). */
  readonly amount: bigint;
  /** ISO 4217, three capital letters. */
  readonly currency: string;
}

/** ISO 8583 field 4 holds twelve digits. */
export const LARGEST_AMOUNT = 999_999_999_999n;

interface Currency {
  /** ISO 4217 number, as fields 49 and 50 want it. */
  readonly number: string;
  /** Digits after the point: 0, 2 or 3. */
  readonly exponent: 0 | 2 | 3;
}

/** ISO 4217, the currencies this house takes. */
export const CURRENCIES: Readonly<Record<string, Currency>> = {
  AUD: { number: '036', exponent: 2 },
  BGN: { number: '975', exponent: 2 },
  BHD: { number: '048', exponent: 3 },
  BRL: { number: '986', exponent: 2 },
  CAD: { number: '124', exponent: 2 },
  CHF: { number: '756', exponent: 2 },
  CZK: { number: '203', exponent: 2 },
  DKK: { number: '208', exponent: 2 },
  EUR: { number: '978', exponent: 2 },
  GBP: { number: '826', exponent: 2 },
  HUF: { number: '348', exponent: 2 },
  JPY: { number: '392', exponent: 0 },
  KRW: { number: '410', exponent: 0 },
  KWD: { number: '414', exponent: 3 },
  MAD: { number: '504', exponent: 2 },
  NOK: { number: '578', exponent: 2 },
  PLN: { number: '985', exponent: 2 },
  RON: { number: '946', exponent: 2 },
  SEK: { number: '752', exponent: 2 },
  TND: { number: '788', exponent: 3 },
  USD: { number: '840', exponent: 2 },
  XOF: { number: '952', exponent: 0 },
  XPF: { number: '953', exponent: 0 },
};

export function currencyOf(code: string): Currency {
  const currency = Object.hasOwn(CURRENCIES, code) ? CURRENCIES[code] : undefined;
  if (!currency)
    throw refuse('CURRENCY_NOT_ACCEPTED', `${JSON.stringify(code.slice(0, 8))} is not a currency this till takes.`);
  return currency;
}

export function currencyOfNumber(number: string): string | undefined {
  return Object.keys(CURRENCIES).find(code => CURRENCIES[code]?.number === number);
}

export function money(amount: bigint, currency: string): Money {
  currencyOf(currency);
  if (amount < 0n || amount > LARGEST_AMOUNT)
    throw refuse('AMOUNT_NOT_POSSIBLE', `An amount is between 0 and ${LARGEST_AMOUNT} minor units.`);
  return { amount, currency };
}

/** The one place where money becomes text: "€10.50", "10,50 €". `locale` is a BCP 47 tag. */
export function formatMoney(value: Money, locale: string): string {
  const { exponent } = currencyOf(value.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  // A decimal string keeps every digit; Number() would not.
  return format.format(decimalText(value) as Intl.StringNumericLiteral);
}

/** "10.50": minor units with the point where the currency wants it. */
export function decimalText(value: Money): string {
  const { exponent } = currencyOf(value.currency);
  const digits = value.amount.toString().padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
