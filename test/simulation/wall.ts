/**
 * When the clock on a shop's wall shows an hour, found by looking at the clock, minute after minute. Shares nothing with the house.
 */
const MINUTE_ms = 60_000;

export function cutOffOnTheWall(day: string, hour: string, zone: string): Date {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const middle_ms = Date.parse(`${day}T${hour}:00Z`);
  for (let at_ms = middle_ms - 15 * 60 * MINUTE_ms; ; at_ms += MINUTE_ms)
    // An hour that is skipped is over as soon as the clock shows more.
    if (wall.format(at_ms) >= `${day} ${hour}`) return new Date(at_ms);
}
