/**
 * The end of a right is the end of its sockets: a key revoked, a member signed out, idle, disabled or with another profile.
 * Looked at for all callers together, once for each, however many sockets it has.
 */
import type { Caller } from '../../core/caller.js';
import { CLOSE } from './limits.js';
import type { LiveSocket } from './socket.js';

export async function checkRights(
  sockets: readonly LiveSocket[],
  current: (callers: readonly Caller[]) => Promise<(Caller | undefined)[]>,
): Promise<void> {
  const byCaller = Map.groupBy(
    sockets.filter(({ caller }) => caller.kind !== 'NOBODY'),
    ({ caller }) => textOf(caller),
  );
  const groups = [...byCaller.values()];
  const callers = groups.flatMap(([first]) => (first ? [first.caller] : []));
  if (callers.length === 0) return;
  const now = await current(callers);
  for (const [index, group] of groups.entries()) {
    const before = callers[index];
    const caller = now[index];
    for (const socket of group) {
      if (!caller) socket.close(CLOSE.UNAUTHORISED, 'Unauthorized');
      // What it sees was made for the rights it had. It may come back at once, and is told then what it may see now.
      else if (before && textOf(caller) !== textOf(before)) socket.close(CLOSE.FORBIDDEN, 'Rights have changed');
    }
  }
}

function textOf(caller: Caller): string {
  return JSON.stringify({ ...caller, scopes: caller.kind === 'KEY' ? [...caller.scopes].toSorted() : [] });
}
