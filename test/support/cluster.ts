/** The one cluster of a test run: started by the first test file that needs it, whichever process that runs in. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Secret } from '../../server/core/secret.js';
import { startCluster, stopCluster } from '../../server/database/embedded/cluster.js';
import { recordedPlace } from '../../server/database/embedded/place.js';
import { createDatabase } from '../../server/database/embedded/roles.js';
import { migrate } from '../../server/database/migrate.js';
import { abandonedRunFolders, runFolder } from './run-folder.js';
import { silentLog } from './silent-log.js';

export interface TestCluster {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly runUrl: string;
}

/** A migrated database that is only ever copied. */
export const templateDatabase = 'guichet_template';

/** Test files run in several processes: the one that makes the lock starts the cluster, the others wait for its word. */
export async function testCluster(): Promise<TestCluster> {
  const folder = runFolder();
  const ready = join(folder, 'ready.json');
  const failed = join(folder, 'failed.txt');
  if (!existsSync(ready) && takeLock(folder)) {
    try {
      const cluster = await startTestCluster(folder);
      writeFileSync(`${ready}.unfinished`, JSON.stringify(cluster), { mode: 0o600 });
      renameSync(`${ready}.unfinished`, ready);
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  for (let waited_ms = 0; waited_ms < 60_000; waited_ms += 20) {
    if (existsSync(ready)) return JSON.parse(readFileSync(ready, 'utf8')) as TestCluster;
    if (existsSync(failed)) throw new Error(`The test cluster did not start: ${readFileSync(failed, 'utf8')}`);
    await sleep(20);
  }
  throw new Error('The test cluster did not start within a minute.');
}

/** Stops the cluster of a run and removes everything it wrote. */
export async function discardCluster(folder: string): Promise<void> {
  await stopCluster(folder);
  const place = recordedPlace(folder);
  if (place) rmSync(place.root, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

export async function withAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function startTestCluster(folder: string): Promise<TestCluster> {
  for (const abandoned of abandonedRunFolders()) await discardCluster(abandoned);
  const cluster = await startCluster({ folder, durability: 'throwaway', preferredPort: 0, log: silentLog });
  await withAdmin(cluster.adminUrl, client => createDatabase(client, templateDatabase));
  await migrate(new Secret(databaseUrl(cluster.ownerUrl, templateDatabase)));
  return { adminUrl: cluster.adminUrl, ownerUrl: cluster.ownerUrl, runUrl: cluster.runUrl };
}

/** The same role on another database of the cluster. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function takeLock(folder: string): boolean {
  try {
    writeFileSync(join(folder, 'lock'), String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
