/**
 * Times as the till shows them: in the shop's time zone, whatever the reader's device thinks.
 */
import type { Language } from './language.ts';

export interface Zone {
  readonly language: Language;
  /** IANA. */
  readonly timeZone: string;
}

type Parts = Intl.DateTimeFormatOptions;

const TIME: Parts = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
const SHORT_TIME: Parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

function write({ language, timeZone }: Zone, at: Date, parts: Parts): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...parts, timeZone }).format(at);
}

/** `2026-11-23`: the day of an instant where the shop is. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

/** The time alone on the day that it is now; else with its date. */
export function compactTime(zone: Zone, instant: string, now: Date): string {
  const at = new Date(instant);
  const time = write(zone, at, TIME);
  if (dayOf(at, zone.timeZone) === dayOf(now, zone.timeZone)) return time;
  return `${write(zone, at, { day: 'numeric', month: 'short' })}, ${write(zone, at, SHORT_TIME)}`;
}

export function fullTime(zone: Zone, instant: string): string {
  return write(zone, new Date(instant), { day: 'numeric', month: 'long', year: 'numeric', ...TIME });
}

export function shortDateTime(zone: Zone, instant: string): string {
  return write(zone, new Date(instant), { day: 'numeric', month: 'short', ...SHORT_TIME });
}

/** What a deadline is called: by its hour on the day itself, by its day before. */
export function nearOrDay(zone: Zone, instant: string, now: Date): string {
  const at = new Date(instant);
  const isToday = dayOf(at, zone.timeZone) === dayOf(now, zone.timeZone);
  return write(zone, at, isToday ? SHORT_TIME : { day: 'numeric', month: 'short' });
}

export function clockTime(zone: Zone, at: Date): string {
  return write(zone, at, SHORT_TIME);
}

/** A day that already is one of the shop's calendar: `2026-11-23`. */
export function calendarDay(language: Language, day: string, withYear = false): string {
  const parts: Parts = { day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' } : {}) };
  return write({ language, timeZone: 'UTC' }, new Date(`${day}T00:00:00Z`), parts);
}

/** The zone by name, such as `Europe/Paris (CET)`. */
export function zoneName({ language, timeZone }: Zone, now: Date): string {
  const parts = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone, timeZoneName: 'short' });
  const short = parts.formatToParts(now).find(part => part.type === 'timeZoneName')?.value;
  return short ? `${timeZone.replaceAll('_', ' ')} (${short})` : timeZone;
}

/**
 * The instant at which a day begins where the shop is. Looked for around midnight UTC, because only `Intl` knows the
 * offsets: a day of 23 or 25 hours begins where its own date begins.
 */
export function startOfDay(day: string, timeZone: string): string | null {
  const guess_ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(guess_ms)) return null;
  for (let quarters = -15 * 4; quarters <= 13 * 4; quarters++) {
    const at = new Date(guess_ms + quarters * 900_000);
    if (dayOf(at, timeZone) === day) return at.toISOString();
  }
  return null;
}

export function dayAfter(day: string): string {
  const at_ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at_ms) ? day : new Date(at_ms + 86_400_000).toISOString().slice(0, 10);
}
