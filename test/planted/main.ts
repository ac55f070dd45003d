/** `npm run planted`: plants each bug into a copy of the sources, and shows what catches it. Ends with 1 unless all are caught. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Bug } from './bug.js';
import { BUGS } from './bugs.js';
import { plant } from './plant.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '20261124' },
    stories: { type: 'string', default: '1500' },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Played {
  readonly caught: boolean;
  readonly text: string;
  readonly took_s: number;
}

/** Plays in the copy what is to catch it. */
async function play(edits: Bug['edits'], by: Bug['caughtBy'], stories: string): Promise<Played> {
  const copy = plant(edits);
  const began_ms = performance.now();
  try {
    const program = by === 'LAW' ? 'test/simulation/law/main.ts' : 'test/simulation/main.ts';
    const options = ['--seed', values.seed, '--stories', stories, '--minutes', '2'];
    const { code, text } = await run(copy.folder, program, options);
    // Also a program that does not start ends with 1: only what it found counts.
    return { caught: code === 1 && text.includes('again: '), text, took_s: (performance.now() - began_ms) / 1_000 };
  } finally {
    copy.remove();
  }
}

function run(folder: string, program: string, options: string[]): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', program, ...options], {
    cwd: folder,
  });
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => (text += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (text += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code, text }));
  });
}

const bugs = BUGS.filter(({ name }) => values.only === undefined || name.includes(values.only));
const lines: string[] = [];
let caught = 0;
for (const { name, says, edits, caughtBy } of bugs) {
  const played = await play(edits, caughtBy, values.stories);
  if (played.caught) caught += 1;
  say(`${name}: ${says}\n${played.text}`);
  lines.push(
    `${name.padEnd(38)} ${played.caught ? `caught by ${caughtBy.toLowerCase()}` : 'NOT CAUGHT'} in ${played.took_s.toFixed(0)} s`,
  );
}
const control = await play([], 'STORIES', values.only === undefined ? '300' : '30');
say(`\n${lines.join('\n')}`);
say(
  control.caught || !control.text.includes('each of them holds')
    ? `The copy without a bug does not hold:\n${control.text}`
    : 'the copy without a bug holds',
);
say(`${caught} of ${bugs.length} caught`);
process.exitCode = caught === bugs.length && control.text.includes('each of them holds') ? 0 : 1;
