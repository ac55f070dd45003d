import { expect, test } from '@jest/globals';
import {
  AUTHENTICATION_EVENTS,
  AUTHENTICATION_STATE_TABLE,
  AUTHENTICATION_STATUSES,
  next,
} from '../../server/core/authentication-states.js';

/** Written by hand from the rules, not from the table: where each event leads from each status; a dot is nowhere. */
const GRID: Record<string, readonly string[]> = {
  //           METHOD_OFFERED  DIRECTORY_ASKED  CHALLENGED    RETURNED     ENDED
  NEW: ['METHOD', 'REQUESTING', '.', '.', '.'],
  METHOD: ['.', 'REQUESTING', '.', '.', 'ENDED'],
  REQUESTING: ['.', '.', 'CHALLENGE', '.', 'ENDED'],
  CHALLENGE: ['.', '.', '.', 'CHALLENGE', 'ENDED'],
  ENDED: ['.', '.', '.', '.', '.'],
};

const cells = (['NEW', ...AUTHENTICATION_STATUSES] as const).flatMap(status =>
  AUTHENTICATION_EVENTS.map((event, place) => [status, event, GRID[status]?.[place] ?? '?'] as const),
);

test.each(cells)('an authentication in %s: %s leads to %s', (status, event, to) => {
  if (to === '.') expect(() => next(status, event)).toThrow(`No arrow ${event} leaves ${status}.`);
  else expect(next(status, event)).toBe(to);
});

test('every arrow has a sentence', () => {
  for (const arrows of Object.values(AUTHENTICATION_STATE_TABLE))
    for (const arrow of Object.values(arrows)) expect(arrow.because).toMatch(/^[A-Z].{20,}\.$/);
});
