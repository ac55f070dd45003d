import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { TRANSACTION_EVENTS } from '../../../server/core/transaction.js';
import { Reached } from '../reached.js';
import { days } from './law.js';
import { playLaw } from './play-law.js';

test('on every sequence of what may and what may not happen, the law says what stands on paper', () => {
  const reached = new Reached();
  const { finding } = playLaw({ seed: 4, sequences: 600, longest_ms: 45_000 }, reached);
  expect(finding).toBeNull();
  // What never came proves nothing, and neither does what was never refused.
  const bothWays = TRANSACTION_EVENTS.flatMap(event => [`${event} may`, `${event} may not`]);
  const answers = ['VALIDATE', 'CANCEL', 'REFUND'].flatMap(action => [`${action} granted`, `${action} refused`]);
  expect(reached.missing([...bothWays, ...answers])).toEqual([]);
});

test('a business day ends when the clock on the wall shows its hour, in every zone and season', () => {
  expect(() => fc.assert(days, { numRuns: 150, seed: 4 })).not.toThrow();
});
