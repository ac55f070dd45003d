/** A database of its own for a test file: a copy of the migrated template, gone when the file is done. */
import { randomUUID } from 'node:crypto';
import { escapeIdentifier } from 'pg';
import { createDatabase } from '../../server/database/embedded/roles.js';
import { databaseUrl, templateDatabase, testCluster, withAdmin } from './cluster.js';

export interface FreshDatabase {
  /** For the role that owns the tables. */
  readonly ownerUrl: string;
  /** For the role that the house runs as. */
  readonly runUrl: string;
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

/** `migrated: false` gives an empty one, for tests of the migrations themselves. */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
  const cluster = await testCluster();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = migrated ? templateDatabase : 'template1';
  await withAdmin(cluster.adminUrl, client => createDatabase(client, name, template));
  return {
    ownerUrl: databaseUrl(cluster.ownerUrl, name),
    runUrl: databaseUrl(cluster.runUrl, name),
    async drop() {
      await withAdmin(cluster.adminUrl, client => client.query(`drop database ${escapeIdentifier(name)} with (force)`));
    },
  };
}
