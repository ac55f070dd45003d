/**
 * The embedded PostgreSQL: adopted when it is still running, recovered when it died, made when there is none. It is
 * nobody's child for long: it outlives Ctrl-C, so that the house can finish its work and stop it last.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../../core/ports.js';
import { findBinaries } from './binaries.js';
import { freePort } from './free-port.js';
import { initialise } from './initialise.js';
import type { Place } from './place.js';
import { preparePlace, recordedPlace } from './place.js';
import type { Postmaster } from './postmaster.js';
import { forgetDeadPostmaster, isAlive, runningPostmaster, stopPostmaster, waitUntilReady } from './postmaster.js';
import type { Passwords } from './roles.js';
import { connectionUrl, establish, ownerRole, passwordsBeside, runRole, superuser } from './roles.js';
import type { Durability } from './settings.js';
import { serverSettings } from './settings.js';
import type { DatabaseUser } from './user.js';
import { databaseUser, identity } from './user.js';

export interface ClusterOptions {
  /** The installation's own folder; the data lie in it, or where it records them. */
  readonly folder: string;
  readonly durability: Durability;
  /** Taken when free; 0 for any. */
  readonly preferredPort: number;
  readonly log: Log;
}

export interface Cluster {
  /** For the role that owns the tables and migrates. */
  readonly ownerUrl: string;
  /** For the role that runs the house. */
  readonly runUrl: string;
  /** For making databases; the house itself never has it. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly data: string;
  /** PostgreSQL's own name for this cluster, drawn when it was made: other data have another. */
  readonly identifier: string;
  /** Calls back once when the server ends without having been asked to by `stop`. */
  onDeath(listener: () => void): void;
  stop(): Promise<void>;
}

const database = 'guichet';
const ready_ms = 60_000;
const ending_ms = 10_000;

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = databaseUser();
  const place = await preparePlace(options.folder, user, options.log);
  const passwords = passwordsBeside(place.root, existsSync(place.data));
  const adopted = await adopt(place, passwords, options.log);
  const postmaster = adopted ?? (await startServer(place, passwords, user, options));
  const identifier = await withAdmin(place, postmaster, passwords, async client => {
    await establish(client, passwords, database);
    const { rows } = await client.query<{ id: string }>(
      'select system_identifier::text as id from pg_control_system()',
    );
    return rows[0]?.id ?? '';
  });
  return describe(place, postmaster, passwords, identifier);
}

/** Stops the cluster of this folder, whoever started it; true when there was one running. */
export async function stopCluster(folder: string): Promise<boolean> {
  const place = recordedPlace(folder);
  const postmaster = place && runningPostmaster(place.data);
  if (!postmaster) return false;
  await stopPostmaster(postmaster.pid);
  return true;
}

async function adopt(place: Place, passwords: Passwords, log: Log): Promise<Postmaster | null> {
  const found = runningPostmaster(place.data);
  if (!found) return null;
  try {
    const ready = await waitUntilReady(place.data, found.pid, ready_ms);
    if (!ready) throw new Error('it takes no connections');
    await withAdmin(place, ready, passwords, () => Promise.resolve());
    log.info('database.adopted', { pid: ready.pid });
    return ready;
  } catch (cause) {
    // One that is just ending looks alive for a moment: it is left to end, and started anew.
    for (let waited_ms = 0; waited_ms < ending_ms && isAlive(found.pid); waited_ms += 50) await sleep(50);
    if (!isAlive(found.pid)) return null;
    throw new Error(`PostgreSQL (process ${found.pid}) runs on ${place.data}, but cannot be used.`, { cause });
  }
}

async function startServer(
  place: Place,
  passwords: Passwords,
  user: DatabaseUser | null,
  options: ClusterOptions,
): Promise<Postmaster> {
  const binaries = findBinaries(user, place.root);
  if (!existsSync(place.data)) {
    options.log.info('database.creating', { data: place.data, user: user?.name ?? 'the current user' });
    await initialise(place, binaries, user, passwords.superuser, options.durability);
  }
  forgetDeadPostmaster(place.data);
  // Tried again because a port may be lost to another process, and because the last sessions of a server that was
  // killed need a moment to notice and let go of its shared memory.
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const port = await freePort(options.preferredPort);
    const pid = launch(binaries.postgres, place, serverSettings(port, options.durability), user);
    const ready = await waitUntilReady(place.data, pid, ready_ms);
    if (ready) return ready;
    if (isAlive(pid)) await stopPostmaster(pid);
    if (!/could not bind|still in use|could not create any TCP/.test(lastWords(place))) break;
    await sleep(200);
  }
  throw new Error(`PostgreSQL did not start on ${place.data}:\n${lastWords(place)}`);
}

function launch(
  program: string,
  place: Place,
  settings: Readonly<Record<string, string>>,
  user: DatabaseUser | null,
): number {
  const logFile = logIn(place);
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(
    program,
    ['-D', place.data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      // A session of its own: Ctrl-C goes to the terminal's foreground processes, and this is none of them.
      detached: true,
      cwd: '/',
      stdio: ['ignore', log, log],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...identity(user),
    },
  );
  closeSync(log);
  child.unref();
  // Without a listener a failed start would end the process; `waitUntilReady` sees it and the log says why.
  child.on('error', () => undefined);
  if (child.pid === undefined) throw new Error(`${program} could not be started.`);
  return child.pid;
}

function describe(place: Place, postmaster: Postmaster, passwords: Passwords, identifier: string): Cluster {
  const { pid, port } = postmaster;
  let watch: NodeJS.Timeout | undefined;
  return {
    pid,
    port,
    data: place.data,
    identifier,
    adminUrl: adminUrl(port, passwords),
    ownerUrl: connectionUrl(port, ownerRole, passwords.owner, database),
    runUrl: connectionUrl(port, runRole, passwords.run, database),
    onDeath(listener) {
      // An adopted server is not our child, so its end is not announced to us.
      watch = setInterval(() => {
        if (isAlive(pid)) return;
        clearInterval(watch);
        listener();
      }, 250);
      watch.unref();
    },
    async stop() {
      clearInterval(watch);
      await stopPostmaster(pid);
    },
  };
}

/** With a connection to the server that has proved to be the one of our data. */
async function withAdmin<T>(
  place: Place,
  { port }: Postmaster,
  passwords: Passwords,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: adminUrl(port, passwords) });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory !== realpathSync(place.data)) {
      throw new Error(`The server on port ${port} is not the one of ${place.data}.`);
    }
    return await work(client);
  } finally {
    await client.end();
  }
}

function adminUrl(port: number, passwords: Passwords): string {
  return connectionUrl(port, superuser, passwords.superuser, 'postgres');
}

function logIn(place: Place): string {
  return join(place.root, 'postgres.log');
}

function lastWords(place: Place): string {
  return readFileSync(logIn(place), 'utf8').split('\n').slice(-12).join('\n').trim();
}
