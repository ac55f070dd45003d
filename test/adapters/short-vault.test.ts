import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createShortVault } from '../../server/adapters/short-vault.js';
import { systemClock, systemRandom } from '../../server/adapters/system.js';
import type { Random } from '../../server/core/ports.js';
import { Secret } from '../../server/core/secret.js';

const code = new Secret('123');
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'short-vault-'));
  folder = join(parent, 'keys');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const server = (random: Random = systemRandom) => createShortVault(folder, { clock: systemClock, random });

test('what one server has sealed, each of those that share the folder opens', async () => {
  const servers = Array.from({ length: 8 }, () => server());
  const sealed = await Promise.all(servers.map(one => one.seal(code, 'transaction')));
  for (const each of sealed) expect((await server().open(each, 'transaction'))?.reveal()).toBe('123');
  expect(await readdir(folder)).toEqual([`${sealed[0]?.keyId}.key`]);
});

test('a server that ends while it makes a key keeps nobody else from making it', async () => {
  const ending: Random = {
    bytes: count => {
      if (count === 32) throw new Error('The end.');
      return systemRandom.bytes(count);
    },
  };
  await expect(server(ending).seal(code, 'transaction')).rejects.toThrow('The end.');
  const sealed = await server().seal(code, 'transaction');
  expect((await server().open(sealed, 'transaction'))?.reveal()).toBe('123');
});
