/**
 * Wrong tries to guess a password, and the lock after ten of them (PCI DSS 4.0.1, 8.3.4).
 *
 * A browser that the member has signed in from before has a counter of its own, and all strangers share one: they can lock out
 * each other, and not the owner. An address that nobody has is counted like any other, so that nobody learns who exists.
 */
import { sql } from 'kysely';
import { addTime, DAY_ms, MINUTE_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';

export const TRIES_MOST = 10;
const LOCKED_ms = 30 * MINUTE_ms;
const FORGOTTEN_AFTER_ms = DAY_ms;
/** Counted no further: enough to know that there were too many. */
const COUNTED_MOST = 1_000;

export interface Try {
  /** Whether this try counts at all, or came while locked. */
  readonly allowed: boolean;
  /** Whether it was the last one before the lock, should it be wrong. */
  readonly last: boolean;
}

/** Counts a try before it is made: of a thousand made at once, ten are. */
export async function countTry(deps: Deps, counter: string): Promise<Try> {
  const now = deps.clock.now();
  const until = addTime(now, LOCKED_ms);
  const { rows } = await sql<{ tries: number }>`
    insert into try_counter as counter (id, tries, locked_until, last_at) values (${counter}, 1, null, ${now})
    on conflict (id) do update set
      tries = case when counter.locked_until <= ${now} then 1 else least(counter.tries + 1, ${COUNTED_MOST}::integer) end,
      locked_until = case
        when counter.locked_until <= ${now} then null
        when counter.tries + 1 >= ${TRIES_MOST}::integer then coalesce(counter.locked_until, ${until})
      end,
      last_at = ${now}
    returning tries`.execute(deps.sql);
  const tries = rows[0]?.tries ?? COUNTED_MOST;
  return { allowed: tries <= TRIES_MOST, last: tries === TRIES_MOST };
}

/** A right password forgets the wrong ones. */
export async function forgetTries(deps: Deps, counter: string): Promise<void> {
  await deps.sql.deleteFrom('try_counter').where('id', '=', counter).execute();
}

export async function forgetOldTries(deps: Deps): Promise<number> {
  const long = addTime(deps.clock.now(), -FORGOTTEN_AFTER_ms);
  const done = await deps.sql.deleteFrom('try_counter').where('last_at', '<', long).executeTakeFirst();
  return Number(done.numDeletedRows);
}
