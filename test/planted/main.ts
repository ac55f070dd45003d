/** `npm run planted`: plants each bug into a copy of the sources, and shows what catches it. Ends with 1 unless all are caught. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { recordSection } from '../bench/record.js';
import { machine } from '../bench/run-bench.js';
import { verdictOn } from '../bench/verdict.js';
import type { Bug } from './bug.js';
import { BUGS } from './bugs.js';
import { plant } from './plant.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '20261124' },
    stories: { type: 'string', default: '1500' },
    minutes: { type: 'string', default: '4' },
    record: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Played {
  /** What has found something; null where nothing did. */
  readonly by: string | null;
  readonly text: string;
  readonly took_s: number;
}

/** Plays in the copy: the law alone, and then stories, until something does not hold. */
async function play(edits: Bug['edits'], stories: string): Promise<Played> {
  const copy = plant(edits);
  const began_ms = performance.now();
  try {
    const options = ['--seed', values.seed, '--stories', stories, '--minutes', values.minutes];
    const { code, text } = await run(copy.folder, 'test/simulation/main.ts', options);
    // Also a program that does not start ends with 1: only what it found counts.
    const by = code === 1 ? /^(the law|the stories) do(?:es)? not hold/m.exec(text)?.[1] : undefined;
    return { by: by ?? null, text, took_s: (performance.now() - began_ms) / 1_000 };
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
for (const { name, says, edits } of bugs) {
  const { by, text, took_s } = await play(edits, values.stories);
  if (by !== null) caught += 1;
  say(`${name}: ${says}\n${text}`);
  lines.push(`${name.padEnd(38)} ${by === null ? 'NOT CAUGHT' : `caught by ${by}`} in ${took_s.toFixed(0)} s`);
}
// A single bug is looked at again and again while a story is being found for it: the control is for all of them.
const holds = values.only !== undefined || (await isWellWithout());
say(`\n${lines.join('\n')}\n${caught} of ${bugs.length} caught`);
process.exitCode = caught === bugs.length && holds ? 0 : 1;
if (values.record && values.only === undefined && holds) recordAll();

function recordAll(): void {
  const aim = { what: 'planted bugs caught', bar: 12, goal: 16, more: true };
  const verdict = verdictOn(aim, { median: caught, lowest: caught, highest: caught });
  const list = lines.map(line => `- ${line.replace(/ {2,}/, ': ')}`).join('\n');
  recordSection(
    'Planted bugs: `npm run planted`',
    `Seed ${values.seed}; a copy without a bug holds; ${machine()}.\n\n${list}\n- ${verdict}`,
  );
}

async function isWellWithout(): Promise<boolean> {
  const { text } = await play([], '300');
  if (text.includes('each of them holds.')) return true;
  say(`The copy without a bug does not hold:\n${text}`);
  return false;
}
