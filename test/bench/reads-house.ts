/**
 * What the reads are measured against: a durable PostgreSQL with the seed's payments, our server and PostGraphile before it, each a
 * process of its own.
 */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCOPES } from '../../server/core/caller.js';
import { newId } from '../../server/core/identifiers.js';
import { Secret } from '../../server/core/secret.js';
import { DAY_ms } from '../../server/core/time.js';
import { systemClock, systemRandom } from '../../server/adapters/system.js';
import { startCluster, type Cluster } from '../../server/database/embedded/cluster.js';
import { migrate } from '../../server/database/migrate.js';
import { discardCluster, withAdmin } from '../support/cluster.js';
import { silentLog } from '../support/silent-log.js';
import { seed, type Progress } from '../seed/seed.js';
import { Child } from './child.js';
import { fetched, type Edition } from './fetched.js';
import { compile, environmentOfServer } from './house.js';

export interface ReadsHouse {
  readonly cluster: Cluster;
  readonly shopId: string;
  readonly transactions: number;
  readonly apiKey: string;
  readonly server: Child;
  readonly port: number;
  readonly postgraphile: Child;
  readonly postgraphilePort: number;
}

export interface ReadsHouseOptions {
  readonly transactions: number;
  /** Where the seeded database is kept, and seeded if it is not; null for one that is thrown away. */
  readonly keptIn: string | null;
  readonly profile: string | null;
  readonly progress: Progress;
  readonly stop: AbortSignal;
}

const POSTGRAPHILE: Edition = { name: 'PostGraphile', version: '5.1.5', packages: { postgraphile: '5.1.5' } };
const DATABASE = 'guichet';
const NOBODY = 9;

export async function withReadsHouse<T>(
  options: ReadsHouseOptions,
  work: (house: ReadsHouse) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `guichet-reads-${process.pid}-`));
  const data = folderOfData(options.keptIn ?? join(folder, 'data'));
  chmodSync(folder, 0o755);
  const children: Child[] = [];
  const cluster = await startCluster({ folder: data, durability: 'durable', preferredPort: 0, log: silentLog });
  try {
    await migrate(new Secret(cluster.ownerUrl));
    await fill(cluster, options);
    await compile(folder, options.stop);
    const shop = await giveKey(cluster);
    const start = (name: string, environment: Readonly<Record<string, string | undefined>>): Child => {
      const module = join(folder, 'dist/test/bench', `${name}.js`);
      const child = new Child({ module, environment, logFile: join(folder, `${name}.log`) });
      children.unshift(child);
      return child;
    };
    const server = start('reads-server', {
      ...environmentOfServer(cluster, NOBODY, options.profile, DATABASE),
      RUN: 'api',
    });
    const postgraphile = start('reads-postgraphile', {
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      POSTGRAPHILE_FOLDER: await fetched(POSTGRAPHILE, options.stop),
      DATABASE_URL: cluster.runUrl,
    });
    const [port, postgraphilePort] = await Promise.all([
      server.ask<number>('ready'),
      postgraphile.ask<number>('ready'),
    ]);
    options.stop.throwIfAborted();
    return await work({ ...shop, cluster, server, port, postgraphile, postgraphilePort });
  } finally {
    for (const child of children) await child.stop();
    await cluster.stop();
    if (options.keptIn === null) await discardCluster(data);
    rmSync(folder, { recursive: true, force: true });
  }
}

function folderOfData(folder: string): string {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o755 });
  return realpathSync(folder);
}

async function fill(cluster: Cluster, { transactions, progress }: ReadsHouseOptions): Promise<void> {
  const there = await withAdmin(cluster.ownerUrl, client =>
    client.query<{ count: string }>('select count(*) from transaction'),
  );
  if (Number(there.rows[0]?.count) >= transactions) return;
  const until = new Date();
  const from = new Date(until.getTime() - 396 * DAY_ms);
  await seed(cluster.ownerUrl, { transactions, from, until, salt: randomBytes(8).toString('hex') }, progress);
}

/** To the shop that has most: a key of the bench's own. */
async function giveKey({ ownerUrl }: Cluster): Promise<{ shopId: string; transactions: number; apiKey: string }> {
  const apiKey = `sk_test_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(apiKey).digest('hex');
  return withAdmin(ownerUrl, async client => {
    const { rows } = await client.query<{ shop_id: string; count: string }>(
      'select shop_id, count(*) from transaction group by shop_id order by 2 desc limit 1',
    );
    const [shop] = rows;
    if (!shop) throw new Error('No shop has a transaction.');
    await client.query(
      `insert into shop_key (id, shop_id, name, hash, scopes, sequence, created_at) values ($1, $2, 'Bench', $3, $4, 1, now())`,
      [newId('key', { clock: systemClock, random: systemRandom }), shop.shop_id, hash, [...SCOPES]],
    );
    return { shopId: shop.shop_id, transactions: Number(shop.count), apiKey };
  });
}
