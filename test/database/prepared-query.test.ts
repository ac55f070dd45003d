import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { openPool } from '../../server/database/connection.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await freshDatabase();
  // One connection, so that each test meets what the one before it has left.
  pool = openPool({ url: new Secret(database.runUrl), size: 1, onBroken: () => undefined });
}, 90_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

const ask = async (text: string, ...values: unknown[]): Promise<unknown[]> => {
  const client = await pool.connect();
  try {
    return (await client.query(text, values)).rows as unknown[];
  } finally {
    client.release();
  }
};
const backend = async () => ask('select pg_backend_pid() as pid where $1::boolean', true);

test.each<[type: string, value: unknown]>([
  ['text', `'"\\ naïve 🧾 $1 {}`],
  ['text', ''],
  ['text', null],
  ['integer', -7],
  ['bigint', 999_999_999_999n],
  ['boolean', false],
  ['timestamptz', new Date('2026-03-10T09:00:00.123Z')],
  ['timestamptz', new Date('0099-12-31T23:59:59.999Z')],
  ['text[]', ['a', 'b,c', '"', '\\', '', 'NULL', 'null', ' ', '{}']],
  ['text[]', [null, 'a']],
  ['text[]', []],
  ['bigint[]', ['1', '2']],
  ['jsonb', { a: [1, { b: null }], c: '"\\' }],
])('a value of type %s comes back as it was: %j', async (type, value) => {
  for (const _ of ['described', 'known'])
    expect(await ask(`select $1::${type} as value, 'beside' as other`, value)).toEqual([{ value, other: 'beside' }]);
});

test('bytes travel as they are, alone and in arrays', async () => {
  const bytes = Uint8Array.of(0, 255, 92, 34, 39);
  const [row] = (await ask('select $1::bytea as one, ($2::bytea[])[1] as two', bytes, [bytes])) as { one: Buffer }[];
  expect(row).toEqual({ one: Buffer.from(bytes), two: Buffer.from(bytes) });
});

test('what changes rows says how many, each time', async () => {
  const client = await pool.connect();
  const put = async (id: string) => {
    const { command, rowCount, rows } = await client.query('insert into outbox values ($1)', [id]);
    return [command, rowCount, rows];
  };
  for (const id of ['evt_1', 'evt_2']) expect(await put(id)).toEqual(['INSERT', 1, []]);
  expect((await client.query('delete from outbox where event_id like $1', ['evt%'])).rowCount).toBe(2);
  client.release();
});

test('one that fails, before it was known or after, says why, and the connection goes on', async () => {
  const before = await backend();
  for (const _ of ['not known', 'still not known'])
    await expect(ask('select nothing from nowhere where $1', 1)).rejects.toMatchObject({ code: '42P01' });
  const divided = 'select 10 / $1::integer as tenth';
  await expect(ask(divided, 0)).rejects.toMatchObject({ code: '22012' });
  expect(await ask(divided, 5)).toEqual([{ tenth: 2 }]);
  await expect(ask(divided, 'five')).rejects.toMatchObject({ code: '22P02' });
  expect(await ask(divided, 2)).toEqual([{ tenth: 5 }]);
  expect(await backend()).toEqual(before);
});

test('values that cannot be said are refused before anything is sent', async () => {
  const before = await backend();
  const circle: Record<string, unknown> = {};
  circle['itself'] = circle;
  for (const value of [circle, new Date(Number.NaN)])
    await expect(ask('select $1::jsonb as value', value)).rejects.toThrow(/circular|Invalid time/);
  expect(await ask('select $1::jsonb as value', {})).toEqual([{ value: {} }]);
  expect(await backend()).toEqual(before);
});
