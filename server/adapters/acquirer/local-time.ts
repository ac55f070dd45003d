/**
 * Fields 12 and 13: the wall clock of the shop.
 */
import { localParts } from '../../core/time.js';

export interface LocalTime {
  /** `hhmmss` */
  readonly time: string;
  /** `MMDD` */
  readonly date: string;
}

/** The core's wall clock, in the shape of the fields. */
export function createLocalTime(): (instant: Date, timeZone: string) => LocalTime {
  return (instant, timeZone) => {
    const { date, time } = localParts(instant, timeZone);
    return { time: time.replaceAll(':', ''), date: date.slice(-5).replace('-', '') };
  };
}

/** Field 7: `MMDDhhmmss` in UTC. */
export function transmissionTime(instant: Date): string {
  const iso = instant.toISOString();
  return iso.slice(5, 7) + iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19);
}
