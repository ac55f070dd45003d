import { describe, expect, test } from '@jest/globals';
import { assert, bigInt, property } from 'fast-check';
import {
  CURRENCIES,
  currencyOf,
  currencyOfNumber,
  decimalText,
  formatMoney,
  LARGEST_AMOUNT,
  money,
} from '../../server/core/money.js';

/** Narrow and ordinary no-break spaces read as plain ones here; which of them ICU puts is not ours to say. */
function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/gu, ' ');
}

describe('money as text', () => {
  test.each([
    [1050n, 'EUR', 'en', '€10.50'],
    [1050n, 'EUR', 'fr', '10,50 €'],
    [5n, 'EUR', 'fr', '0,05 €'],
    [0n, 'EUR', 'en', '€0.00'],
    [1050n, 'JPY', 'en', '¥1,050'],
    [1050n, 'JPY', 'fr', '1 050 JPY'],
    [1050n, 'TND', 'en', 'TND 1.050'],
    [1050n, 'TND', 'fr', '1,050 TND'],
    [123_456_789n, 'EUR', 'fr', '1 234 567,89 €'],
    [999_999_999_999n, 'EUR', 'en', '€9,999,999,999.99'],
    [999_999_999_999n, 'KWD', 'en', 'KWD 999,999,999.999'],
  ])('%s %s in %s is %s', (amount, currency, locale, text) => {
    expect(plain(formatMoney(money(amount, currency), locale))).toBe(text);
  });

  test('keeps every digit, where a float would not', () => {
    expect(decimalText({ amount: 12_345_678_901_234_567n, currency: 'EUR' })).toBe('123456789012345.67');
    const keeps = property(bigInt(0n, LARGEST_AMOUNT), amount => {
      expect(BigInt(decimalText({ amount, currency: 'EUR' }).replace('.', ''))).toBe(amount);
      expect(BigInt(formatMoney({ amount, currency: 'KWD' }, 'en').replaceAll(/\D/g, ''))).toBe(amount);
    });
    assert(keeps, { seed: 4217, numRuns: 300 });
  });
});

test('an amount has at most twelve digits and is never negative', () => {
  expect(money(LARGEST_AMOUNT, 'EUR').amount).toBe(LARGEST_AMOUNT);
  expect(() => money(LARGEST_AMOUNT + 1n, 'EUR')).toThrow('between 0 and');
  expect(() => money(-1n, 'EUR')).toThrow('between 0 and');
});

test('a currency that is not taken is refused, also one that every object has', () => {
  for (const code of ['XXX', 'eur', '', 'constructor', '__proto__'])
    expect(() => currencyOf(code)).toThrow('not a cur');
});

test('every currency has three capital letters, a number of its own, and is found by it', () => {
  for (const [code, { number }] of Object.entries(CURRENCIES)) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(number).toMatch(/^\d{3}$/);
    expect(currencyOfNumber(number)).toBe(code);
  }
  expect(currencyOfNumber('000')).toBeUndefined();
});

test('a currency has as many digits as Intl gives it', () => {
  for (const [code, { exponent }] of Object.entries(CURRENCIES)) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency: code });
    // ISO 4217 gives the forint two; CLDR shows none.
    expect([code, exponent]).toEqual([code, code === 'HUF' ? 2 : format.resolvedOptions().maximumFractionDigits]);
  }
});
