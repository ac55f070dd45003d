/**
 * Fields 12 and 13: the wall clock of the shop.
 */
export interface LocalTime {
  /** `hhmmss` */
  readonly time: string;
  /** `MMDD` */
  readonly date: string;
}

/** Formatters are dear to make and zones are few, so each zone's is kept. */
export function createLocalTime(): (instant: Date, timeZone: string) => LocalTime {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (instant, timeZone) => {
    let format = formats.get(timeZone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hourCycle: 'h23',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
      formats.set(timeZone, format);
    }
    // en-GB writes "31/12, 23:59:58": five groups of two digits, day first.
    const [day = '', month = '', hour = '', minute = '', second = ''] = format.format(instant).match(/\d\d/g) ?? [];
    return { time: hour + minute + second, date: month + day };
  };
}

/** Field 7: `MMDDhhmmss` in UTC. */
export function transmissionTime(instant: Date): string {
  const iso = instant.toISOString();
  return iso.slice(5, 7) + iso.slice(8, 10) + iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19);
}
