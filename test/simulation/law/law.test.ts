import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { days, journals } from './law.js';

test('whatever may happen to a payment leaves what the words of the domain say, and nothing else is taken', () => {
  expect(() => fc.assert(journals, { numRuns: 3_000, seed: 4 })).not.toThrow();
});

test('a business day ends when the clock on the wall shows its hour, in every zone and season', () => {
  expect(() => fc.assert(days, { numRuns: 150, seed: 4 })).not.toThrow();
});
