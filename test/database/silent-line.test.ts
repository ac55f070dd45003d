import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { openPool } from '../../server/database/connection.js';
import { Proxy } from '../storm/proxy.js';
import { Random } from '../storm/random.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let line: Proxy;
let pool: Pool;
const broken: string[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  const url = new URL(database.runUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  line = await Proxy.start({
    targets: () => [target],
    random: new Random('silent line'),
    happened: () => undefined,
  });
  url.host = `127.0.0.1:${line.port}`;
  const onBroken = (error: Error) => void broken.push(error.message);
  pool = openPool({ url: new Secret(url.href), size: 1, onBroken, silence_ms: 700 });
}, 90_000);
afterAll(async () => {
  await pool?.end();
  await line?.close();
  await database?.drop();
});

const one = async (): Promise<unknown> => (await pool.query('select 1 as one')).rows;

test('who asks on a line that nothing comes through is not kept waiting, and the next one gets another line', async () => {
  expect(await one()).toEqual([{ one: 1 }]);
  line.order('HALF_OPEN', 600_000);
  await expect(one()).rejects.toThrow('not heard of for 700 ms');
  expect(broken).toContain('The database was not heard of for 700 ms.');
  expect(await one()).toEqual([{ one: 1 }]);
});
