/**
 * Brings the database to the shape of this version; run by the tables' owner before any process starts.
 */
import { createLog } from './adapters/log.js';
import { migrate } from './database/migrate.js';
import { processMigrationEnvironment } from './env.js';

const { databaseUrl, logLevel } = processMigrationEnvironment();
const applied = await migrate(databaseUrl);
createLog({ level: logLevel }).info('migrated', { applied });
