import { describe, expect, test } from '@jest/globals';
import { DEFAULT_CUT_OFF } from '../../server/core/business-day.js';
import { BRANDS } from '../../server/core/card.js';
import {
  AUTHORISATION_LIFETIMES,
  authorisationDeadline,
  captureDay,
  hasLapsed,
  isCapturePlan,
  lapsesBefore,
  SECURITY_CODE_KEY,
  validationDeadline,
} from '../../server/core/deadlines.js';

const at = new Date('2026-03-10T12:00:00Z');

describe('the authorisation deadline', () => {
  test.each([
    ['VISA', 'SHOPPER', false, '2026-03-17T12:00:00Z'],
    ['CB', 'SHOPPER', false, '2026-03-17T12:00:00Z'],
    ['MASTERCARD', 'SHOPPER', false, '2026-03-17T12:00:00Z'],
    ['VISA', 'MERCHANT', false, '2026-03-15T06:00:00Z'],
    ['MASTERCARD', 'MERCHANT', false, '2026-03-17T12:00:00Z'],
    ['MASTERCARD', 'SHOPPER', true, '2026-04-09T12:00:00Z'],
    ['VISA', 'MERCHANT', true, '2026-04-09T12:00:00Z'],
  ] as const)('of %s by the %s, pre-authorisation %s, is %s', (brand, initiator, preAuthorisation, until) => {
    expect(authorisationDeadline({ brand, initiator, preAuthorisation }, at).at).toEqual(new Date(until));
  });

  test('is known once for every brand and initiator, with its source', () => {
    const known = AUTHORISATION_LIFETIMES.map(({ brand, initiator }) => `${brand} ${initiator}`);
    const wanted = BRANDS.flatMap(brand => [`${brand} MERCHANT`, `${brand} SHOPPER`]);
    expect(known.toSorted()).toEqual(wanted.toSorted());
    for (const { source } of AUTHORISATION_LIFETIMES) expect(source).toMatch(/\S/);
  });

  test('has passed from its very instant, and where there is none', () => {
    const soon = new Date(at.getTime() + 1);
    expect([soon, at, null].map(expiresAt => hasLapsed(expiresAt, at))).toEqual([false, true, true]);
  });

  test('is of no use to a remittance that closes at the same instant or later', () => {
    const closing = new Date('2026-03-17T21:00:00Z');
    expect(lapsesBefore(new Date(closing.getTime() + 1), closing)).toBe(false);
    expect(lapsesBefore(closing, closing)).toBe(true);
    expect(lapsesBefore(new Date(closing.getTime() - 1), closing)).toBe(true);
  });
});

describe('the validation deadline and the capture day', () => {
  test('count business days of the shop', () => {
    expect(captureDay(at, 0, DEFAULT_CUT_OFF)).toBe('2026-03-10');
    expect(captureDay(at, 6, DEFAULT_CUT_OFF)).toBe('2026-03-16');
    expect(captureDay(new Date('2026-03-10T21:00:00Z'), 0, DEFAULT_CUT_OFF)).toBe('2026-03-11');
    expect(validationDeadline(at, 6, DEFAULT_CUT_OFF)).toEqual(new Date('2026-03-16T21:00:00Z'));
  });

  test('keep the hour of the cut-off over a change of the clocks', () => {
    expect(validationDeadline(at, 20, DEFAULT_CUT_OFF)).toEqual(new Date('2026-03-30T20:00:00Z'));
  });
});

test('each capture plan takes its own days', () => {
  expect(isCapturePlan('IMMEDIATE', null)).toBe(true);
  expect(isCapturePlan('IMMEDIATE', 0)).toBe(false);
  expect([-1, 0, 99, 100, 1.5, Number.NaN, null].filter(days => isCapturePlan('DEFERRED', days))).toEqual([0, 99]);
  expect([0, 1, 99, 100, null].filter(days => isCapturePlan('VALIDATION', days))).toEqual([1, 99]);
});

test('a key of security codes is destroyed after the one that follows it is in use', () => {
  expect(SECURITY_CODE_KEY).toEqual({ changes_ms: 900_000, destroyed_ms: 1_800_000 });
});
