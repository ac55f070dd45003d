/** What PostgreSQL and the machine have done between two looks. */
import { cpus } from 'node:os';
import { Client } from 'pg';

export interface Gauged {
  /** Transactions that wrote something: only those are given a number. */
  readonly commits: number;
  readonly wal_bytes: number;
  /** CPU of the whole machine, whoever had it. */
  readonly machine_ms: number;
}

export class Gauge {
  #before: Gauged = { commits: 0, wal_bytes: 0, machine_ms: 0 };

  private constructor(private readonly client: Client) {}

  static async open(adminUrl: string): Promise<Gauge> {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    const gauge = new Gauge(client);
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
    const now = { commits: Number(rows[0]?.commits), wal_bytes: Number(rows[0]?.bytes), machine_ms: machineTime_ms() };
    const before = this.#before;
    this.#before = now;
    return {
      commits: now.commits - before.commits,
      wal_bytes: now.wal_bytes - before.wal_bytes,
      machine_ms: now.machine_ms - before.machine_ms,
    };
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

function machineTime_ms(): number {
  return cpus().reduce((total, { times }) => total + times.user + times.nice + times.sys + times.irq, 0);
}
