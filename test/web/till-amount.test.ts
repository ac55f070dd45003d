import { expect, test } from '@jest/globals';
import { readAmount, typedAmount, writeAmount } from '../../web/ui/amount.ts';

test.each([
  ['12.50', 'EUR', 1250],
  ['12,5', 'EUR', 1250],
  ['12', 'EUR', 1200],
  [' 1 234,50 ', 'EUR', 123_450],
  ['1\u202f234,50', 'EUR', 123_450],
  ['1,234.50', 'EUR', 123_450],
  ['1.234,50', 'EUR', 123_450],
  ['0.29', 'EUR', 29],
  ['8,03', 'EUR', 803],
  ['4500', 'JPY', 4500],
  ['1.234', 'BHD', 1234],
])('%p in %s is %d', (typed, currency, amount) => {
  expect(readAmount(typed, currency)).toBe(amount);
});

test.each([
  ['', 'EUR'],
  ['-1', 'EUR'],
  ['1e3', 'EUR'],
  ['12.505', 'EUR'],
  ['1.2.3', 'EUR'],
  ['1.5', 'JPY'],
  ['1,234,50', 'EUR'],
  ['€ 5', 'EUR'],
  ['99999999999999999999', 'EUR'],
])('%p in %s is no amount', (typed, currency) => {
  expect(readAmount(typed, currency)).toBeNull();
});

test.each([
  [1250, 'EUR', 'fr', '12,50'],
  [5, 'EUR', 'en', '0.05'],
  [4500, 'JPY', 'fr', '4500'],
  [1234, 'BHD', 'en', '1.234'],
])('%d minor units of %s are typed in %s as %s', (amount, currency, language, typed) => {
  expect(typedAmount(amount, currency, language)).toBe(typed);
  expect(readAmount(typed, currency)).toBe(amount);
});

test('what was typed is written as money to the last cent', () => {
  expect(writeAmount(999_999_999_999, 'EUR', 'en')).toBe('€9,999,999,999.99');
  expect(writeAmount(1003, 'EUR', 'fr')).toBe('10,03\u00a0€');
});
