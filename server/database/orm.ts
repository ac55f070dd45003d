/**
 * MikroORM for the back office's rows (shops, keys, members, settings), on the same connections as everything else.
 */
import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityClass } from '@mikro-orm/core';
import type { Sql } from './connection.js';

export async function openOrm(database: Sql, entities: EntityClass<object>[]): Promise<MikroORM> {
  return MikroORM.init({
    // The name is not used: the connections are the pool's, handed over with Kysely.
    dbName: 'guichet',
    driverOptions: database,
    entities,
    discovery: { warnWhenNoEntities: false },
    allowGlobalContext: false,
  });
}
