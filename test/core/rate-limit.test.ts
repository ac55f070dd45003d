import { expect, test } from '@jest/globals';
import { RateLimit } from '../../server/core/rate-limit.js';

const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1_000);

test('so many tries within a window, counted from the first', () => {
  const limit = new RateLimit({ most: 2, window_ms: 10_000, names: 10 });
  expect([limit.take('a', at(0)), limit.take('a', at(9)), limit.take('a', at(9.9))]).toEqual([true, true, false]);
  expect(limit.take('b', at(9.9))).toBe(true);
  expect(limit.take('a', at(10))).toBe(true);
});

test('a try that is given back does not count', () => {
  const limit = new RateLimit({ most: 1, window_ms: 10_000, names: 10 });
  limit.take('a', at(0));
  limit.giveBack('a');
  limit.giveBack('a');
  limit.giveBack('never heard of');
  expect([limit.take('a', at(1)), limit.take('a', at(1))]).toEqual([true, false]);
});

test('whoever has many names fills no memory: the one not heard of for longest is forgotten', () => {
  const limit = new RateLimit({ most: 1, window_ms: 10_000, names: 2 });
  limit.take('a', at(0));
  limit.take('b', at(1));
  expect(limit.take('a', at(2))).toBe(false);
  limit.take('c', at(3));
  expect([limit.take('a', at(4)), limit.take('b', at(5))]).toEqual([false, true]);
});
