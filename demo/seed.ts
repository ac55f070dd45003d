/** The demo merchant, made once for each database; what only the maker knows (key, passwords) is kept beside it. */
import { join } from 'node:path';
import type { Source } from '../server/env.js';
import type { Member } from './announce.js';
import { readPrivate, writePrivate } from './secrets.js';
import { runTool } from './tool.js';

export interface Seeded {
  readonly apiKey: string;
  readonly shopId: string;
  readonly members: readonly Member[];
}

interface Kept extends Seeded {
  readonly database: string;
}

export async function seedDemo(
  root: string,
  folder: string,
  database: string,
  environment: Source,
  stop: AbortSignal,
): Promise<Seeded> {
  const file = join(folder, 'demo-secrets.json');
  const kept = readPrivate<Kept>(file);
  if (kept?.database === database) return kept;
  const output = await runTool({ command: ['dist/server/seed-demo.js'], workingFolder: root, environment, stop });
  // Its last line; what it logs comes before.
  const seeded = JSON.parse(output.trimEnd().split('\n').at(-1) ?? '') as Seeded;
  writePrivate(file, { ...seeded, database } satisfies Kept);
  return seeded;
}
