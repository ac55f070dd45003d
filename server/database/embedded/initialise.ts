/** Makes the data directory of a new cluster. */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import type { Place } from './place.js';
import { handOver } from './place.js';
import { superuser } from './roles.js';
import type { Durability } from './settings.js';
import type { DatabaseUser } from './user.js';
import { identity } from './user.js';

/**
 * Made beside its place and renamed, so that one cut short is never taken for a whole one. The locale is PostgreSQL's
 * own C.UTF-8: the order of texts does not change with the machine's libraries, which would corrupt indexes.
 */
export async function initialise(
  place: Place,
  binaries: Binaries,
  user: DatabaseUser | null,
  password: string,
  durability: Durability,
): Promise<void> {
  const unfinished = `${place.data}.unfinished`;
  const passwordFile = join(place.root, 'password.once');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  chmodSync(unfinished, 0o700);
  handOver(unfinished, user);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(passwordFile, user);
  try {
    await promisify(execFile)(binaries.initdb, initdbArguments(unfinished, passwordFile, durability), {
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...identity(user),
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.data);
}

function initdbArguments(data: string, passwordFile: string, durability: Durability): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
    ...(durability === 'throwaway' ? ['--no-sync'] : []),
  ];
}
