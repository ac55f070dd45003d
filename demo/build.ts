/**
 * Builds what is out of date: `dist` for server and bank, `web/.next` for the pages. Whether it is, the content of the
 * sources decides and not their dates, which a fresh clone or a switch of branches changes without meaning.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Step } from './announce.js';
import { releaseLock, takeLock } from './lock.js';
import { runTool } from './tool.js';

interface Product {
  readonly title: string;
  readonly sources: readonly string[];
  /** Names of folders that are products themselves, wherever they stand in the sources. */
  readonly leaveOut: readonly string[];
  /** Without this file there is nothing built. */
  readonly proof: string;
  /** What is built elsewhere, and may be gone without the rest: pages without their scripts look right, and are not. */
  readonly beside: readonly string[];
  readonly make: (root: string, stop: AbortSignal) => Promise<void>;
}

const always = ['package-lock.json', 'package.json', '.swcrc', 'tsconfig.json'];

const products: readonly Product[] = [
  {
    title: 'Building server and bank',
    sources: ['server', 'bank', 'messages', ...always],
    leaveOut: [],
    proof: 'dist/built-from',
    beside: [],
    async make(root, stop) {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      const swc = 'node_modules/@swc/cli/bin/swc.js';
      await run(root, [swc, 'server', 'bank', '--out-dir', 'dist', '--quiet'], stop);
    },
  },
  {
    title: 'Building the pages (half a minute the first time)',
    sources: ['web', 'messages', 'schema.graphql', ...always],
    leaveOut: ['.next', 'public/assets', 'public/.well-known', 'assets.json', 'next-env.d.ts'],
    proof: 'web/.next/built-from',
    beside: ['web/public/assets'],
    async make(root, stop) {
      await run(root, ['node_modules/next/dist/bin/next', 'build', 'web'], stop);
    },
  },
];

/** One at a time in a checkout: a second caller waits, and then finds everything built. */
export async function build(root: string, step: Step, stop: AbortSignal): Promise<void> {
  const folder = join(root, '.guichet');
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'build.lock');
  while (!takeLock(lock)) await sleep(200, undefined, { signal: stop });
  try {
    for (const product of products) {
      const hash = hashOf(root, product);
      const proof = join(root, product.proof);
      const isWhole = [product.proof, ...product.beside].every(path => existsSync(join(root, path)));
      if (isWhole && readFileSync(proof, 'utf8') === hash) continue;
      rmSync(proof, { force: true });
      await step(product.title, () => product.make(root, stop));
      writeFileSync(`${proof}.unfinished`, hash);
      renameSync(`${proof}.unfinished`, proof);
    }
  } finally {
    releaseLock(lock);
  }
}

export function hashOf(root: string, { sources, leaveOut }: Pick<Product, 'sources' | 'leaveOut'>): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(source => filesUnder(root, source, leaveOut)).sort()) {
    const content = readFileSync(join(root, path));
    // The length keeps the end of one file from being read as the beginning of the next.
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root: string, path: string, leaveOut: readonly string[]): string[] {
  if (leaveOut.some(name => path.endsWith(`/${name}`)) || !existsSync(join(root, path))) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path)).flatMap(name => filesUnder(root, `${path}/${name}`, leaveOut));
}

async function run(root: string, command: readonly string[], stop: AbortSignal): Promise<void> {
  const environment = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await runTool({ command, workingFolder: root, environment, stop });
}
