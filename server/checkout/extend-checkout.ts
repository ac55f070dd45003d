import { actorOf, type ShopperCaller } from '../core/caller.js';
import { SESSION_EXTENSIONS_MOST, SESSION_LIFE } from '../core/deadlines.js';
import { refuse } from '../core/refusal.js';
import { addTime, SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { expireIfDue } from './expire-session.js';
import { requireOpen } from './require-open.js';

/** Gives the shopper another default life from now on; never less than was left (WCAG 2.2.1). */
export async function extendCheckout(deps: Deps, caller: ShopperCaller): Promise<SessionRow> {
  return whileOthersAreQuicker(async () => {
    const shop = await loadShop(deps.sql, caller.shopId);
    const session = await expireIfDue(deps, shop, await loadSession(deps.sql, caller.sessionId));
    requireOpen(session);
    if (session.extensions >= SESSION_EXTENSIONS_MOST)
      throw refuse('EXTENSIONS_USED_UP', `A session may be extended ${SESSION_EXTENSIONS_MOST} times.`);
    const now = nowAt(shop, deps.clock);
    const extended = addTime(now, SESSION_LIFE.default_s * SECOND_ms);
    const writes = new Writes();
    const changed = recordSession(writes, deps, session, [{ event: 'EXTENDED', actor: actorOf(caller), at: now }], {
      extensions: session.extensions + 1,
      expires_at: extended > session.expires_at ? extended : session.expires_at,
    });
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return changed;
  });
}
