import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sample, scheduler } from 'fast-check';
import { Ground } from './ground.js';
import { play } from './play.js';
import { Reached } from './reached.js';
import type { Story } from './story.js';

let ground: Ground;
beforeAll(async () => {
  ground = await Ground.prepare();
});
afterAll(() => ground?.end());

const doing = { place: 'A', mishap: null, waits: false } as const;

const THE_FIRST: Story = {
  start: '2026-11-24T10:00:00Z',
  before: 'OPENED',
  plan: 'IMMEDIATE',
  knowsRanges: false,
  reports: false,
  faults: [],
  last: null,
  steps: [
    { kind: 'PAY', order: 0, code: '00', fate: null, way: '02', moves: [], doing },
    { kind: 'PAY', order: 1, code: '00', fate: null, way: '02', moves: [], doing: { ...doing, place: 'B' } },
  ],
};

test('while one learns which cards are enrolled, no other takes them for those that are not', async () => {
  const reached = new Reached();
  for (const turns of sample(scheduler(), { numRuns: 25, seed: 1 }))
    expect(await play(ground, turns, THE_FIRST, reached)).toEqual([]);
  expect(reached.missing(['card 02 at the directory'])).toEqual([]);
});

/** Nobody answered in time, so that it is reversed; then somebody did, so that it is reversed once more. */
const REVERSED_TWICE: Story = {
  start: '2026-11-24T10:00:00Z',
  before: 'NOTHING',
  plan: 'IMMEDIATE',
  knowsRanges: true,
  reports: false,
  faults: [],
  last: null,
  steps: [
    { kind: 'PAY', order: 0, code: '00', fate: 'ANSWERED_LATE', way: null, moves: [], doing },
    { kind: 'WORK', minutes: 1, doing },
  ],
};

test('two reversals of one payment, acknowledged at once, end it once and are no fault', async () => {
  const reached = new Reached();
  for (const turns of sample(scheduler(), { numRuns: 10, seed: 1 }))
    expect(await play(ground, turns, REVERSED_TWICE, reached)).toEqual([]);
  expect(reached.missing(['ANSWERED_LATE of AUTHORISATION'])).toEqual([]);
});
