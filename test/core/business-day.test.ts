import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, date, property } from 'fast-check';
import { businessDayOf, cutOffOf, DEFAULT_CUT_OFF, isCutOffTime, nextCutOff } from '../../server/core/business-day.js';
import { addDays, HOUR_ms } from '../../server/core/time.js';

const paris = DEFAULT_CUT_OFF;

function hoursOf(day: string, shop: typeof paris): number {
  return (cutOffOf(day, shop).getTime() - cutOffOf(addDays(day, -1), shop).getTime()) / HOUR_ms;
}

test('a business day runs from cut-off to cut-off and bears the date of its end', () => {
  expect(businessDayOf(new Date('2026-03-10T20:59:59.999Z'), paris)).toBe('2026-03-10');
  expect(businessDayOf(new Date('2026-03-10T21:00:00Z'), paris)).toBe('2026-03-11');
  expect(businessDayOf(new Date('2026-03-10T23:30:00Z'), paris)).toBe('2026-03-11');
  expect(cutOffOf('2026-03-10', paris)).toEqual(new Date('2026-03-10T21:00:00Z'));
});

test('the next cut-off lies after the instant, also after the instant of a cut-off', () => {
  expect(nextCutOff(new Date('2026-03-10T20:59:59.999Z'), paris)).toEqual(new Date('2026-03-10T21:00:00Z'));
  expect(nextCutOff(new Date('2026-03-10T21:00:00Z'), paris)).toEqual(new Date('2026-03-11T21:00:00Z'));
});

test('a business day may have 23, 25, 23½ and 24½ hours', () => {
  expect(hoursOf('2026-03-28', paris)).toBe(24);
  expect(hoursOf('2026-03-29', paris)).toBe(23);
  expect(hoursOf('2026-10-25', paris)).toBe(25);
  const lordHowe = { zone: 'Australia/Lord_Howe', cutOff: '22:00' };
  expect(hoursOf('2026-10-04', lordHowe)).toBe(23.5);
  expect(hoursOf('2026-04-05', lordHowe)).toBe(24.5);
});

describe('a cut-off in an hour that is skipped or comes twice', () => {
  const shop = { zone: 'Europe/Paris', cutOff: '02:30' };

  test('is the first instant after the gap', () => {
    const end = new Date('2026-03-29T01:00:00Z');
    expect(cutOffOf('2026-03-29', shop)).toEqual(end);
    expect(businessDayOf(new Date(end.getTime() - 1), shop)).toBe('2026-03-29');
    expect(businessDayOf(end, shop)).toBe('2026-03-30');
  });

  test('is the first of the two, and the second does not cut again', () => {
    expect(cutOffOf('2026-10-25', shop)).toEqual(new Date('2026-10-25T00:30:00Z'));
    expect(businessDayOf(new Date('2026-10-25T00:29:59Z'), shop)).toBe('2026-10-25');
    expect(businessDayOf(new Date('2026-10-25T01:15:00Z'), shop)).toBe('2026-10-26');
    expect(businessDayOf(new Date('2026-10-25T01:30:00Z'), shop)).toBe('2026-10-26');
  });
});

describe('in every zone, with every cut-off', () => {
  const zone = constantFrom(
    'Europe/Paris',
    'America/Sao_Paulo',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Pacific/Kiritimati',
    'UTC',
  );
  const cutOff = constantFrom('00:00', '00:01', '00:30', '02:00', '02:30', '03:00', '12:00', '22:00', '23:30', '23:59');
  const anyInstant = date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

  test('every instant lies in one business day: after the cut-off before, before its own', () => {
    const covered = property(anyInstant, zone, cutOff, (instant, zone, cutOff) => {
      const shop = { zone, cutOff };
      const day = businessDayOf(instant, shop);
      expect(cutOffOf(day, shop).getTime()).toBeGreaterThan(instant.getTime());
      expect(cutOffOf(addDays(day, -1), shop).getTime()).toBeLessThanOrEqual(instant.getTime());
      expect(nextCutOff(instant, shop)).toEqual(cutOffOf(day, shop));
    });
    assert(covered, { seed: 8583, numRuns: 2000 });
  });

  test('walking from cut-off to cut-off, days follow each other without a gap, and none is longer than 25 hours', () => {
    const walk = property(anyInstant, zone, cutOff, (start, zone, cutOff) => {
      const shop = { zone, cutOff };
      let end = nextCutOff(start, shop);
      for (let step = 0; step < 20; step += 1) {
        const after = nextCutOff(end, shop);
        const hours = (after.getTime() - end.getTime()) / HOUR_ms;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(25);
        expect(businessDayOf(end, shop) > businessDayOf(new Date(end.getTime() - 1), shop)).toBe(true);
        end = after;
      }
    });
    assert(walk, { seed: 8583, numRuns: 150 });
  });

  test('both sides of every change of the clocks of a year', () => {
    const last = {
      'Europe/Paris': '2027-01-02',
      'Australia/Lord_Howe': '2027-01-03',
      'America/St_Johns': '2027-01-02',
    };
    for (const [zone, lastDay] of Object.entries(last)) {
      const shop = { zone, cutOff: '02:30' };
      const first = Date.UTC(2026, 0, 1);
      let before = businessDayOf(new Date(first), shop);
      for (let hour = 1; hour < 366 * 24; hour += 1) {
        const day = businessDayOf(new Date(first + hour * HOUR_ms), shop);
        expect([before, addDays(before, 1)]).toContain(day);
        before = day;
      }
      expect(before).toBe(lastDay);
    }
  });
});

test('a cut-off is an hour and a minute', () => {
  expect(['22:00', '00:00', '23:59', '24:00', '9:00', '22:60', '22:00:00', ''].filter(isCutOffTime)).toEqual([
    '22:00',
    '00:00',
    '23:59',
  ]);
});
