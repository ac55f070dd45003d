/** The short form of the storm, as it runs before every change is taken. The long one runs by night: `npm run storm -- --minutes 60`. */
import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const MINUTES = 2;
/** Building up, going quiet and looking take as long again. */
const MOST_ms = 8 * 60_000;
const MOST_SHOWN = 3_000;

test(
  'two minutes of storm lose, double and deny nothing',
  async () => {
    const program = ['--import', '@swc-node/register/esm-register', 'test/storm/main.ts', '--minutes', String(MINUTES)];
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        said += data.toString();
      });
    // It ends what it has started, also when it is told to stop in the midst of it.
    const late = setTimeout(() => child.kill('SIGTERM'), MOST_ms - 30_000);
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(late);
    // What it found, with its seed and how to see it again, is shown where it failed; it stands at the end, after long tables.
    expect(code === 0 ? '' : said.slice(-MOST_SHOWN)).toBe('');
  },
  MOST_ms,
);
