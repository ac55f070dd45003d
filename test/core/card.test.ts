import { describe, expect, test } from '@jest/globals';
import {
  formatExpiry,
  hasExpired,
  maskCardNumber,
  parseCardNumber,
  parseExpiry,
  parseSecurityCode,
  passesLuhn,
} from '../../server/core/card.js';
import { RefusalError } from '../../server/core/refusal.js';
import { Secret } from '../../server/core/secret.js';

const NUMBER = '4970100000000006';

function codeOf(ask: () => unknown): string | undefined {
  try {
    ask();
  } catch (error) {
    return error instanceof RefusalError ? error.code : 'not a refusal';
  }
  return undefined;
}

describe('a card number', () => {
  test('is read however it is grouped', () => {
    for (const text of [NUMBER, '4970 1000 0000 0006', '4970-1000-0000-0006', ' 4970\u00a01000\u202f0000.0006 '])
      expect(parseCardNumber(text).reveal()).toBe(NUMBER);
  });

  test.each([
    '',
    '4970',
    '49701000000',
    '4970 1000 0000 000x',
    '４９７０１０００００００000６',
    '1'.repeat(20),
    '4970/1000/0000/0006',
  ])('is not %j', text => {
    expect(codeOf(() => parseCardNumber(text))).toBe('CARD_NUMBER_INVALID');
  });

  test('has between twelve and nineteen digits', () => {
    for (const length of [12, 16, 19]) expect(parseCardNumber('1'.repeat(length)).reveal()).toHaveLength(length);
  });

  test('passes Luhn only with its own check digit', () => {
    const passing = Array.from({ length: 10 }, (_, digit) => `497010000000000${digit}`).filter(number =>
      passesLuhn(new Secret(number)),
    );
    expect(passing).toEqual([NUMBER]);
    // ISO/IEC 7812-1 annex B weighs from the right, so an odd length must pass as well.
    expect(passesLuhn(new Secret('378282000000008'))).toBe(true);
    expect(passesLuhn(new Secret('378282000000009'))).toBe(false);
  });

  test('doubles every second digit, and counts ten and more by the sum of their digits', () => {
    const pairs = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
    const passing = pairs.filter(pair => passesLuhn(new Secret(pair)));
    expect(passing).toEqual(['00', '18', '26', '34', '42', '59', '67', '75', '83', '91']);
  });

  test('shows its first six and last four digits at most', () => {
    expect(maskCardNumber(new Secret(NUMBER))).toBe('497010******0006');
    expect(maskCardNumber(new Secret('1'.repeat(19)))).toBe('111111*********1111');
    expect(maskCardNumber(new Secret('1'.repeat(12)))).toBe('111111**1111');
  });
});

describe('an expiry date', () => {
  test.each(['03/28', '3/28', '03/2028', '0328', '03 - 28', '03 28', ' 03/28 ', '03.28', '032028'])(
    '%j is March 2028',
    text => {
      expect(parseExpiry(text)).toEqual({ month: 3, year: 2028 });
    },
  );

  test.each(['', '13/28', '00/28', '03/1928', '03/3028', '03', '03/028', '2028-03', '03/28/01', 'aa/bb', '03//28'])(
    '%j is none',
    text => {
      expect(codeOf(() => parseExpiry(text))).toBe('EXPIRY_INVALID');
    },
  );

  test('is shown as it stands on the card', () => {
    expect(formatExpiry({ month: 3, year: 2028 })).toBe('03/28');
    expect(formatExpiry({ month: 12, year: 2100 })).toBe('12/00');
  });

  test('is good until its last month is over everywhere on earth', () => {
    const expiry = { month: 12, year: 2028 };
    expect(hasExpired(expiry, new Date('2028-12-31T23:59:59Z'))).toBe(false);
    expect(hasExpired(expiry, new Date('2029-01-01T11:59:59Z'))).toBe(false);
    expect(hasExpired(expiry, new Date('2029-01-01T12:00:00Z'))).toBe(true);
  });
});

describe('a security code', () => {
  test('has three digits, four on American Express', () => {
    expect(parseSecurityCode(' 123 ', 'VISA').reveal()).toBe('123');
    expect(parseSecurityCode('1234', 'AMEX').reveal()).toBe('1234');
    for (const text of ['12', '1234', 'abc', '', '1 3', '１２３'])
      expect(codeOf(() => parseSecurityCode(text, 'CB'))).toBe('SECURITY_CODE_INVALID');
    expect(codeOf(() => parseSecurityCode('123', 'AMEX'))).toBe('SECURITY_CODE_INVALID');
  });
});
