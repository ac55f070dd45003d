import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { announcement, steps } from '../../demo/announce.js';
import { hashOf } from '../../demo/build.js';
import { choosePorts, usualPorts } from '../../demo/ports.js';
import { keepSecrets } from '../../demo/secrets.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the keys', () => {
  test('are made once, and are nobody else’s to read', () => {
    const first = keepSecrets(folder);
    expect(keepSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(new Set(Object.values(first)).size).toBe(4);
  });

  test('are not made anew for data that were sealed with others', () => {
    writeFileSync(join(folder, 'database.json'), '{}');
    expect(() => keepSecrets(folder)).toThrow(/put it back/);
  });
});

describe('the ports', () => {
  test('are remembered, and passed over where somebody else has taken them', async () => {
    const names = Object.keys(usualPorts);
    const asked = Object.fromEntries(names.map(name => [name, 0]));
    const first = await choosePorts(folder, { asked, host: '127.0.0.1' });
    expect(new Set(Object.values(first)).size).toBe(names.length);
    expect(await choosePorts(folder, { asked: {}, host: '127.0.0.1' })).toEqual(first);

    const intruder = createServer().listen(first.server, '127.0.0.1');
    await once(intruder, 'listening');
    const moved = await choosePorts(folder, { asked: {}, host: '127.0.0.1' });
    expect(moved.server).not.toBe((intruder.address() as AddressInfo).port);
    intruder.close();
    await once(intruder, 'close');
    expect(await choosePorts(folder, { asked: {}, host: '127.0.0.1' })).toEqual(moved);
  });
});

describe('what is built', () => {
  const sources = { sources: ['code'], leaveOut: ['made'] };
  beforeEach(() => {
    mkdirSync(join(folder, 'code', 'made'), { recursive: true });
    writeFileSync(join(folder, 'code', 'a'), 'one');
    writeFileSync(join(folder, 'code', 'b'), 'two');
  });

  test('is built again when a source changes, and not when only its date does or a product', () => {
    const hash = hashOf(folder, sources);
    utimesSync(join(folder, 'code', 'a'), 0, 0);
    writeFileSync(join(folder, 'code', 'made', 'x'), 'product');
    expect(hashOf(folder, sources)).toBe(hash);
    writeFileSync(join(folder, 'code', 'a'), 'One');
    expect(hashOf(folder, sources)).not.toBe(hash);
  });

  test('is built again when text moves from one file to the next', () => {
    const hash = hashOf(folder, sources);
    writeFileSync(join(folder, 'code', 'a'), 'onet');
    writeFileSync(join(folder, 'code', 'b'), 'wo');
    expect(hashOf(folder, sources)).not.toBe(hash);
  });
});

describe('what the operator reads', () => {
  test('says that a long step is still going on', async () => {
    const said: string[] = [];
    const { promise: repeated, resolve } = Promise.withResolvers<void>();
    const step = steps(text => {
      said.push(text);
      if (text.includes('still at it')) resolve();
    }, 5);
    await step('Waiting for word', () => repeated);
    expect(said[0]).toBe('  Waiting for word …\n');
    expect(said[1]).toMatch(/still at it after \d+ s/);
  });

  test('names every address and sign-in, and says where there is no demo', () => {
    const demo = {
      web: 'http://127.0.0.1:3000',
      graphql: 'http://127.0.0.1:3000/graphql',
      bankControl: 'http://127.0.0.1:5003',
      mailbox: null,
      threeds: true,
      apiKey: 'the-key',
      shopId: 'the-shop',
      members: [{ profile: 'VIEWER', email: 'viewer@demo.example', password: 'the-word' }],
    };
    const text = announcement(demo, '/somewhere');
    for (const part of [
      demo.web,
      demo.graphql,
      demo.bankControl,
      'the-key',
      'the-shop',
      'viewer@demo.example',
      'the-word',
    ]) {
      expect(text).toContain(part);
    }
    expect(announcement({ ...demo, apiKey: null, members: [] }, '/x')).toContain(
      'seeded on the embedded database only',
    );
  });
});
