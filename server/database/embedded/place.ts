/**
 * Where the embedded cluster lies: in the installation's own folder, or, where root's database user cannot reach that
 * (a checkout under a 700 home), in /var/lib/guichet. The choice is recorded, so that it never changes by itself.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../core/ports.js';
import { runningPostmaster, stopPostmaster } from './postmaster.js';
import type { DatabaseUser } from './user.js';
import { succeedsAs } from './user.js';

export interface Place {
  /** Ours: passwords, log, and the data beneath it. */
  readonly root: string;
  /** PostgreSQL's data directory, owned by the user that runs it. */
  readonly data: string;
}

const sharedFolder = '/var/lib/guichet';

/** The place recorded in this folder, or null when no cluster was ever made from it. */
export function recordedPlace(folder: string): Place | null {
  const record = recordFile(folder);
  if (!existsSync(record)) return null;
  const { root } = JSON.parse(readFileSync(record, 'utf8')) as { root: string };
  return placeAt(root);
}

export async function preparePlace(folder: string, user: DatabaseUser | null, log: Log): Promise<Place> {
  // Others may pass through but not look around: the database's user has to reach its data beneath.
  mkdirSync(folder, { recursive: true });
  const place = recordedPlace(folder) ?? (await choosePlace(folder, user, log));
  mkdirSync(place.root, { recursive: true });
  writeFileSync(recordFile(folder), `${JSON.stringify({ root: place.root })}\n`, { mode: 0o600 });
  return place;
}

async function choosePlace(folder: string, user: DatabaseUser | null, log: Log): Promise<Place> {
  const here = join(realpathSync(folder), 'database');
  if (user === null || canKeepDataIn(here, user)) return placeAt(here);
  trustedFolder(sharedFolder);
  const elsewhere = join(sharedFolder, createHash('sha256').update(realpathSync(folder)).digest('hex'));
  if (existsSync(elsewhere)) await setAside(elsewhere, log);
  trustedFolder(elsewhere);
  log.info('database.elsewhere', { reason: `user ${user.name} cannot reach ${here}`, root: elsewhere });
  return placeAt(elsewhere);
}

/**
 * Data of an installation whose folder was deleted: its keys are gone with it, so a new installation cannot use them.
 * They are moved, never deleted.
 */
async function setAside(root: string, log: Log): Promise<void> {
  const postmaster = runningPostmaster(placeAt(root).data);
  if (postmaster) await stopPostmaster(postmaster.pid);
  let count = 1;
  while (existsSync(`${root}.aside-${count}`)) count += 1;
  renameSync(root, `${root}.aside-${count}`);
  log.warn('database.setAside', { reason: 'left by a deleted installation', at: `${root}.aside-${count}` });
}

/** Tried for real: a folder is made and handed over, and its new owner is asked whether it can write there. */
function canKeepDataIn(root: string, user: DatabaseUser): boolean {
  const trial = join(root, 'trial');
  mkdirSync(trial, { recursive: true });
  handOver(trial, user);
  const reachable = succeedsAs(user, 'test', ['-w', trial]);
  rmSync(reachable ? trial : root, { recursive: true });
  return reachable;
}

export function handOver(path: string, user: DatabaseUser | null): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** A folder that nobody but us can have put anything into, made when it is missing. */
export function trustedFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  const facts = lstatSync(path);
  if (!facts.isDirectory() || facts.uid !== process.getuid?.()) {
    throw new Error(`${path} does not belong to us: nothing of ours is put there, and nothing in it is trusted.`);
  }
  // The mask of whoever started us must neither shut the database's user out nor let others write.
  chmodSync(path, 0o755);
}

function placeAt(root: string): Place {
  return { root, data: join(root, 'data') };
}

function recordFile(folder: string): string {
  return join(folder, 'database.json');
}
