import { expect, test } from '@jest/globals';
import { mayHaveWaited } from '../notifications.js';

test.each([
  ['all came', [true, true], true, [0, 0]],
  ['the end is missing', [true, false, false], false, [1, 3]],
  ['all is missing', [false, false], false, [0, 2]],
  ['there is nothing', [], false, [0, 0]],
  ['a piece is missing, and the rest came when it was enabled again', [true, false, false, true], true, [1, 3]],
  ['a piece is missing before a rest that came, and it was never enabled again', [true, false, true], false, [0, 0]],
  ['two pieces are missing: the last may have waited', [false, true, false, true], true, [2, 3]],
] as const)('%s', (_, came, isEnabledAgain, piece) => {
  const [from, to] = mayHaveWaited(came, isEnabledAgain);
  expect([from, to]).toEqual(piece);
  expect(came.slice(from, to)).not.toContain(true);
});
