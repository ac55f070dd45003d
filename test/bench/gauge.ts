/** What PostgreSQL has done between two looks. */
import { Client } from 'pg';
import type { Cluster } from '../../server/database/embedded/cluster.js';
import { postgresTime_ms } from './postgres-time.js';

export interface Gauged {
  /** Transactions that wrote something: only those are given a number. */
  readonly commits: number;
  readonly wal_bytes: number;
  /** Its CPU. */
  readonly postgres_ms: number;
}

export class Gauge {
  #before: Gauged = { commits: 0, wal_bytes: 0, postgres_ms: 0 };

  private constructor(
    private readonly client: Client,
    private readonly postmaster: number,
  ) {}

  static async open({ adminUrl, pid }: Cluster): Promise<Gauge> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    const gauge = new Gauge(client, pid);
    await gauge.since();
    return gauge;
  }

  async version(): Promise<string> {
    const { rows } = await this.client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version ?? '';
  }

  /** Since the last call. */
  async since(): Promise<Gauged> {
    const { rows } = await this.client.query<{ commits: string; bytes: string }>(
      `select pg_snapshot_xmax(pg_current_snapshot())::text as commits, pg_current_wal_insert_lsn() - '0/0' as bytes`,
    );
    const now = {
      commits: Number(rows[0]?.commits),
      wal_bytes: Number(rows[0]?.bytes),
      postgres_ms: postgresTime_ms(this.postmaster),
    };
    const before = this.#before;
    this.#before = now;
    return {
      commits: now.commits - before.commits,
      wal_bytes: now.wal_bytes - before.wal_bytes,
      postgres_ms: now.postgres_ms - before.postgres_ms,
    };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
