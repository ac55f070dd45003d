import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, date, integer, property } from 'fast-check';
import { addDays, HOUR_ms, instantOf, isTimeZone, localParts, MINUTE_ms, shopTime } from '../../server/core/time.js';

/** Whole and half hours, three quarters, half-hour summer time, both hemispheres, a missing day, and no summer at all. */
const ZONES = [
  'Europe/Paris',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'UTC',
] as const;

const anyZone = constantFrom(...ZONES);
const anyInstant = date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

function wall(instant: Date, zone: string): string {
  const { date, time } = localParts(instant, zone);
  return `${date} ${time}`;
}

test('shop time is real time plus the offset of the shop', () => {
  expect(shopTime(new Date('2026-01-01T00:00:00Z'), 90_000)).toEqual(new Date('2026-01-01T00:01:30Z'));
});

describe('what the wall shows', () => {
  test.each([
    ['Europe/Paris', '2026-01-15T23:30:00Z', '2026-01-16 00:30:00'],
    ['Europe/Paris', '2026-07-15T23:30:00Z', '2026-07-16 01:30:00'],
    ['Asia/Kathmandu', '2026-01-15T18:15:00Z', '2026-01-16 00:00:00'],
    ['Australia/Lord_Howe', '2026-01-15T12:00:59Z', '2026-01-15 23:00:59'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29 23:59:59'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31 00:00:00'],
    ['UTC', '2026-12-31T00:00:00Z', '2026-12-31 00:00:00'],
  ])('in %s at %s is %s', (zone, instant, shown) => {
    expect(wall(new Date(instant), zone)).toBe(shown);
  });
});

describe('the instant of a date and a time', () => {
  test.each([
    ['an ordinary evening', 'Europe/Paris', '2026-03-10', '22:00', '2026-03-10T21:00:00Z'],
    ['a summer evening', 'Europe/Paris', '2026-06-10', '22:00', '2026-06-10T20:00:00Z'],
    ['a skipped hour: the first instant after it', 'Europe/Paris', '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
    ['the first skipped minute', 'Europe/Paris', '2026-03-29', '02:00', '2026-03-29T01:00:00Z'],
    ['the first minute after the gap', 'Europe/Paris', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['a doubled hour: the first of the two', 'Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['the end of a doubled hour', 'Europe/Paris', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['a skipped midnight', 'America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00Z'],
    ['a doubled hour before midnight', 'America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-18T01:30:00Z'],
    ['a half-hour gap', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
    ['a doubled half hour', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
    ['a skipped day', 'Pacific/Apia', '2011-12-30', '22:00', '2011-12-30T10:00:00Z'],
    ['three quarters of an hour', 'Asia/Kathmandu', '2026-03-10', '22:00', '2026-03-10T16:15:00Z'],
    ['fourteen hours ahead', 'Pacific/Kiritimati', '2026-03-10', '00:00', '2026-03-09T10:00:00Z'],
  ])('%s', (_, zone, day, time, instant) => {
    expect(instantOf(day, time, zone)).toEqual(new Date(instant));
  });

  test('is shown on the wall again, unless the time is skipped', () => {
    const roundTrip = property(anyInstant, anyZone, (instant, zone) => {
      const shown = localParts(instant, zone);
      const found = instantOf(shown.date, shown.time, zone);
      expect(localParts(found, zone)).toEqual(shown);
      expect(found.getTime()).toBeLessThanOrEqual(instant.getTime());
    });
    assert(roundTrip, { seed: 8583, numRuns: 2000 });
  });

  test('is the first at which the wall has come that far', () => {
    const first = property(anyInstant, integer({ min: 0, max: 95 }), anyZone, (near, quarter, zone) => {
      const day = near.toISOString().slice(0, 10);
      const time = new Date(quarter * 15 * MINUTE_ms).toISOString().slice(11, 16);
      const found = instantOf(day, time, zone);
      const wanted = `${day} ${time}:00`;
      expect(wall(found, zone) >= wanted).toBe(true);
      for (let back_ms = 15 * MINUTE_ms; back_ms < 27 * HOUR_ms; back_ms += 15 * MINUTE_ms)
        expect(wall(new Date(found.getTime() - back_ms), zone) < wanted).toBe(true);
      expect(wall(new Date(found.getTime() - 1), zone) < wanted).toBe(true);
    });
    assert(first, { seed: 8583, numRuns: 150 });
  });

  test.each([
    ['2026-02-30', '10:00'],
    ['2026-13-01', '10:00'],
    ['2026-01-01', '25:00'],
    ['2026-01-01', '24:00'],
    ['2026-1-1', '10:00'],
    ['tomorrow', '10:00'],
    ['2026-01-01', ''],
  ])('of %s %s does not exist', (day, time) => {
    expect(() => instantOf(day, time, 'Europe/Paris')).toThrow('is not a date and a time');
  });
});

test('days are counted in the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('a time zone has a name of its own; an offset is none', () => {
  expect(['Europe/Paris', 'UTC', 'Mars/Olympus', '+02:00', '', 'Europe/Paris '].filter(isTimeZone)).toEqual([
    'Europe/Paris',
    'UTC',
  ]);
});
