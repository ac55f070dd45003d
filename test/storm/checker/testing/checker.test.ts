import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { checkEvidence } from '../check-evidence.js';
import { written } from '../written.js';
import { smallRun } from './small-run.js';

let folder = '';
beforeAll(async () => {
  folder = await smallRun();
});
afterAll(async () => (process.env['KEEP'] ? undefined : rm(folder, { recursive: true, force: true })));

test('the evidence of a run in which everything held passes, and every invariant has looked at something', async () => {
  const verdict = await checkEvidence(folder);
  expect(written(verdict)).toContain('Everything held.');
  expect(verdict.violations).toEqual([]);
});
