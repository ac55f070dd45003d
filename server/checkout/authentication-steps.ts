/**
 * What the shopper's browser has to say while its issuer authenticates the shopper: that the method page is done, that the
 * challenge is over, that they would rather use another card. None of it proves anything.
 */
import { actorOf, type ShopperCaller } from '../core/caller.js';
import { addTime, SECOND_ms } from '../core/time.js';
import { loadAuthentication, recordAuthentication, type AuthenticationRow } from '../authentication/authentication.js';
import type { Deps } from '../database/deps.js';
import { mayTryAgain, whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import type { SessionRow } from '../sessions/session.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { endAuthentication } from '../transactions/authenticating/end-authentication.js';
import { pursue } from '../transactions/pursue.js';
import { loadTransaction } from '../transactions/transaction.js';

/** How long the issuer's word may still take once the browser is back. */
const WORD_IS_DUE_ms = 30 * SECOND_ms;

/** The authentication that is under way in a session, or nothing. */
export async function authenticationUnderWay(deps: Deps, session: SessionRow): Promise<AuthenticationRow | null> {
  if (session.status !== 'PROCESSING' || session.current_transaction_id === null) return null;
  const transaction = await loadTransaction(deps.sql, session.current_transaction_id);
  if (transaction.status !== 'AUTHENTICATING' || transaction.authentication_id === null) return null;
  return loadAuthentication(deps.sql, transaction.authentication_id);
}

/** The hidden frame has come back, or its ten seconds are over: now the directory is asked. */
export async function completeMethod(deps: Deps, caller: ShopperCaller, done: boolean): Promise<SessionRow> {
  const authentication = await authenticationUnderWay(deps, await loadSession(deps.sql, caller.sessionId));
  if (authentication?.status === 'METHOD') {
    const at = nowAt(await loadShop(deps.sql, caller.shopId), deps.clock);
    const asked = { event: 'DIRECTORY_ASKED', actor: actorOf(caller), at, facts: { method: done } } as const;
    const due_at = addTime(at, WORD_IS_DUE_ms);
    const writes = new Writes();
    recordAuthentication(writes, deps, authentication, asked, { method: done ? 'DONE' : 'NOT_DONE', due_at });
    // Whoever writes this asks; a second tab finds it asked already.
    if (await committed(deps, writes))
      await pursue(deps, { kind: 'ASK_DIRECTORY', authenticationId: authentication.id });
  }
  return loadSession(deps.sql, caller.sessionId);
}

/** The browser came back from the challenge. It only asks the truth: the issuer's word comes by another road, and soon. */
export async function completeChallenge(deps: Deps, caller: ShopperCaller): Promise<SessionRow> {
  const authentication = await authenticationUnderWay(deps, await loadSession(deps.sql, caller.sessionId));
  if (authentication?.status === 'CHALLENGE') {
    const at = nowAt(await loadShop(deps.sql, caller.shopId), deps.clock);
    const due_at = addTime(at, WORD_IS_DUE_ms);
    if (authentication.due_at > due_at) {
      const writes = new Writes();
      recordAuthentication(writes, deps, authentication, { event: 'RETURNED', actor: actorOf(caller), at }, { due_at });
      await committed(deps, writes);
    }
  }
  return loadSession(deps.sql, caller.sessionId);
}

/** The shopper would rather use another card: the attempt ends, the session is open again if attempts and time remain. */
export async function abandonAuthentication(deps: Deps, caller: ShopperCaller): Promise<SessionRow> {
  return whileOthersAreQuicker(async () => {
    const authentication = await authenticationUnderWay(deps, await loadSession(deps.sql, caller.sessionId));
    if (authentication && authentication.status !== 'ENDED')
      await endAuthentication(deps, authentication, {
        outcome: 'ABANDONED',
        because: 'CANCELLED',
        actor: actorOf(caller),
      });
    return loadSession(deps.sql, caller.sessionId);
  });
}

/** Not when the issuer, time, or the same shopper in another tab was quicker: then the truth is what they wrote. */
async function committed(deps: Deps, writes: Writes): Promise<boolean> {
  try {
    await writes.commit(deps.sql);
    return true;
  } catch (error) {
    if (mayTryAgain(error)) return false;
    throw error;
  }
}
