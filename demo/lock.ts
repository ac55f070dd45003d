/**
 * Locks in files, held by a process and void when it has ended, however it ended.
 *
 * A process id alone does not name a process, because ids are used again; with the moment it started and the boot it
 * started in, it does. Where there is no /proc the id has to do.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Names a living process for good; null when there is none of that id. */
export function identityOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  if (process.platform !== 'linux') return String(pid);
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const facts = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything: the state is field 3 and the start field 22, proc_pid_stat(5).
    const fields = facts.slice(facts.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid}:${fields[19]}:${boot}`;
  } catch {
    return null;
  }
}

/** The process of that identity, or null when it has ended. */
export function processOf(identity: string): number | null {
  const pid = Number(identity.split(':')[0]);
  return Number.isInteger(pid) && pid > 1 && identityOf(pid) === identity ? pid : null;
}

/** Takes the lock; answers false when a living process holds it. */
export function takeLock(file: string): boolean {
  const identity = identityOf(process.pid);
  if (identity === null) throw new Error('This process cannot be told from others.');
  const own = `${file}.${process.pid}`;
  writeFileSync(own, identity);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (tryLink(own, file)) return true;
      const holder = lockHolder(file);
      if (holder !== null) return holder === process.pid;
      moveAside(file);
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The living process that holds the lock, or null. */
export function lockHolder(file: string): number | null {
  const identity = readIfThere(file);
  return identity === null ? null : processOf(identity);
}

export function releaseLock(file: string): void {
  if (lockHolder(file) === process.pid) rmSync(file, { force: true });
}

/** The dead holder's file is renamed and looked at again, lest a lock taken meanwhile be removed with it. */
function moveAside(file: string): void {
  const aside = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (lockHolder(aside) !== null) tryLink(aside, file);
  rmSync(aside, { force: true });
}

/** A link appears with its content and only where there is none: writing a file could be seen half-way. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
