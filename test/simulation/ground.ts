/**
 * What the stories of a run are played on: a database without fsync, two shops that look alike, and the way back to that after
 * each story.
 */
import 'reflect-metadata';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client, type Pool } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { systemRandom } from '../../server/adapters/system.js';
import { createAuthenticator } from '../../server/adapters/threeds/authenticator.js';
import { createApp } from '../../server/app.js';
import { refreshRanges } from '../../server/authentication/ranges.js';
import type { Authenticator } from '../../server/core/threeds-port.js';
import { openPool } from '../../server/database/connection.js';
import { openDemoShop } from '../../server/demo-shop.js';
import { createEndpoint } from '../../server/notifications/create-endpoint.js';
import { readTexts } from '../../server/adapters/texts.js';
import type { Deps, Texts } from '../../server/database/deps.js';
import { databaseUrl, testCluster } from '../support/cluster.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { testEnvironment } from '../support/environment.js';
import { silentLog } from '../support/silent-log.js';
import { Reached } from './reached.js';
import { SimDirectory } from './sim-directory.js';
import { SimProofs } from './sim-proofs.js';

export interface SimShop {
  readonly id: string;
  readonly acceptor: string;
  readonly endpointUrl: string;
  /** Does not go on when no issuer could say who pays. */
  readonly isStrict: boolean;
}

/** What a line to a bank that is never asked looks like. */
const NO_BANK = { isoPort: 9 } as Parameters<typeof testEnvironment>[1];
const CONNECTIONS = 16;

export class Ground {
  private constructor(
    readonly shops: readonly [SimShop, SimShop],
    readonly pool: Pool,
    /** Not through the house: for looking, and for clearing up. */
    readonly admin: Client,
    readonly texts: Texts,
    readonly orm: MikroORM,
    /** Where the keys of security codes lie. */
    readonly codeKeys: string,
    private readonly tables: readonly string[],
    private readonly database: FreshDatabase,
    private readonly close: () => Promise<void>,
  ) {}

  static async prepare(): Promise<Ground> {
    const database = await freshDatabase();
    const messages = `${process.cwd()}/messages`;
    const environment = testEnvironment(database, NO_BANK, { run: 'worker', logLevel: 'error' });
    const hooks = {
      timeout_ms: 1,
      complaintAbout: async () => null,
      post: () => Promise.reject(new Error('Nobody is told.')),
    };
    const app = await createApp(environment, silentLog, messages, { hooks });
    const shops = [await openShop(app.deps, 1), await openShop(app.deps, 2)] as const;
    const { adminUrl } = await testCluster();
    const admin = new Client({ connectionString: databaseUrl(adminUrl, new URL(database.runUrl).pathname.slice(1)) });
    await admin.connect();
    await admin.query('update shop set authorise_if_unavailable = false where id = $1', [shops[1].id]);
    await refreshRanges({ ...app.deps, authenticator: knowing() });
    const tables = await keepAsItIs(admin);
    const codeKeys = await mkdtemp(join(tmpdir(), 'guichet-story-'));
    const pool = openPool({ url: new Secret(database.runUrl), size: CONNECTIONS, onBroken: () => undefined });
    const close = () => app.close();
    return new Ground(shops, pool, admin, readTexts(messages), app.deps.orm, codeKeys, tables, database, close);
  }

  /** The database as it was before the first story. */
  async clear(): Promise<void> {
    const texts = this.tables.flatMap(name => [
      `delete from "${name}"`,
      `insert into "${name}" select * from born."${name}"`,
    ]);
    await this.admin.query(texts.join(';'));
    for (const name of await readdir(this.codeKeys)) await rm(join(this.codeKeys, name));
  }

  async countLocked(): Promise<number> {
    const { rows } = await this.admin.query<{ count: string }>(
      `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return Number(rows[0]?.count);
  }

  async end(): Promise<void> {
    if (this.pool.totalCount > this.pool.idleCount) throw new Error('A story kept a connection.');
    await rm(this.codeKeys, { recursive: true });
    await this.pool.end();
    await this.admin.end();
    await this.close();
    await this.database.drop();
  }
}

async function openShop(deps: Deps, number: number): Promise<SimShop> {
  const { shopId: id, acceptor } = await openDemoShop(deps, systemRandom, { enrolled: true });
  const { endpoint } = await createEndpoint(
    deps,
    id,
    { kind: 'KEY', id: 'key_of_a_story' },
    { url: `https://shop${number}.example/told` },
  );
  return { id, acceptor, endpointUrl: endpoint.url, isStrict: number === 2 };
}

/** Asks for the ranges once, so that not every story has to. */
function knowing(): Authenticator {
  const directory = new SimDirectory(new SimProofs(), new Reached(), () => undefined);
  return createAuthenticator({
    directoryUrl: 'http://directory.example/ds',
    timers: { after: () => () => undefined },
    random: systemRandom,
    log: silentLog,
    poster: { post: async (path, body) => directory.hear(path, body).outcome, close: async () => undefined },
  });
}

/** Copies every table beside itself. From now on no trigger and no foreign key keeps this connection from clearing up. */
async function keepAsItIs(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'mikro%'`,
  );
  await admin.query('create schema born');
  for (const { name } of rows) await admin.query(`create table born."${name}" as select * from "${name}"`);
  await admin.query(`set session_replication_role = 'replica'`);
  // A deadlock is waited for in real time.
  await admin.query(
    `do $$ begin execute format('alter database %I set deadlock_timeout = %L', current_database(), '50ms'); end $$`,
  );
  return rows.map(({ name }) => name);
}
