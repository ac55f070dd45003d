/**
 * The one pool of connections, as Kysely for money and lists and as MikroORM for the rest (orm.ts).
 */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, TypeOverrides } from 'pg';
import type { Secret } from '../core/secret.js';
import { readInstant, TIMESTAMPTZ } from './instants.js';
import { PreparingClient } from './preparing-client.js';
import type { Tables } from './tables.js';

export type Sql = Kysely<Tables>;

export interface ConnectionOptions {
  readonly url: Secret;
  /** Connections at most. */
  readonly size: number;
  /** What to do when an idle connection breaks; the pool replaces it by itself. */
  readonly onBroken: (error: Error) => void;
}

const OID = { int8: 20, date: 1082, timestamptz: TIMESTAMPTZ } as const;

export function openPool(options: ConnectionOptions): Pool {
  const types = new TypeOverrides();
  types.setTypeParser(OID.int8, text => BigInt(text));
  // A business day is a day of the shop's calendar, not an instant: it stays text.
  types.setTypeParser(OID.date, text => text);
  types.setTypeParser(OID.timestamptz, readInstant);
  const pool = new Pool({
    connectionString: options.url.reveal(),
    max: options.size,
    connectionTimeoutMillis: 10_000,
    // Nothing this house asks takes that long; what does is stuck and must not hold a row.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    Client: PreparingClient,
    types,
  });
  pool.on('error', options.onBroken);
  pool.on('connect', client => client.on('error', options.onBroken));
  return pool;
}

export function openSql(pool: Pool): Sql {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
