/**
 * Instants, shop time and the local calendar of an IANA time zone, with nothing but `Intl`.
 *
 * A local date is `YYYY-MM-DD`, a local time `HH:MM` or `HH:MM:SS`. A day may have 23, 24 or 25 hours, and a date may be
 * missing altogether (Samoa, 30 December 2011).
 */

export interface LocalParts {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM:SS`. */
  readonly time: string;
}

/** A shop's own time: real time plus the offset of its test clock, which is zero in live mode. */
export function shopTime(realTime: Date, offset_ms: number): Date {
  return new Date(realTime.getTime() + offset_ms);
}

export function addTime(instant: Date, duration_ms: number): Date {
  return new Date(instant.getTime() + duration_ms);
}

export const SECOND_ms = 1000;
export const MINUTE_ms = 60 * SECOND_ms;
export const HOUR_ms = 60 * MINUTE_ms;
export const DAY_ms = 24 * HOUR_ms;

/** Making a formatter takes a hundred times as long as using it. A memo, not state: no answer ever depends on it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}

/** Whether `Intl` knows a zone of this name. `+02:00` is an offset, not a zone: it has no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What calendar and clock on the wall show in `zone` at `instant`. */
export function localParts(instant: Date, zone: string): LocalParts {
  if (zone === 'UTC') return { date: instant.toISOString().slice(0, 10), time: instant.toISOString().slice(11, 19) };
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map(part => [part.type, part.value]),
  );
  const text = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${text('year').padStart(4, '0')}-${text('month')}-${text('day')}`,
    time: `${text('hour')}:${text('minute')}:${text('second')}`,
  };
}

/**
 * The instant at which the clock on the wall of `zone` first shows this date and time. A time that is skipped in spring
 * is the first instant after the gap; of a time that comes twice in autumn it is the first.
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const wall_ms = wallTime_ms(date, time);
  // No zone is further than fifteen hours from UTC, and none changed its clock twice within thirty hours.
  const before_ms = wallOffset_ms(wall_ms - 15 * HOUR_ms, zone);
  const after_ms = wallOffset_ms(wall_ms + 15 * HOUR_ms, zone);
  const candidates = [wall_ms - Math.max(before_ms, after_ms), wall_ms - Math.min(before_ms, after_ms)];
  const [earlier = wall_ms, later = wall_ms] = candidates;
  const shown = candidates.find(candidate => candidate + wallOffset_ms(candidate, zone) === wall_ms);
  return new Date(shown ?? changeBetween(earlier, later, zone));
}

/** The date so many days later (or earlier) in the calendar. */
export function addDays(date: string, days: number): string {
  return new Date(wallTime_ms(date, '00:00') + days * DAY_ms).toISOString().slice(0, 10);
}

/** The first millisecond in (low, high] at which the offset of `zone` is another than at `low`. */
function changeBetween(low_ms: number, high_ms: number, zone: string): number {
  const before_ms = wallOffset_ms(low_ms, zone);
  let [low, high] = [low_ms, high_ms];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallOffset_ms(middle, zone) === before_ms) low = middle;
    else high = middle;
  }
  return high;
}

/** How far the clock on the wall is ahead of UTC. */
function wallOffset_ms(instant_ms: number, zone: string): number {
  const { date, time } = localParts(new Date(instant_ms), zone);
  const second_ms = Math.floor(instant_ms / SECOND_ms) * SECOND_ms;
  return wallTime_ms(date, time) - second_ms;
}

/** Date and time as if they were UTC, in milliseconds since 1970. */
function wallTime_ms(date: string, time: string): number {
  const iso = `${date}T${time.length === 5 ? `${time}:00` : time}Z`;
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(value) || new Date(value).toISOString().slice(0, 10) !== date)
    throw new Error(`${JSON.stringify(`${date} ${time}`)} is not a date and a time.`);
  return value;
}
