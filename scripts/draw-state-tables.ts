/**
 * Draws the state tables into `server/ARCHITECTURE.md`. Run it after a change of a table; a test compares the two.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawInto, emptyDocument } from './state-diagrams.js';

const path = join(import.meta.dirname, '../server/ARCHITECTURE.md');
const before = existsSync(path) ? readFileSync(path, 'utf8') : emptyDocument();
writeFileSync(path, drawInto(before));
