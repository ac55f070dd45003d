/**
 * The jobs of the timetable that move money or tell of it.
 */
import { TIMETABLE, type Job } from '../../server/timetable.js';

/** They neither move money nor tell of it; and what they look at is days away. */
const ASIDE = /^(?:refresh the ranges|forget|erase|abandon|continue|make daily|send daily)/;

export const MONEY_JOBS: readonly Job[] = TIMETABLE.filter(({ name }) => !ASIDE.test(name));

export const REPORT_JOBS: readonly Job[] = TIMETABLE.filter(({ name }) => /daily reports/.test(name));
