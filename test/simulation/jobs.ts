/**
 * The jobs of the timetable that a story plays: those that move money or tell of it, and others where they may have something to do.
 */
import { TIMETABLE, type Job } from '../../server/timetable.js';

/** They neither move money nor tell of it; and what they look at is days away. */
const ASIDE = /^(?:refresh the ranges|forget|erase)/;
const OF_AUTHENTICATIONS = /^(?:abandon|continue)/;
const OF_REPORTS = /daily reports$/;

/** In the order of the timetable. What a story has no use for is not looked for in it: that would be most of what happens. */
export function jobsOf({ authenticates, reports }: { authenticates: boolean; reports: boolean }): readonly Job[] {
  return TIMETABLE.filter(
    ({ name }) =>
      !ASIDE.test(name) && (authenticates || !OF_AUTHENTICATIONS.test(name)) && (reports || !OF_REPORTS.test(name)),
  );
}
