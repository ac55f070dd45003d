/**
 * ISO 4217: the currencies the bank holds accounts in, by the number that fields 49 and 50 carry.
 */
interface Currency {
  readonly code: string;
  /** Digits after the point of one unit. */
  readonly exponent: 0 | 2 | 3;
}

export const CURRENCIES: Readonly<Record<string, Currency>> = {
  '036': { code: 'AUD', exponent: 2 },
  '048': { code: 'BHD', exponent: 3 },
  '124': { code: 'CAD', exponent: 2 },
  '203': { code: 'CZK', exponent: 2 },
  '208': { code: 'DKK', exponent: 2 },
  '348': { code: 'HUF', exponent: 2 },
  '392': { code: 'JPY', exponent: 0 },
  '410': { code: 'KRW', exponent: 0 },
  '414': { code: 'KWD', exponent: 3 },
  '504': { code: 'MAD', exponent: 2 },
  '578': { code: 'NOK', exponent: 2 },
  '752': { code: 'SEK', exponent: 2 },
  '756': { code: 'CHF', exponent: 2 },
  '788': { code: 'TND', exponent: 3 },
  '826': { code: 'GBP', exponent: 2 },
  '840': { code: 'USD', exponent: 2 },
  '946': { code: 'RON', exponent: 2 },
  '952': { code: 'XOF', exponent: 0 },
  '953': { code: 'XPF', exponent: 0 },
  '975': { code: 'BGN', exponent: 2 },
  '978': { code: 'EUR', exponent: 2 },
  '985': { code: 'PLN', exponent: 2 },
  '986': { code: 'BRL', exponent: 2 },
};

/** What every account may owe: 5 000 units, in minor units of the currency. */
export function limitIn(currency: string): number {
  return 5_000 * 10 ** (CURRENCIES[currency]?.exponent ?? 2);
}

/** `EUR` for `978`; the number itself when the bank does not know it. */
export function currencyName(number: string): string {
  return CURRENCIES[number]?.code ?? number;
}
