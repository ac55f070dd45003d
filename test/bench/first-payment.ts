/**
 * From `git clone` to the first paid payment, as somebody does who has read the first lines of the README; and how long the
 * second start takes. What is measured is what is committed. `npm run bench:first-payment`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Demo } from '../../demo/announce.js';
import { discardCluster } from '../support/cluster.js';
import { short, spreadOf } from './figures.js';
import { openOrder, payByForm } from './pay-by-form.js';
import { machine, runBench, say, type Findings } from './run-bench.js';
import { verdictOn } from './verdict.js';

const OPEN = 'Ctrl-C stops it all.';
const USUAL = { patience_s: 900 };

/** As a shell has it, without what npm adds for the script that this is; and ports that are free, whatever else runs here. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_OPTIONS$|INIT_CWD$)/.test(name)),
  ),
  PORT: '0',
  BANK_ISO_PORT: '0',
  BANK_CONTROL_PORT: '0',
};

async function measure({ patience_s }: typeof USUAL, stopped: AbortSignal): Promise<Findings> {
  const stop = AbortSignal.any([stopped, AbortSignal.timeout(patience_s * 1000)]);
  const folder = mkdtempSync(join(tmpdir(), 'guichet-first-'));
  // The user that root hands the database to has to pass through.
  chmodSync(folder, 0o755);
  const home = join(folder, 'guichet');
  const steps: [string, number][] = [];
  const timed = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    const took_s = (performance.now() - began) / 1000;
    steps.push([title, took_s]);
    say(`${title}: ${short(took_s)} s`);
    return result;
  };
  try {
    await timed('git clone', () => run(folder, ['git', 'clone', '--quiet', process.cwd(), home], stop));
    await timed('npm ci, packages cached', () => run(home, ['npm', 'ci', '--prefer-offline'], stop));
    await openAndPay(home, 'npm start', 'first', timed, stop);
    const first_s = steps.reduce((sum, [, took_s]) => sum + took_s, 0);
    const before = steps.length;
    await openAndPay(home, 'npm start, the second time', 'second', timed, stop);
    return findingsOf(steps, first_s, steps[before]?.[1] ?? Number.NaN);
  } finally {
    await discardCluster(join(home, '.guichet'));
    rmSync(folder, { recursive: true, force: true });
  }
}

type Timed = <T>(title: string, work: () => Promise<T>) => Promise<T>;

async function openAndPay(home: string, title: string, order: string, timed: Timed, stop: AbortSignal): Promise<void> {
  const launcher = spawn('npm', ['start'], { cwd: home, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(launcher, 'close');
  try {
    await timed(title, () => untilSaid(launcher, OPEN, stop));
    const { web, apiKey } = JSON.parse(readFileSync(join(home, '.guichet/demo.json'), 'utf8')) as Demo;
    const shop = { web, apiKey: apiKey ?? '' };
    await timed(`open a session and pay it, the ${order} payment`, async () =>
      payByForm(shop, await openOrder(shop, order)),
    );
  } finally {
    launcher.kill('SIGTERM');
    await ended;
  }
}

function untilSaid(child: ChildProcess, words: string, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      if (said.includes(words)) resolve();
    });
    const giveUp = (): void => reject(new Error(`It did not open:\n${said}`));
    child.once('close', giveUp);
    stop.addEventListener('abort', giveUp, { once: true });
  });
}

async function run(folder: string, [program = '', ...rest]: readonly string[], stop: AbortSignal): Promise<void> {
  const child = spawn(program, rest, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
    signal: stop,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with code ${code}.`);
}

function findingsOf(steps: readonly [string, number][], first_s: number, second_s: number): Findings {
  return {
    title: 'From clone to the first payment: `npm run bench:first-payment`',
    how: `Once, by script: the repository cloned into a temporary folder, the demo opened, an order paid by the form of the checkout, closed, opened again; ${machine()}.`,
    rows: [['step', 'seconds'], ...steps.map(([title, took_s]) => [title, short(took_s)])],
    verdicts: [
      verdictOn(
        { what: 'from clone to the first paid payment, s', bar: 120, goal: 60, more: false },
        spreadOf([first_s]),
      ),
      verdictOn({ what: 'second start, s', bar: 10, goal: 4, more: false }, spreadOf([second_s])),
    ],
  };
}

await runBench(USUAL, measure);
