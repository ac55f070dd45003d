/** PostgreSQL as money needs it, with the hand of somebody who pulls the plug. */
import { Client } from 'pg';
import { startCluster, type Cluster } from '../../server/database/embedded/cluster.js';
import { isAlive } from '../../server/database/embedded/postmaster.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '../support/silent-log.js';

export class Database {
  #isEnding = false;

  private constructor(
    private readonly folder: string,
    private cluster: Cluster,
  ) {}

  static async start(folder: string): Promise<Database> {
    return new Database(folder, await start(folder, 0));
  }

  get port(): number {
    return this.cluster.port;
  }

  get data(): string {
    return this.cluster.data;
  }

  get ownerUrl(): string {
    return this.cluster.ownerUrl;
  }

  get runUrl(): string {
    return this.cluster.runUrl;
  }

  /** Asks as somebody who may do everything, past every line that fails. */
  async ask<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const url = new URL(this.cluster.adminUrl);
    url.pathname = '/guichet';
    const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** A connection of its own, for whoever takes locks. */
  async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.cluster.ownerUrl, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** SIGQUIT to its first process is what `pg_ctl stop -m immediate` sends: nothing is written, the next start recovers. */
  async stopImmediately(away_ms: number): Promise<void> {
    const { pid, port } = this.cluster;
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await sleep(20);
    await sleep(away_ms);
    if (!this.#isEnding) this.cluster = await start(this.folder, port);
  }

  async stop(): Promise<void> {
    this.#isEnding = true;
    await this.cluster.stop();
  }
}

function start(folder: string, preferredPort: number): Promise<Cluster> {
  return startCluster({ folder, durability: 'durable', preferredPort, log: silentLog });
}
