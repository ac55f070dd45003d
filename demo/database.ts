/** The database of the house: the embedded one, or the one that was given. Migrated before anything else touches it. */
import type { Log } from '../server/core/ports.js';
import { startCluster } from '../server/database/embedded/cluster.js';
import type { Configuration } from './configuration.js';
import { runTool } from './tool.js';

export interface Database {
  readonly runUrl: string;
  readonly ownerUrl: string;
  /** Names the embedded data; null for a database that was given. */
  readonly identifier: string | null;
  onDeath(listener: () => void): void;
  stop(): Promise<void>;
}

export async function openDatabase(
  configuration: Configuration,
  folder: string,
  preferredPort: number,
  say: (text: string) => void,
): Promise<Database> {
  if (configuration.embedded) {
    return startCluster({ folder, durability: 'durable', preferredPort, log: sayingLog(say) });
  }
  const runUrl = configuration.checked.databaseUrl.reveal();
  return {
    runUrl,
    // In live mode the configuration insists on a role of its own for the tables.
    ownerUrl: configuration.given['MIGRATION_DATABASE_URL'] ?? runUrl,
    identifier: null,
    onDeath: () => undefined,
    stop: () => Promise.resolve(),
  };
}

export async function migrateDatabase(root: string, { ownerUrl }: Database, stop: AbortSignal): Promise<void> {
  await runTool({
    command: ['dist/server/migrate.js'],
    workingFolder: root,
    environment: { ...process.env, NODE_ENV: 'production', MIGRATION_DATABASE_URL: ownerUrl },
    stop,
  });
}

/** The cluster's log, as a person wants to read it. */
function sayingLog(say: (text: string) => void): Log {
  const tell = (event: string, facts?: Readonly<Record<string, unknown>>): void => {
    const sentence = sentences[event];
    if (sentence) say(`    ${sentence} ${facts ? Object.values(facts).map(String).join(', ') : ''}\n`);
  };
  return { info: tell, warn: tell, error: tell };
}

const sentences: Readonly<Record<string, string>> = {
  'database.creating': 'first start: making the data directory',
  'database.adopted': 'found it running, process',
  'database.elsewhere': 'the data lie outside the checkout:',
  'database.setAside': 'data of a deleted installation were moved, not deleted:',
};
