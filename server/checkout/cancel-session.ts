import { type Actor } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { keepAnswer, type KeyClaim } from '../api/idempotency.js';
import { endAuthentication } from '../transactions/authenticating/end-authentication.js';
import { authenticationUnderWay } from './authentication-steps.js';
import { expireIfDue } from './expire-session.js';
import { requireOpen } from './require-open.js';

/**
 * The shopper, or the shop, gives the order up. An authentication under way is abandoned. While the acquirer is being asked, or what it did is unknown, this is
 * `IN_FLIGHT`. Cancelling what is cancelled answers that it is.
 */
export async function cancelSession(
  deps: Deps,
  sessionId: string,
  actor: Actor,
  claim: KeyClaim | null,
): Promise<SessionRow> {
  return whileOthersAreQuicker(async () => {
    const stored = await loadSession(deps.sql, sessionId);
    const shop = await loadShop(deps.sql, stored.shop_id);
    const session = await expireIfDue(deps, shop, stored);
    // The key is kept on every road: it stands for this session, whatever was left to do.
    const keep = (writes: Writes) => claim && keepAnswer(writes, deps, claim, 'SESSION', session.id);
    if (session.status === 'CANCELLED') {
      const writes = new Writes();
      keep(writes);
      await writes.commit(deps.sql);
      return session;
    }
    const authentication = await authenticationUnderWay(deps, session);
    if (authentication && authentication.status !== 'ENDED') {
      const ending = { outcome: 'ABANDONED', because: 'CANCELLED', actor, cancelsSession: true, keep } as const;
      await endAuthentication(deps, authentication, ending);
      return loadSession(deps.sql, sessionId);
    }
    requireOpen(session);
    const writes = new Writes();
    const at = nowAt(shop, deps.clock);
    const cancelled = recordSession(writes, deps, session, [{ event: 'CANCELLED', actor, at }]);
    keep(writes);
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return cancelled;
  });
}
