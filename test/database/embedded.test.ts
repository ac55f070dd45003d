import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { QueryResultRow } from 'pg';
import { Client } from 'pg';
import { startCluster } from '../../server/database/embedded/cluster.js';
import type { Cluster } from '../../server/database/embedded/cluster.js';
import { isAlive } from '../../server/database/embedded/postmaster.js';
import { parseAccounts } from '../../server/database/embedded/user.js';
import { discardCluster } from '../support/cluster.js';
import { freshDatabase } from '../support/database.js';
import { silentLog } from '../support/silent-log.js';

async function ask<T extends QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded cluster', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-cluster-'));
  chmodSync(folder, 0o755);
  afterAll(() => discardCluster(folder));
  const start = (): Promise<Cluster> =>
    startCluster({ folder, durability: 'durable', preferredPort: 0, log: silentLog });
  let first: Cluster;

  test('is made on the first start, in UTF-8 with an order of texts that no library changes', async () => {
    first = await start();
    const [facts] = await ask(
      first.runUrl,
      `select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding,
      current_setting('server_version_num')::int / 10000 as major from pg_database where datname = current_database()`,
    );
    expect(facts).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', major: 18 });
  });

  test('keeps a commit that was answered', async () => {
    const settings = await ask<{ setting: string }>(
      first.runUrl,
      "select setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')",
    );
    expect(settings.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
  });

  test('listens on loopback only, and lets nobody in without the password', async () => {
    expect(await ask(first.runUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const withoutPassword = first.runUrl.replace(/:[^:@]*@/, ':wrong@');
    await expect(ask(withoutPassword, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('keeps its passwords from other users, and leaves none in a file of its own', () => {
    expect(statSync(join(folder, 'database', 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'database', 'password.once'))).toBe(false);
  });

  test('gives the running role nothing but the right to connect', async () => {
    await expect(ask(first.runUrl, 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(first.runUrl, 'create schema mine')).rejects.toMatchObject({ code: '42501' });
    await expect(ask(first.runUrl, 'create temporary table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await ask(first.ownerUrl, 'create table kept (id int); insert into kept values (7)');
    await expect(ask(first.runUrl, 'select * from kept')).rejects.toMatchObject({ code: '42501' });
  });

  test('is adopted by a second start while it runs', async () => {
    const second = await start();
    expect([second.pid, second.port]).toEqual([first.pid, first.port]);
  });

  test('recovers what was committed when its server is killed', async () => {
    process.kill(first.pid, 'SIGKILL');
    const recovered = await start();
    expect(recovered.pid).not.toBe(first.pid);
    expect(await ask(recovered.ownerUrl, 'select id from kept')).toEqual([{ id: 7 }]);
    await recovered.stop();
  });

  test('is not fooled by the process id of another process in the file of a dead server', async () => {
    const file = join(folder, 'database', 'data', 'postmaster.pid');
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, `${process.pid}\n${join(folder, 'database', 'data')}\n0\n1\n\n127.0.0.1\n\nready\n`);
    const cluster = await start();
    expect(cluster.pid).not.toBe(process.pid);
    await cluster.stop();
  });

  test('tells when its server ends unasked', async () => {
    const cluster = await start();
    const told = new Promise<void>(resolve => cluster.onDeath(resolve));
    process.kill(cluster.pid, 'SIGKILL');
    await told;
    // The next start cleans up the shared memory that a killed server leaves behind.
    await (await start()).stop();
  });

  test('says why it does not start, in the words of the server', async () => {
    await discardCluster(folder);
    const broken = await start();
    await broken.stop();
    const settings = join(broken.data, 'postgresql.conf');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nno_such_setting = on\n`);
    await expect(start()).rejects.toThrow(/no_such_setting/);
  });

  test('refuses data whose passwords are lost, and leaves them alone', async () => {
    rmSync(join(folder, 'database', 'passwords.json'));
    await expect(start()).rejects.toThrow(/passwords\.json is not/);
    expect(existsSync(join(folder, 'database', 'data', 'PG_VERSION'))).toBe(true);
  });
});

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('under a folder that root does not share', () => {
  // Made by root for root: the user that the database runs as cannot pass.
  const closed = mkdtempSync(join(tmpdir(), 'guichet-closed-'));
  const folder = join(closed, 'installation');
  const start = (): Promise<Cluster> =>
    startCluster({ folder, durability: 'throwaway', preferredPort: 0, log: silentLog });
  afterAll(async () => {
    await discardCluster(folder);
    rmSync(closed, { recursive: true });
  });

  test('the data lie elsewhere, are found again, and are set aside when the installation is gone', async () => {
    const first = await start();
    expect(first.data).toMatch(/^\/var\/lib\/guichet\/[0-9a-f]{64}\/data$/);
    expect((await start()).pid).toBe(first.pid);

    rmSync(folder, { recursive: true });
    const next = await start();
    expect(next.data).toBe(first.data);
    expect(next.identifier).not.toBe(first.identifier);
    expect(isAlive(first.pid)).toBe(false);
    const aside = `${dirname(first.data)}.aside-1`;
    expect(existsSync(join(aside, 'data', 'PG_VERSION'))).toBe(true);
    rmSync(aside, { recursive: true });
  });
});

describe('a fresh database', () => {
  test('is a copy of its own: what one test file writes, another never sees', async () => {
    const one = await freshDatabase();
    const other = await freshDatabase();
    await ask(one.ownerUrl, 'create table scribble (id int)');
    await expect(ask(other.ownerUrl, 'select * from scribble')).rejects.toMatchObject({ code: '42P01' });
    expect(await ask(one.ownerUrl, 'select count(*)::int > 0 as migrated from migration')).toEqual([
      { migrated: true },
    ]);
    await Promise.all([one.drop(), other.drop()]);
    await expect(ask(one.runUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  });
});

test('accounts are read from the lines of passwd(5), and other lines are passed over', () => {
  expect(parseAccounts('root:x:0:0:root:/root:/bin/sh\n\n# a note\npostgres:x:101:104::/:/bin/sh')).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'postgres', uid: 101, gid: 104 },
  ]);
});
