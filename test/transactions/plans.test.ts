/** What the till asks for most is found through an index, however many transactions there are. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { openPool, openSql, type Sql } from '../../server/database/connection.js';
import { ALL_COLUMNS } from '../../server/api/asked.js';
import { COUNTED_MOST } from '../../server/api/list.js';
import {
  countTransactions,
  listTransactions,
  pageOfTransactions,
} from '../../server/transactions/finding/list-transactions.js';
import { matching, whichOf } from '../../server/transactions/finding/which-transactions.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { writeManyTransactions } from '../support/many-transactions.js';

const SHOP = 'shop_of_many';
const COUNT = 50_000;
const UNTIL = new Date('2026-11-01T12:00:00Z');
const PAGE = { size: 50, forwards: true, after: null, before: null };

let database: FreshDatabase;
let pool: Pool;
let sql: Sql;
beforeAll(async () => {
  database = await freshDatabase();
  await writeManyTransactions(database.ownerUrl, { shopId: SHOP, count: COUNT, until: UNTIL });
  pool = openPool({ url: new Secret(database.runUrl), size: 2, onBroken: () => undefined });
  sql = openSql(pool);
}, 120_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

function stepsOf(plan: Plan): string[] {
  const step = [plan['Node Type'], plan['Relation Name']].filter(Boolean).join(' of ');
  return [step, plan['Index Name'] ?? '', ...(plan.Plans ?? []).flatMap(stepsOf)];
}

async function planOf(query: { explain(format: 'json'): Promise<unknown[]> }): Promise<string[]> {
  const [answer] = (await query.explain('json')) as { 'QUERY PLAN': { Plan: Plan }[] }[];
  return stepsOf(answer?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'nothing' });
}

const lastHour = { from: new Date(UNTIL.getTime() - 3_600_000) };
const longAgo = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-01-02T00:00:00Z') };

describe.each([
  ['nothing', {}, 51, 'transaction_of_shop'],
  ['a status', { status: ['DECLINED'] }, 51, 'transaction_(pkey|of_shop)'],
  ['a status that there is not', { status: ['EXPIRED'] }, 0, 'transaction_ended'],
  ['a currency that nobody paid in', { currency: ['USD'] }, 0, 'transaction_of_kind'],
  ['a plan that nobody chose', { capturePlan: ['VALIDATION'] }, 0, 'transaction_of_kind'],
  ['an end of 3-D Secure that never came', { authentication: ['FAILED', 'REJECTED'] }, 0, 'transaction_of_kind'],
  ['two that never come together', { status: ['DECLINED'], brand: ['AMEX'] }, 0, 'transaction_of_kind'],
  ['an order', { orderId: 'order-777' }, 1, 'transaction_of_order'],
  ['the beginning of an order', { text: 'order-4999' }, 11, 'transaction_of_order'],
  ['what all orders begin with', { text: 'order-' }, 51, 'transaction_(pkey|of_shop)'],
  ['four digits', { text: '0005' }, 11, 'transaction_of_last_four'],
  ['last4:0005', { text: 'last4:0005' }, 5, 'transaction_of_last_four'],
  ['a masked number', { text: '400012******0005' }, 5, 'transaction_of_last_four'],
  ['an amount', { text: '12.34' }, 5, 'transaction_of_amount'],
  ['a reference', { text: 'R000000777' }, 1, 'transaction_shop_id_reference_key'],
  ['an RRN', { text: '000000000777' }, 1, 'transaction_shop_id_rrn_key'],
  ['an authorisation code', { text: 'C00777' }, 1, 'transaction_of_code'],
  ['several words', { text: 'last4:0005 status:captured amount:>10' }, 5, 'transaction_of_last_four'],
  ['amounts between two', { amountFrom: 1234n, amountTo: 1236n }, 15, 'transaction_of_amount'],
  ['the last hour', lastHour, 7, 'transaction_by_time'],
  ['a day long ago', longAgo, 51, 'transaction_by_time'],
] as const)('%s', (_, filter, found, index) => {
  const which = () => whichOf(SHOP, filter as unknown as Parameters<typeof whichOf>[1]);

  test('is found through its index, without reading the whole table', async () => {
    const query = pageOfTransactions(sql, which(), PAGE, true);
    const plan = await planOf(query);
    expect(plan).not.toContain('Seq Scan of transaction');
    expect(plan.join(' ')).toMatch(new RegExp(index));
    expect(await query.execute()).toHaveLength(found);
  });
});

test('what is filtered is planned for its values, each time anew; what is not is planned once', async () => {
  const client = await pool.connect();
  try {
    const say = async (filter: object | null) => {
      const { sql: text, parameters } = pageOfTransactions(sql, whichOf(SHOP, filter), PAGE, true).compile();
      await client.query(text, [...parameters]);
    };
    // The first five times PostgreSQL plans for the values, to know what that is worth.
    for (let times = 1; times <= 8; times += 1) await say(null);
    await say({ amountFrom: 1n });
    const { rows } = await client.query<{ statement: string; generic_plans: bigint }>(
      `select statement, generic_plans from pg_prepared_statements where statement ~ '^select.* order by'`,
    );
    const lists = rows.map(({ statement, generic_plans: times }) => [statement.includes('requested'), times > 0n]);
    expect(lists).toEqual([[false, true]]);
  } finally {
    client.release();
  }
});

test('what is frequent alone and rare together is gathered first, and is the same as what a walk through all finds', async () => {
  const which = whichOf(SHOP, { status: ['DECLINED'], brand: ['MASTERCARD'], currency: ['GBP'] });
  const gathered = pageOfTransactions(sql, which, PAGE, true, ALL_COLUMNS, true);
  expect((await planOf(gathered)).join(' ')).toMatch(/transaction_of_kind/);
  const walked = await pageOfTransactions(sql, which, PAGE, true, ALL_COLUMNS, false).execute();
  expect(walked).toHaveLength(51);
  expect(await gathered.execute()).toEqual(walked);
  expect(await listTransactions(sql, which, PAGE, true)).toEqual(walked);
  const nextPage = { ...PAGE, after: walked[9]?.id ?? null };
  expect((await listTransactions(sql, which, nextPage, true))[0]).toEqual(walked[10]);
  const frequent = whichOf(SHOP, { status: ['CAPTURED'], currency: ['EUR'] });
  expect(await listTransactions(sql, frequent, PAGE, true)).toHaveLength(51);
});

test('the list of all, whose text is kept, pages as the list that is built each time', async () => {
  const first = await pageOfTransactions(sql, whichOf(SHOP, null), { ...PAGE, size: 40 }, true).execute();
  const ids = first.map(({ id }) => id);
  const cursors = [null, ids[5] ?? '', ids[30] ?? ''];
  for (const newestFirst of [true, false])
    for (const forwards of [true, false])
      for (const after of cursors)
        for (const before of cursors)
          for (const size of [1, 7]) {
            const page = { size, forwards, after, before };
            const kept = await listTransactions(sql, whichOf(SHOP, null), page, newestFirst);
            expect(kept).toEqual(await pageOfTransactions(sql, whichOf(SHOP, null), page, newestFirst).execute());
          }
  expect(ids).toHaveLength(41);
  expect(await listTransactions(sql, whichOf('shop_of_none', null), PAGE, true)).toEqual([]);
});

test('no more are counted than anybody pages through', async () => {
  expect(await countTransactions(sql, whichOf(SHOP, null))).toBe(COUNTED_MOST);
  expect(await countTransactions(sql, whichOf(SHOP, { last4: '0005' }))).toBe(5);
});

test('the test can tell: what stands in no index reads the whole table', async () => {
  const query = matching(sql, whichOf(SHOP, null)).select('id').where('terminal', '=', 'none');
  expect(await planOf(query.orderBy('terminal'))).toContain('Seq Scan of transaction');
});
