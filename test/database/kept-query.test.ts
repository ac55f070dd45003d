/** A query that is spelled out once says what the same query says that is built each time. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { openPool, openSql, type Sql } from '../../server/database/connection.js';
import { KeptQuery, madeOnce } from '../../server/database/kept-query.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let pool: Pool;
let db: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: new Secret(database.runUrl), size: 2, onBroken: () => undefined });
  db = openSql(pool);
}, 90_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

interface Given {
  readonly low: number;
  readonly high: bigint;
  readonly names: readonly string[];
}

test('each is answered with the values of their own, wherever they stand and however often', async () => {
  let written = 0;
  const query = new KeptQuery<Given, { low: string; high: bigint; name: string; twice: string }>((_, given) => {
    written += 1;
    const [low, names] = [sql`${given.low}::int`, sql`unnest(${given.names}::text[])`];
    const made = sql<{ low: string; high: bigint; name: string; twice: string }>`
      select ${low}::text as low, ${given.high}::int8 as high, name, (${low} + ${low})::text as twice from ${names} as name order by name`;
    return { compile: () => made.compile(db) };
  });
  const [one, other] = await Promise.all([
    query.rows(db, { low: 1, high: 2n, names: ['b', 'a'] }),
    query.row(db, { low: 30, high: 12_345_678_901n, names: [`it's "quoted"`] }),
  ]);
  expect(one).toEqual([
    { low: '1', high: 2n, name: 'a', twice: '2' },
    { low: '1', high: 2n, name: 'b', twice: '2' },
  ]);
  expect(other).toEqual({ low: '30', high: 12_345_678_901n, name: `it's "quoted"`, twice: '60' });
  expect(await query.row(db, { low: 0, high: 0n, names: [] })).toBeUndefined();
  expect(written).toBe(1);
});

test('what is made once of an object is the same each time, and another for another', () => {
  const made = madeOnce((of: { readonly name: string }) => ({ of: of.name }));
  const [one, twin] = [{ name: 'one' }, { name: 'one' }];
  expect(made(one)).toBe(made(one));
  expect(made(twin)).not.toBe(made(one));
  expect(made(twin)).toEqual({ of: 'one' });
});
