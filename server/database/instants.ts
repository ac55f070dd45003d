import { types } from 'pg';

export const TIMESTAMPTZ = 1184;

const anyInstant = types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/**
 * Reads `2026-11-24 00:27:06.175+00`, as a server in UTC writes the instants of our times: a list has hundreds of them, and the driver's
 * reading takes four times as long. Whatever looks different is left to the driver.
 */
export function readInstant(text: string): Date {
  // Years of four digits, none of them a leading 0.
  if (!text.endsWith('+00') || text.charAt(4) !== '-' || text.startsWith('0')) return anyInstant(text);
  let milliseconds = 0;
  for (let at = 20, weight = 100; at < text.length - 3 && weight >= 1; at++, weight /= 10)
    milliseconds += (text.charCodeAt(at) - ZERO) * weight;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day] = [twoDigits(text, 5) - 1, twoDigits(text, 8)];
  return new Date(
    Date.UTC(year, month, day, twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17), milliseconds),
  );
}

const ZERO = 48;

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}
