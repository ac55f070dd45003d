/**
 * Fills a migrated database with payments as shops of their own would have made them over a year: set by set, in one unit of work.
 * Nothing else may use the database meanwhile.
 */
import { Client } from 'pg';
import { functions, type SeedPlan } from './functions.js';
import { putAside } from './loading.js';
import { EVENTS, FEED, REMITTANCES } from './log.js';
import { writeLookups } from './lookups.js';
import { PAYMENT_ROWS, RECENT_KEYS } from './payments.js';
import { drawPlan, PLAN_TABLE } from './plan.js';
import { openSeedShops, type SeedShop } from './shops.js';

export type { SeedPlan } from './functions.js';
export type { SeedShop } from './shops.js';

const AT_A_TIME = 20_000;

/** Those that grow with the payments. */
const TABLES = [
  'payment_session',
  'card',
  'transaction',
  'authentication',
  'refund',
  'remittance',
  'remittance_item',
  'exchange',
  'event',
  'feed',
  'idempotency',
];

/** How much is done, of 1, and what is being done. */
export type Progress = (done: number, what: string) => void;

/** Answers the shops that were opened, the largest first. Takes the address for the role that owns the tables. */
export async function seed(
  ownerUrl: string,
  plan: SeedPlan,
  progress: Progress = () => undefined,
): Promise<SeedShop[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local work_mem = '256MB'; set local maintenance_work_mem = '512MB'; set local jit = off`);
    const shops = await openSeedShops(client, plan);
    const ids = shops.map(({ id }) => id);
    for (const statement of [...functions(plan), PLAN_TABLE]) await client.query(statement);
    await writeLookups(client, shops);
    const aside = await putAside(client, TABLES);
    await writePayments(client, plan, (done, what) => progress(done * 0.6, what));
    progress(0.6, 'remittances');
    for (const [index, statement] of REMITTANCES.entries())
      await client.query(statement, [[ids], [], [plan.until], [], [ids]][index]);
    progress(0.62, 'feed');
    await client.query(FEED, [ids]);
    for (const [index, { what, restore }] of aside.entries()) {
      progress(0.68 + (0.3 * index) / aside.length, what);
      await client.query(restore);
    }
    await client.query('commit');
    progress(0.98, 'statistics');
    await client.query(`vacuum (analyze) ${TABLES.join(', ')}`);
    progress(1, 'done');
    return shops;
  } finally {
    await client.end();
  }
}

async function writePayments(client: Client, plan: SeedPlan, progress: Progress): Promise<void> {
  for (let first = 1; first <= plan.transactions; first += AT_A_TIME) {
    progress((first - 1) / plan.transactions, 'payments');
    const last = Math.min(first + AT_A_TIME - 1, plan.transactions);
    await client.query('truncate seed_plan');
    await client.query(drawPlan(plan), [first, last]);
    await client.query('analyze seed_plan');
    for (const statement of [...PAYMENT_ROWS, EVENTS]) await client.query(statement);
    await client.query(RECENT_KEYS, [plan.until]);
  }
}
