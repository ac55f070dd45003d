/**
 * The law alone against what the domain's words say: sequences of happenings that may and may not come, and days in all time zones.
 */
import * as fc from 'fast-check';
import { businessDayOf, cutOffOf } from '../../../server/core/business-day.js';
import { Reached } from '../reached.js';
import { cutOffOnTheWall } from '../wall.js';
import { playLaw } from './play-law.js';

/** On a machine that is busy fewer sequences will do. */
const LONGEST_ms = 30_000;
const ZONES = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

/** What does not hold of the law, or null. */
export function lawComplaint(seed: number, sequences: number, daysMost: number): string | null {
  const { finding } = playLaw({ seed, sequences, longest_ms: LONGEST_ms }, new Reached());
  if (finding !== null) return finding;
  const ofDays = fc.check(days, { seed, numRuns: daysMost });
  return ofDays.failed ? `${JSON.stringify(ofDays.counterexample)}\n  ! ${String(ofDays.errorInstance)}` : null;
}

const day = fc
  .integer({ min: 0, max: 365 * 6 })
  .map(days => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const hour = fc
  .integer({ min: 0, max: 47 })
  .map(half => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

/** A business day ends when the clock on the wall shows its hour, and that instant belongs to the next one. */
export const days = fc.property(day, hour, fc.constantFrom(...ZONES), (date, cutOff, zone) => {
  const end = cutOffOf(date, { zone, cutOff });
  const shown = cutOffOnTheWall(date, cutOff, zone);
  if (end.getTime() !== shown.getTime())
    throw new Error(`It ends at ${end.toISOString()}, on the wall at ${shown.toISOString()}.`);
  const before = businessDayOf(new Date(end.getTime() - 1), { zone, cutOff });
  if (before !== date) throw new Error(`The last millisecond of ${date} belongs to ${before}.`);
  if (businessDayOf(end, { zone, cutOff }) === date) throw new Error(`${date} has no end.`);
});
