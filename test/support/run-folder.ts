/**
 * The folder of one test run. Its name bears the process id of the run, so that a later run can tell what one that was
 * killed has left behind. `global-setup.ts` makes it, `global-teardown.ts` removes it.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The variable through which Jest's workers learn of the folder; `global-setup.ts` repeats the name. */
const variable = 'GUICHET_TEST_FOLDER';
const prefix = 'guichet-test-';

export function runFolder(): string {
  const folder = process.env[variable];
  if (!folder) throw new Error(`${variable} is not set: tests that need a database run under Jest's global set-up.`);
  return folder;
}

export function abandonedRunFolders(): string[] {
  const base = dirname(runFolder());
  return readdirSync(base)
    .filter(name => name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split('-')[0])))
    .map(name => join(base, name));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
