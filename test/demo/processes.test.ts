import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from '../../demo/lock.js';
import type { Death, Part } from '../../demo/processes.js';
import { Processes, stopLeftovers } from '../../demo/processes.js';

const folder = mkdtempSync(join(tmpdir(), 'guichet-processes-'));
afterAll(async () => {
  await stopLeftovers(folder);
  rmSync(folder, { recursive: true });
});

function part(name: string, program: string): Part {
  return { name, arguments: ['-e', program], environment: { PATH: process.env['PATH'] }, workingFolder: folder };
}

async function logSays(name: string, text: string): Promise<void> {
  while (!readFileSync(join(folder, 'logs', `${name}.log`), 'utf8').includes(text)) await sleep(10);
}

const recorded = (): string[] => JSON.parse(readFileSync(join(folder, 'processes.json'), 'utf8')) as string[];

test('a process is asked to end, waited for, and its end is no death', async () => {
  const deaths: Death[] = [];
  const processes = new Processes(folder, death => deaths.push(death));
  const program = `process.on('SIGTERM', () => setTimeout(() => { console.log('finished'); process.exit(0); }, 50));
    console.log('ready'); setInterval(() => {}, 1000);`;
  processes.start(part('orderly', program));
  await logSays('orderly', 'ready');
  await processes.stop('orderly');
  expect(readFileSync(join(folder, 'logs', 'orderly.log'), 'utf8')).toBe('ready\nfinished\n');
  expect([deaths, recorded()]).toEqual([[], []]);
  expect(statSync(join(folder, 'logs', 'orderly.log')).mode & 0o777).toBe(0o600);
});

test('a process that ends unasked is reported with its last words', async () => {
  const death = await new Promise<Death>(resolve => {
    new Processes(folder, resolve).start(part('faulty', `console.error('out of paper'); process.exit(3)`));
  });
  expect(death).toEqual({ name: 'faulty', how: 'with code 3', lastWords: 'out of paper' });
});

test('what a launcher that was killed left running is found and ended by the next', async () => {
  const processes = new Processes(folder, () => undefined);
  processes.start(part('orphan', `console.log('alive'); setInterval(() => {}, 1000)`));
  await logSays('orphan', 'alive');
  const [identity = ''] = recorded();
  const pid = Number(identity.split(':')[0]);
  expect(identityOf(pid)).toBe(identity);
  expect(await stopLeftovers(folder)).toBe(1);
  expect(identityOf(pid)).toBeNull();
  expect(await stopLeftovers(folder)).toBe(0);
});
