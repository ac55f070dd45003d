/**
 * Brings a database to the shape of this version. One command, run by the owner of the tables before any process starts.
 */
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Secret } from '../core/secret.js';
import { Foundations } from './migrations/0001-foundations.js';
import { Members } from './migrations/0002-members.js';
import { Authentication } from './migrations/0004-authentication.js';
import { Notifications } from './migrations/0005-notifications.js';
import { Reports } from './migrations/0006-reports.js';
import { Reads } from './migrations/0007-reads.js';
import { Office } from './migrations/0008-office.js';
import { Finding } from './migrations/0009-finding.js';
import { Causes } from './migrations/0010-causes.js';
import { Domains } from './migrations/0011-domains.js';

/** Applies what is missing, in order, each in a transaction of its own. Answers the names of what it applied. */
export async function migrate(url: Secret): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url.reveal(),
    entities: [],
    // What was applied is answered; the caller tells it.
    logger: () => undefined,
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    migrations: {
      tableName: 'migration',
      snapshot: false,
      migrationsList: [
        { name: '0001-foundations', class: Foundations },
        { name: '0002-members', class: Members },
        { name: '0004-authentication', class: Authentication },
        { name: '0005-notifications', class: Notifications },
        { name: '0006-reports', class: Reports },
        { name: '0007-reads', class: Reads },
        { name: '0008-office', class: Office },
        { name: '0009-finding', class: Finding },
        { name: '0010-causes', class: Causes },
        { name: '0011-domains', class: Domains },
      ],
    },
  });
  try {
    const applied = await orm.migrator.up();
    return applied.map(migration => migration.name);
  } finally {
    await orm.close();
  }
}
