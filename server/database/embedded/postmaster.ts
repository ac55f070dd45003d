/**
 * PostgreSQL's first process, known by the file it writes into its data directory (postmaster.pid: line 1 its process
 * id, line 4 its port, line 8 its state). Nothing here needs to be its parent, so an orphan can be found and stopped.
 */
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const poll_ms = 20;

/** The server running on this data directory, or null. */
export function runningPostmaster(data: string): Postmaster | null {
  const file = postmasterFile(data);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid) || !worksIn(pid, data)) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? '').startsWith('ready') };
}

/**
 * The file of a server that died. PostgreSQL removes most of them itself, but stops at one whose process id now belongs
 * to another process of the same user. Only for whoever knows that nothing is starting here.
 */
export function forgetDeadPostmaster(data: string): void {
  if (runningPostmaster(data) === null) rmSync(postmasterFile(data), { force: true });
}

/** Waits until the server on this data directory takes connections; null when it ended or the time is up. */
export async function waitUntilReady(data: string, pid: number, timeout_ms: number): Promise<Postmaster | null> {
  for (let waited_ms = 0; waited_ms < timeout_ms; waited_ms += poll_ms) {
    if (!isAlive(pid)) return null;
    const postmaster = runningPostmaster(data);
    if (postmaster?.ready && postmaster.pid === pid) return postmaster;
    await sleep(poll_ms);
  }
  return null;
}

/**
 * Fast shutdown first (SIGINT: sessions are ended, everything is written), then the immediate one (SIGQUIT), which the
 * next start recovers from.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const steps: readonly (readonly [NodeJS.Signals, number])[] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ];
  for (const [signal, patience_ms] of steps) {
    if (!send(pid, signal)) return;
    for (let waited_ms = 0; waited_ms < patience_ms && isAlive(pid); waited_ms += poll_ms) await sleep(poll_ms);
    if (!isAlive(pid)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`);
}

export function isAlive(pid: number): boolean {
  return send(pid, 0) && !isZombie(pid);
}

/** Ended, but not yet asked after by its parent. The state is the first letter behind the name, proc_pid_stat(5). */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return facts.slice(facts.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') return true;
    return false;
  }
}

/**
 * Process ids are used again, above all in containers, so a living process proves nothing by itself; the server works
 * in its data directory. Where there is no /proc, asking the server (`cluster.ts`) is what is left.
 */
function worksIn(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid');
}
