/**
 * Checks a folder of evidence again: `npx node --import @swc-node/register/esm-register test/storm/checker/main.ts FOLDER`. The exit code says
 * whether everything held.
 */
import { checkEvidence } from './check-evidence.js';
import { written } from './written.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Which folder? Give it as the only argument.\n');
  process.exitCode = 2;
} else {
  const verdict = await checkEvidence(folder);
  process.stdout.write(`${written(verdict)}\n`);
  process.exitCode = verdict.violations.length === 0 ? 0 : 1;
}
