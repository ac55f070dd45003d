/** What the seed writes is what payments would have written: the law folds it, the database checks it, the API reads it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import { isId } from '../../server/core/identifiers.js';
import { Secret } from '../../server/core/secret.js';
import { openPool, openSql, type Sql } from '../../server/database/connection.js';
import { withAdmin } from '../support/cluster.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { refold } from '../support/refold.js';
import { seed, type SeedShop } from './seed.js';

const COUNT = 4_000;
const PLAN = {
  transactions: COUNT,
  from: new Date('2025-10-24T00:00:00Z'),
  until: new Date('2026-11-24T00:00:00Z'),
  salt: 'a1',
};

let database: FreshDatabase;
let pool: Pool;
let sqlOf: Sql;
let shops: SeedShop[];
let before: unknown[];
const done: number[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  before = await catalogue();
  shops = await seed(database.ownerUrl, PLAN, share => done.push(share));
  pool = openPool({ url: new Secret(database.runUrl), size: 2, onBroken: () => undefined });
  sqlOf = openSql(pool);
}, 120_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

/** Keys, checks and indexes as the database has them. */
function catalogue(): Promise<unknown[]> {
  return withAdmin(database.ownerUrl, async client => {
    const { rows } = await client.query(
      `select conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated as what from pg_constraint
         where connamespace = 'public'::regnamespace
       union all select indexdef from pg_indexes where schemaname = 'public' order by 1`,
    );
    return rows;
  });
}

async function numbers<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return (await query.execute(sqlOf)).rows;
}

test('every journal folds to its row, and the feed tells all of it in order', async () => {
  expect(await refold(sqlOf)).toEqual([]);
});

test('there are as many transactions as asked for, spread over shops, brands, countries and the whole time', async () => {
  const [row] = await numbers(sql<Record<string, bigint>>`select count(*) as all, count(distinct shop_id) as shops,
    count(distinct brand) as brands, (select count(distinct issuing_country) from card) as countries,
    count(distinct currency) as currencies, count(distinct date_trunc('month', created_at)) as months from transaction`);
  expect(row).toMatchObject({ all: BigInt(COUNT), shops: 5n, brands: 5n, countries: 6n, months: 14n });
  expect(Number(row?.['currencies'])).toBeGreaterThanOrEqual(3);
});

test('most are captured, some are declined, and every ending but those of an incident occurs', async () => {
  const rows = await numbers(sql<{ status: string; share: number }>`
    select status, count(*)::float8 / ${COUNT} as share from transaction group by status`);
  const shares = new Map(rows.map(({ status, share }) => [status, share]));
  expect(shares.get('CAPTURED')).toBeGreaterThan(0.8);
  expect(shares.get('DECLINED')).toBeGreaterThan(0.05);
  for (const status of ['REFUSED', 'REVERSED', 'CANCELLED', 'EXPIRED', 'TO_CAPTURE'])
    expect(shares.get(status)).toBeGreaterThan(0);
  const refunds = await numbers(sql<{ status: string }>`select distinct status from refund order by 1`);
  expect(refunds.map(({ status }) => status)).toContain('CREDITED');
});

test('ids have their real shape, and tell the time of what they name', async () => {
  const [row] = await numbers(sql<{ transaction: string; event: string; created_at: Date }>`
    select t.id as transaction, e.id as event, t.created_at from transaction t join event e on e.subject_id = t.id and e.sequence = 1 limit 1`);
  expect(isId('transaction', row?.transaction ?? '')).toBe(true);
  expect(isId('event', row?.event ?? '')).toBe(true);
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const time = [...(row?.transaction.slice(4, 14) ?? '')].reduce((ms, digit) => ms * 32 + alphabet.indexOf(digit), 0);
  expect(new Date(time)).toEqual(row?.created_at);
});

test('a remittance carries what its items say, and no capture was authorised too long ago', async () => {
  const wrong =
    await numbers(sql`select r.id from remittance r where r.status = 'ACKNOWLEDGED' and (debit_amount, credit_amount) <>
    (select coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0)::bigint, coalesce(sum(amount) filter (where kind = 'REFUND'), 0)::bigint
       from remittance_item i where i.remittance_id = r.id)`);
  expect(wrong).toEqual([]);
  const late = await numbers(sql`select t.id from transaction t join remittance r on r.id = t.remittance_id
    where t.authorised_at >= r.closed_at or t.authorisation_expires_at <= r.closed_at or t.capture_day <> r.business_day`);
  expect(late).toEqual([]);
});

test('every key, check and index stands as it did, and the way there was told', async () => {
  expect(await catalogue()).toEqual(before);
  expect(done.at(-1)).toBe(1);
  expect(done.toSorted((one, other) => one - other)).toEqual(done);
});

test('another run opens shops of its own beside what is there', async () => {
  const more = await seed(database.ownerUrl, { ...PLAN, transactions: 300, salt: 'b2' });
  expect(more.map(({ id }) => id).filter(id => shops.some(shop => shop.id === id))).toEqual([]);
  expect(await refold(sqlOf)).toEqual([]);
});
