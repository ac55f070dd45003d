import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityOf, lockHolder, processOf, releaseLock, takeLock } from '../../demo/lock.js';

const folder = mkdtempSync(join(tmpdir(), 'guichet-lock-'));
const lock = join(folder, 'lock');
afterAll(() => rmSync(folder, { recursive: true }));

test('a lock is held by the process that took it, until it lets go', () => {
  expect(lockHolder(lock)).toBeNull();
  expect(takeLock(lock)).toBe(true);
  expect(lockHolder(lock)).toBe(process.pid);
  releaseLock(lock);
  expect(lockHolder(lock)).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock held by another living process is neither taken nor released, and void once that has ended', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  writeFileSync(lock, identityOf(other.pid ?? 0) ?? '');
  expect(takeLock(lock)).toBe(false);
  releaseLock(lock);
  expect(lockHolder(lock)).toBe(other.pid);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(takeLock(lock)).toBe(true);
  releaseLock(lock);
  expect(readdirSync(folder)).toEqual([]);
});

test('a process that merely got the id of an earlier one is not taken for it', () => {
  const identity = identityOf(process.pid) ?? '';
  expect(processOf(identity)).toBe(process.pid);
  const [pid = '', start = '', boot = ''] = identity.split(':');
  expect(processOf(`${pid}:${Number(start) - 1}:${boot}`)).toBeNull();
  expect(processOf(`${pid}:${start}:another-boot`)).toBeNull();
  expect(processOf('nonsense')).toBeNull();
});

test('of many processes that want a dead lock at once, one gets it', async () => {
  writeFileSync(lock, '999999:1:no-such-boot');
  const program = `const { takeLock } = await import(${JSON.stringify(join(process.cwd(), 'demo/lock.ts'))});
    process.stdout.write(String(takeLock(${JSON.stringify(lock)})) + '\\n'); process.stdin.resume();`;
  const rivals = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--import', '@swc-node/register/esm-register', '--input-type=module', '-e', program]),
  );
  const answers = await Promise.all(
    rivals.map(async rival => String(((await once(rival.stdout, 'data')) as [Buffer])[0]).trim()),
  );
  expect(answers.filter(answer => answer === 'true')).toHaveLength(1);
  const winner = rivals[answers.indexOf('true')];
  expect(readFileSync(lock, 'utf8')).toBe(identityOf(winner?.pid ?? 0));
  for (const rival of rivals) rival.stdin.end();
  await Promise.all(rivals.map(rival => once(rival, 'exit')));
});
