/**
 * Programs that only a bench needs, and that are too large, or licensed otherwise, to be dependencies of ours: fetched when they are asked
 * for, into a cache outside the tree, where the next run finds them again. Their install scripts do not run.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

export interface Edition {
  readonly name: string;
  readonly version: string;
  /** With their exact versions. */
  readonly packages: Readonly<Record<string, string>>;
}

const MOST_ms = 300_000;

/** The folder whose `node_modules` has them; `isFresh` fetches them again. */
export async function fetched(edition: Edition, stop: AbortSignal, isFresh = false): Promise<string> {
  // XDG Base Directory Specification: where what can be had again is kept.
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'guichet-bench');
  const folder = join(cache, `${edition.name.toLowerCase()}-${edition.version}`);
  // Whatever has its name is whole; but it may be what another edition of this bench wanted.
  if (!isFresh && isDeepStrictEqual(packagesIn(folder), edition.packages)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(join(unfinished, 'package.json'), JSON.stringify({ private: true, dependencies: edition.packages }));
    await fetchPackages(unfinished, stop);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

function packagesIn(folder: string): unknown {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly dependencies?: unknown }).dependencies;
}

function fetchPackages(folder: string, stop: AbortSignal): Promise<void> {
  const command = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return new Promise((resolve, reject) => {
    const npm = spawn('npm', command, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      signal: AbortSignal.any([stop, AbortSignal.timeout(MOST_ms)]),
      // There it is a batch file, which only the shell can run.
      shell: process.platform === 'win32',
    });
    npm.once('error', reject);
    npm.once('close', code => (code === 0 ? resolve() : reject(new Error(`npm install ended with code ${code}.`))));
  });
}
