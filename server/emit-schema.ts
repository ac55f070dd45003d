/**
 * Writes the public schema to `schema.graphql`, where tools and the web app read it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printGuichetSchema } from './schema.js';

writeFileSync(join(import.meta.dirname, '../schema.graphql'), printGuichetSchema());
