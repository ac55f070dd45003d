/**
 * Whose process PostgreSQL is. It refuses to run as root, so root hands it to `postgres`, or `nobody` where there is no
 * such user; anybody else runs it as themselves.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface DatabaseUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user that root hands the database to, or null when we are not root and keep it. */
export function databaseUser(): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = parseAccounts(readFileSync('/etc/passwd', 'utf8'));
  const user = accounts.find(account => account.name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine knows neither a user "postgres" nor "nobody": ' +
        'start as another user, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return user;
}

/** `name:x:uid:gid:…`, passwd(5). */
export function parseAccounts(passwd: string): DatabaseUser[] {
  return passwd
    .split('\n')
    .map(line => line.split(':'))
    .filter(fields => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * Runs a program as the database's user and says whether it succeeded. The kernel is asked rather than the mode bits,
 * because access lists, mount options and every folder on the way down have a word in it too.
 */
export function succeedsAs(user: DatabaseUser | null, program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', cwd: '/', ...identity(user) }).status === 0;
}

/** What `spawn` needs to run as that user. */
export function identity(user: DatabaseUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
