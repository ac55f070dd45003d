import type { Actor } from '../core/caller.js';
import { mayAnyCardTry } from '../core/response-codes.js';
import type { SessionHappening, SessionRow } from './session.js';

/**
 * What becomes of a session when an attempt brought no money: open again while attempts and time remain, and while another
 * attempt could help: after a decline that is about the shop or the platform, no card would. A session that was being processed
 * never expired meanwhile; its time is looked at now.
 */
export function attemptEnded(
  session: SessionRow,
  actor: Actor,
  now: Date,
  declinedWith: string | null = null,
): SessionHappening[] {
  const hopeless = declinedWith !== null && !mayAnyCardTry(declinedWith);
  if (hopeless || session.attempts >= session.attempts_allowed) return [{ event: 'ATTEMPTS_USED_UP', actor, at: now }];
  const ended: SessionHappening = { event: 'ATTEMPT_ENDED', actor, at: now };
  return session.expires_at <= now ? [ended, { event: 'EXPIRED', actor, at: now }] : [ended];
}
