/**
 * The connections of one process to the story's database. Every statement is a step; when the process dies, what it had begun and
 * not committed is rolled back, as PostgreSQL does for a client that is gone.
 */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Sql } from '../../server/database/connection.js';
import type { Tables } from '../../server/database/tables.js';
import { LineLostError, type SimProcess, type StepKind } from './sim-process.js';

/** What the driver's `query` is called with here. */
type Result = Awaited<ReturnType<PostgresPoolClient['query']>>;

export function databaseOf(process: SimProcess, pool: Pool): Sql {
  const simulated = new SimPool(process, pool);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: simulated }) });
}

class SimPool implements PostgresPool {
  readonly options = {};

  constructor(
    private readonly process: SimProcess,
    private readonly pool: Pool,
  ) {}

  async connect(): Promise<PostgresPoolClient> {
    return new SimClient(this.process, this.pool);
  }

  async end(): Promise<void> {}
}

class SimClient {
  #real: PoolClient | null = null;
  #inTransaction = false;
  #broken = false;

  constructor(
    private readonly process: SimProcess,
    private readonly pool: Pool,
  ) {
    // One that sleeps in a transaction is thrown out of it after a minute (`idle_in_transaction_session_timeout`).
    process.onStopped(() => void this.#abandon());
  }

  query = ((text: string, values: readonly unknown[] = []): Promise<Result> => {
    return this.process.reach(kindOf(text, this.#inTransaction), brief(text), () => this.#perform(text, values));
  }) as unknown as PostgresPoolClient['query'];

  release(): void {
    const real = this.#real;
    this.#real = null;
    if (!real) return;
    // A transaction whose end was not heard of: the line is gone, and it with the line.
    if (this.#inTransaction) void real.query('rollback').then(() => real.release());
    else real.release();
    this.#inTransaction = false;
  }

  async #perform(text: string, values: readonly unknown[]): Promise<Result> {
    if (this.#broken) throw new LineLostError('Connection terminated unexpectedly');
    const real = (this.#real ??= await this.pool.connect());
    // It died while it waited for a connection.
    if (this.process.fate === 'DEAD') return this.#giveBack(real);
    if (/^(?:begin|start transaction)/.test(text)) this.#inTransaction = true;
    try {
      return (await real.query(text, [...values])) as unknown as Result;
    } finally {
      if (/^(?:commit|rollback)/.test(text)) this.#inTransaction = false;
    }
  }

  #giveBack(real: PoolClient): never {
    if (this.#real === real) real.release();
    this.#real = null;
    throw new LineLostError('Connection terminated unexpectedly');
  }

  async #abandon(): Promise<void> {
    const real = this.#real;
    if (!real || (this.process.fate === 'ASLEEP' && !this.#inTransaction)) return;
    this.#real = null;
    this.#broken = true;
    // Whatever it is at comes first: the connection does one thing after another.
    if (this.#inTransaction) await real.query('rollback').catch(() => undefined);
    real.release();
  }
}

/** A statement by itself commits what it changes; within a transaction only its `commit` does. */
function kindOf(text: string, inTransaction: boolean): StepKind {
  if (text === 'commit') return 'COMMIT';
  return !inTransaction && /^(?:with w0|insert|update|delete)/.test(text) ? 'COMMIT' : 'STATEMENT';
}

function brief(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 60);
}
