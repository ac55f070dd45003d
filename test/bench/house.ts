/**
 * What the bench runs against: a durable PostgreSQL in a temporary folder, the sandbox bank, and the server as it is
 * compiled for production, each a process of its own.
 */
import { chmodSync, mkdtempSync, readdirSync, statfsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escapeIdentifier } from 'pg';
import { newSecrets } from '../../demo/secrets.js';
import { runTool } from '../../demo/tool.js';
import { Secret } from '../../server/core/secret.js';
import { startCluster, type Cluster } from '../../server/database/embedded/cluster.js';
import { createDatabase } from '../../server/database/embedded/roles.js';
import { migrate } from '../../server/database/migrate.js';
import { databaseUrl, discardCluster, withAdmin } from '../support/cluster.js';
import { silentLog } from '../support/silent-log.js';
import { Child } from './child.js';
import type { ServerReady } from './server.js';

const PREFIX = 'guichet-bench-';
const TEMPLATE = 'bench_template';
const MEMORY_FILE_SYSTEM = 0x01021994;

export interface House extends ServerReady {
  readonly cluster: Cluster;
  readonly server: Child;
  readonly bank: Child;
  /** Empty databases of the same shape, for the role that runs; one for each run of the floor. */
  readonly floors: readonly string[];
  /** Starts one more of this folder's programs; it ends with the house. */
  readonly start: (name: string, environment?: Surroundings) => Child;
  /** What the server was started with. */
  readonly environment: Surroundings;
}

type Surroundings = Readonly<Record<string, string | undefined>>;

export interface HouseOptions {
  readonly floors: number;
  /** Where the server writes its profile, if it is asked for one. */
  readonly profile: string | null;
  /** Fills the server's database before it starts; is handed its address for the role that owns the tables. */
  readonly fill?: (ownerUrl: string) => Promise<void>;
  /** For the server, beside what it needs anyway. */
  readonly environment?: Surroundings;
  readonly stop: AbortSignal;
}

/** Calls `work` with the running house, and ends and removes all of it whatever happens. */
export async function withHouse<T>(options: HouseOptions, work: (house: House) => Promise<T>): Promise<T> {
  for (const abandoned of abandonedFolders()) await discardCluster(abandoned);
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // The user that root hands the database to has to pass through.
  chmodSync(folder, 0o755);
  const children: Child[] = [];
  try {
    await compile(folder, options.stop);
    const cluster = await startCluster({ folder, durability: 'durable', preferredPort: 0, log: silentLog });
    const floors = await makeDatabases(cluster, options.floors);
    await options.fill?.(databaseUrl(cluster.ownerUrl, 'bench'));
    const start = (name: string, environment: Surroundings = {}): Child => {
      const module = join(folder, 'dist/test/bench', `${name}.js`);
      const child = new Child({ module, environment, logFile: join(folder, `${name}.log`) });
      children.unshift(child);
      return child;
    };
    const bank = start('bank', { BANK_BOOK: join(folder, 'book.jsonl') });
    const isoPort = await bank.ask<number>('ready');
    const environment = { ...environmentOfServer(cluster, isoPort, options.profile), ...options.environment };
    const server = start('server', environment);
    const ready = await server.ask<ServerReady>('ready');
    options.stop.throwIfAborted();
    return await work({ ...ready, cluster, server, bank, floors, start, environment });
  } finally {
    for (const child of children) await child.stop();
    await discardCluster(folder);
  }
}

/** On a file system in memory `fsync` costs nothing, and the figures say nothing. */
export function liesInMemory(): boolean {
  return statfsSync(tmpdir()).type === MEMORY_FILE_SYSTEM;
}

export async function compile(folder: string, stop: AbortSignal): Promise<void> {
  const root = process.cwd();
  const sources = ['server', 'bank', 'test/bench'];
  const command = ['node_modules/@swc/cli/bin/swc.js', ...sources, '--out-dir', join(folder, 'dist'), '--quiet'];
  await runTool({ command, workingFolder: root, environment: process.env, stop });
  for (const name of ['node_modules', 'package.json', 'messages']) symlinkSync(join(root, name), join(folder, name));
}

/** All before the first measurement: making a database forces a checkpoint, after which pages are logged whole. */
async function makeDatabases(cluster: Cluster, floors: number): Promise<string[]> {
  const names = Array.from({ length: floors }, (_, index) => `bench_floor_${index}`);
  await withAdmin(cluster.adminUrl, client => createDatabase(client, TEMPLATE));
  await migrate(new Secret(databaseUrl(cluster.ownerUrl, TEMPLATE)));
  await withAdmin(cluster.adminUrl, async client => {
    for (const name of ['bench', ...names]) await createDatabase(client, name, TEMPLATE);
    await client.query(`drop database ${escapeIdentifier(TEMPLATE)}`);
  });
  return names.map(name => databaseUrl(cluster.runUrl, name));
}

export function environmentOfServer(
  cluster: Cluster,
  isoPort: number,
  profile: string | null,
  database = 'bench',
): Surroundings {
  return {
    ...newSecrets(),
    NODE_ENV: 'production',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: databaseUrl(cluster.runUrl, database),
    ACQUIRER_URL: `tcp://127.0.0.1:${isoPort}`,
    ...(profile === null ? {} : { BENCH_PROFILE: profile }),
  };
}

/** What a bench that was killed has left behind. */
function abandonedFolders(): string[] {
  return readdirSync(tmpdir())
    .filter(name => name.startsWith(PREFIX) && !isRunning(Number(name.slice(PREFIX.length).split('-')[0])))
    .map(name => join(tmpdir(), name));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
