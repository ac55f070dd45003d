/**
 * The one pool of connections, as Kysely for money and lists and as MikroORM for the rest (orm.ts).
 */
import { Socket } from 'node:net';
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
  /** How long a line may be silent; longer than any statement may take. */
  readonly silence_ms?: number;
}

const STATEMENT_ms = 30_000;

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
    statement_timeout: STATEMENT_ms,
    idle_in_transaction_session_timeout: 60_000,
    stream: () => lineThatIsHeard(options.silence_ms ?? STATEMENT_ms + 15_000),
    Client: PreparingClient,
    types,
  });
  pool.on('error', options.onBroken);
  pool.on('connect', client => client.on('error', options.onBroken));
  return pool;
}

/**
 * A line that is open on this side alone (the host is gone, a wall forgot the connection) would keep whoever asks on it for a quarter of
 * an hour. A line that nobody uses is closed by the pool long before; a statement that takes so long is ended by PostgreSQL, which
 * says so: so a silent line leads nowhere, and what was asked on it is as unanswered as on one that broke.
 */
function lineThatIsHeard(silence_ms: number): Socket {
  const line = new Socket();
  line.setTimeout(silence_ms, () => line.destroy(new Error(`The database was not heard of for ${silence_ms} ms.`)));
  return line;
}

export function openSql(pool: Pool): Sql {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
