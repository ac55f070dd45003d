import { describe, expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';
import {
  changeRanges,
  commonVersion,
  directoryBrand,
  enrolledRange,
  type CardRange,
} from '../../server/core/threeds-ranges.js';

const versions = { first: '2.1.0', last: '2.2.0' };
const range = (low: string, high: string, methodUrl: string | null = null): CardRange => ({
  low,
  high,
  versions,
  methodUrl,
});
const wide = range('4970100000000000', '4970109999999999');
const narrow = range('4970101100000000', '4970101199999999', 'https://acs.example/method');
const amex = range('378282000000000', '378282999999999');

describe('ranges change in the order in which the directory says it', () => {
  test('added, replaced, taken away', () => {
    const known = changeRanges(
      [],
      [wide, amex].map(each => ({ action: 'SET', range: each })),
    );
    expect(known).toEqual([wide, amex]);
    const other = { ...wide, methodUrl: 'https://acs.example/other' };
    const changed = changeRanges(known, [
      { action: 'SET', range: other },
      { action: 'SET', range: narrow },
      { action: 'DELETE', low: amex.low, high: amex.high },
    ]);
    expect(changed).toEqual([other, narrow]);
    expect(known).toEqual([wide, amex]);
  });

  test('what is taken away and added again is there; what is not there can be taken away', () => {
    const deletion = { action: 'DELETE', low: wide.low, high: wide.high } as const;
    const addition = { action: 'SET', range: wide } as const;
    expect(changeRanges([wide], [deletion, addition])).toEqual([wide]);
    expect(changeRanges([wide], [addition, deletion, deletion])).toEqual([]);
  });
});

describe('a card is enrolled by the range it lies in', () => {
  test.each([
    ['the first of it', '4970100000000000', wide],
    ['the last of it', '4970109999999999', wide],
    ['the one before', '4970099999999999', undefined],
    ['the one after', '4970110000000000', undefined],
    ['one of another length', '497010000000000', undefined],
    ['the narrower of two', '4970101150000000', narrow],
    ['fifteen digits', '378282500000000', amex],
  ])('%s', (_, digits, found) => {
    expect(enrolledRange(new Secret(digits), [wide, narrow, amex])).toBe(found);
    expect(enrolledRange(new Secret(digits), [amex, narrow, wide])).toBe(found);
  });

  test('nineteen digits are told apart to the last', () => {
    const long = range('5018100000000000001', '5018100000000000002');
    const digits = ['5018100000000000000', '5018100000000000001', '5018100000000000002', '5018100000000000003'];
    expect(digits.map(each => enrolledRange(new Secret(each), [long]) === long)).toEqual([false, true, true, false]);
  });
});

test.each([
  ['2.1.0', '2.2.0', '2.1.0', '2.2.0', '2.2.0'],
  ['2.1.0', '2.1.0', '2.1.0', '2.2.0', '2.1.0'],
  ['2.1.0', '2.2.0', '2.1.0', '2.1.0', '2.1.0'],
  ['2.1.0', '2.3.1', '2.1.0', '2.3.1', '2.2.0'],
  ['1.0.2', '2.10.0', '2.2.0', '2.3.1', '2.2.0'],
  ['2.3.0', '2.3.1', '2.1.0', '2.3.1', null],
  ['1.0.2', '1.0.2', '2.1.0', '2.2.0', null],
  ['2.2.0', '2.2.0', '2.1.0', '2.1.0', null],
])('issuer %s to %s, directory %s to %s: %s', (first, last, from, to, common) => {
  expect(commonVersion({ first, last }, { first: from, last: to })).toBe(common);
});

test('the directory is the first international brand’s, whichever the shopper chose', () => {
  expect(directoryBrand(['CB', 'MASTERCARD'])).toBe('MASTERCARD');
  expect(directoryBrand(['VISA', 'MASTERCARD'])).toBe('VISA');
  expect(directoryBrand(['CB'])).toBe('CB');
  expect(directoryBrand([])).toBeUndefined();
});
