import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEvidence } from '../check-evidence.js';
import { written } from '../written.js';
import { Corrupted } from './corrupted.js';
import { OF_MONEY, OF_SECRETS } from './corruptions.js';
import { OF_LOG } from './corruptions-of-the-log.js';
import { OF_WORDS } from './corruptions-of-words.js';
import { smallRun } from './small-run.js';

let folder = '';
beforeAll(async () => {
  folder = await smallRun();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

test('the evidence of a run in which everything held passes, and every invariant has looked at something', async () => {
  const verdict = await checkEvidence(folder);
  expect(written(verdict)).toContain('Everything held.');
  expect(Object.values(verdict.checked).every(looked => looked > 0)).toBe(true);
});

test.each([...OF_MONEY, ...OF_WORDS, ...OF_LOG, ...OF_SECRETS])(
  'invariant %s: %s, and it is found',
  async (invariant, _, corrupt) => {
    const corrupted = new Corrupted(folder);
    corrupt(corrupted);
    const { violations } = await corrupted.verdict({ bytes: invariant === 12 });
    expect(violations.map(violation => violation.invariant)).toContain(invariant);
  },
);

test('every invariant has at least two corruptions', () => {
  const all = [...OF_MONEY, ...OF_WORDS, ...OF_LOG, ...OF_SECRETS].map(([invariant]) => invariant);
  const few = Array.from({ length: 13 }, (_, place) => place + 1).filter(
    invariant => all.filter(each => each === invariant).length < 2,
  );
  expect(few).toEqual([]);
});

test('the checker knows nothing of the server and the bank', () => {
  for (const room of ['test/storm/checker', 'test/storm/scan']) {
    for (const name of readdirSync(room).filter(each => each.endsWith('.ts'))) {
      const imports = [...readFileSync(join(room, name), 'utf8').matchAll(/from '([^']+)'/g)].map(match => match[1]);
      const allowed = imports.filter(path =>
        /^(?:\.\/|\.\.\/evidence(?:-live)?\.js|\.\.\/scan\/|node:|pg$)/.test(path ?? ''),
      );
      expect({ name, imports }).toEqual({ name, imports: allowed });
    }
  }
});
