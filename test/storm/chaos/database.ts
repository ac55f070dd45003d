/** What befalls the database. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Assault } from './processes.js';
import type { Misfortune } from './deck.js';

export function databaseMisfortunes(assault: Assault): Misfortune[] {
  const { house, tally, random } = assault;
  const named = (name: string, bring: () => Promise<string | null>): Misfortune => ({
    name,
    // The database may be away just now: then it does not happen.
    bring: async () => {
      const target = await bring().catch(() => null);
      if (target !== null) tally.happened(name, target);
    },
  });
  return [
    named('database: immediate stop', async () => {
      await house.database.stopImmediately(random.between(100, 3_000));
      return 'postgres';
    }),
    named('database: connections terminated', () => terminate(assault)),
    named('database: locks', () => holdLocks(assault)),
    named('database: deadlock', () => deadlock(assault)),
  ];
}

async function terminate({ house, random }: Assault): Promise<string | null> {
  const rows = await house.database.ask<{ done: boolean }>(
    `select pg_terminate_backend(pid) as done from pg_stat_activity
     where usename = 'guichet_run' and random() < $1`,
    [random.next()],
  );
  return rows.some(({ done }) => done) ? `${rows.length} connections` : null;
}

/** Somebody holds rows that payments need, longer than they like to wait. */
async function holdLocks({ house, random, over }: Assault): Promise<string | null> {
  const client = await house.database.connect();
  try {
    await client.query('begin');
    const table = random.pick(['shop', 'transaction', 'payment_session', 'exchange']);
    const { rowCount } = await client.query(`select from "${table}" order by random() limit 200 for update`);
    await sleep(random.between(500, 3_000), undefined, { signal: over }).catch(() => undefined);
    await client.query('rollback');
    return rowCount ? `${rowCount} rows of ${table}` : null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Two that take the same rows the other way round, in the midst of everybody else's: PostgreSQL ends one of them. */
async function deadlock({ house }: Assault): Promise<string | null> {
  const one = await house.database.connect();
  const other = await house.database.connect();
  try {
    const { rows } = await one.query<{ id: string }>('select id from payment_session order by created_at desc limit 2');
    const [first, second] = rows;
    if (!first || !second) return null;
    const lock = (client: Client, id: string) =>
      client.query('select from payment_session where id = $1 for update', [id]);
    await one.query('begin');
    await other.query('begin');
    await lock(one, first.id);
    await lock(other, second.id);
    const ends = await Promise.allSettled([lock(one, second.id), lock(other, first.id)]);
    return ends.some(({ status }) => status === 'rejected') ? 'two sessions' : null;
  } finally {
    await Promise.all([one.end(), other.end()]).catch(() => undefined);
  }
}
