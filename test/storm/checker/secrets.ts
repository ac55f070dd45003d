/**
 * 12. No card number, security code, key or token in any byte written or sent where it does not belong: the evidence itself, what the
 * processes said, mails, notifications, the files of the database with its log, and whatever else the run names.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FILES } from '../evidence.js';
import { scanFolder, type ScanOptions } from '../scan/scan.js';
import { Check } from './check.js';
import type { Evidence } from './read.js';

export async function secrets(evidence: Evidence): Promise<Check> {
  const check = new Check(12, 'bytes and secrets');
  const { folder, markers, raw } = evidence;
  const without = new Set([join(folder, FILES.markers), join(folder, FILES.hookSecrets)]);
  await scan(check, folder, { markers, without, tokens: true });
  if (raw.databaseFolder !== null) await scan(check, raw.databaseFolder, { markers, tokens: true });
  for (const other of raw.folders) {
    await scan(check, other, { markers });
    keysDestroyed(check, evidence, other);
  }
  if (raw.profile !== null) await scanProfile(check, raw.profile, markers);
  codesErased(check, evidence);
  return check;
}

async function scan(check: Check, folder: string, options: ScanOptions): Promise<void> {
  const { found, files } = await scanFolder(folder, options);
  check.looked += files * options.markers.length;
  for (const { what, how, file, at } of found)
    check.fault(`${what} stands where it does not belong, as ${how}.`, { folder, file, at });
}

/** Nobody has looked into a browser that no page ever came to. It keeps the cookie that opens its session, and should. */
async function scanProfile(check: Check, profile: string, markers: Evidence['markers']): Promise<void> {
  const pages = join(profile, 'pages');
  const came = existsSync(pages) ? readdirSync(pages).length : 0;
  check.that(came > 0, 'The run names the profile of a browser, and no page came to it.', { profile });
  if (came > 0) await scan(check, profile, { markers });
}

/** Nobody needs a code once its authorisation is over, by whatever road; at rest all are. */
function codesErased(check: Check, { tables }: Evidence): void {
  const statuses = new Map(tables.transaction.map(({ id, status }) => [id, status]));
  for (const { id, transaction_id, sealed_code } of tables.authentication) {
    const status = statuses.get(transaction_id) ?? '';
    const isNeeded = status === 'AUTHENTICATING' || status === 'AUTHORISING';
    check.that(sealed_code === null || isNeeded, `A sealed security code was kept in ${status}.`, {
      authentication: id,
    });
  }
}

const EPOCH_ms = 15 * 60_000;

/** The keys of security codes are named by the quarter of an hour they were made in, and destroyed after thirty minutes. */
function keysDestroyed(check: Check, { run, faults }: Evidence, folder: string): void {
  // Where clocks were stepped nobody can tell from a name how old a key is.
  if (faults.some(({ kind }) => kind.includes('clock stepped'))) return;
  const names = existsSync(folder) ? readdirSync(folder).filter(name => /^\d+\.key$/.test(name)) : [];
  const oldest = Math.floor(Date.parse(run.endedAt) / EPOCH_ms) - 3;
  for (const name of names)
    check.that(Number.parseInt(name, 10) >= oldest, 'A key of security codes outlived its time.', { folder, name });
}
