/**
 * CPU that PostgreSQL has had since it was started: its postmaster, the processes beneath it, and those of them that have
 * ended. Linux tells it in /proc (proc_pid_stat(5)); elsewhere nobody knows.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which Linux promises to programs whatever its own clock is. */
const TICK_ms = 10;

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly ofEnded: number;
}

export function postgresTime_ms(postmaster: number): number {
  const top = statOf(String(postmaster));
  if (!top) return Number.NaN;
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  const beneath = all.map(statOf).filter(stat => stat?.parent === postmaster);
  return TICK_ms * beneath.reduce((total, stat) => total + (stat?.own ?? 0), top.own + top.ofEnded);
}

function statOf(pid: string): Stat | null {
  try {
    // The second field is the program's name in parentheses, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, usersEnded = 0, systemsEnded = 0] = fields.slice(11, 15);
    return { parent, own: user + system, ofEnded: usersEnded + systemsEnded };
  } catch {
    return null;
  }
}
