import { sql } from 'kysely';
import { THE_TILL } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { mayTryAgain, Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';

const AT_A_TIME = 200;

/** The session as it truly is: expired when its time is over, whether or not the timetable has come by. */
export async function expireIfDue(deps: Deps, shop: ShopRow, session: SessionRow): Promise<SessionRow> {
  const now = nowAt(shop, deps.clock);
  if (session.status !== 'OPEN' || session.expires_at > now) return session;
  const writes = new Writes();
  const expired = recordSession(writes, deps, session, [{ event: 'EXPIRED', actor: THE_TILL, at: session.expires_at }]);
  try {
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return expired;
  } catch (error) {
    if (!mayTryAgain(error)) throw error;
    return loadSession(deps.sql, session.id);
  }
}

/** Expires the open sessions whose time is over, by each shop's own clock. */
export async function expireSessions(deps: Deps): Promise<number> {
  const overdue = await deps.sql
    .selectFrom('payment_session')
    .innerJoin('shop', 'shop.id', 'payment_session.shop_id')
    .selectAll('payment_session')
    .where('payment_session.status', '=', 'OPEN')
    .where(
      'payment_session.expires_at',
      '<=',
      sql<Date>`${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond'`,
    )
    .limit(AT_A_TIME)
    .execute();
  for (const session of overdue) await expireIfDue(deps, await loadShop(deps.sql, session.shop_id), session);
  return overdue.length;
}
