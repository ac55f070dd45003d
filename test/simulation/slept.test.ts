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

/** The first message of a process is the sign-on of its line, for which its first authorisation waits. */
const ASLEEP_WHILE_THE_LINE_OPENS: Story = {
  start: '2026-11-24T10:00:00Z',
  before: 'NOTHING',
  plan: 'IMMEDIATE',
  knowsRanges: true,
  reports: false,
  faults: [],
  last: null,
  steps: [
    {
      kind: 'PAY',
      order: 0,
      code: '00',
      fate: null,
      way: null,
      moves: [],
      doing: { place: 'A', mishap: { kind: 'ASLEEP_BEFORE', at: 'SEND', step: 0 }, waits: true },
    },
  ],
};

test('a process that sleeps while its line opens does not ask, once awake, for what was reversed meanwhile', async () => {
  const reached = new Reached();
  for (const turns of sample(scheduler(), { numRuns: 4, seed: 1 }))
    expect(await play(ground, turns, ASLEEP_WHILE_THE_LINE_OPENS, reached)).toEqual([]);
  expect(reached.missing(['ASLEEP_BEFORE at SEND'])).toEqual([]);
});
