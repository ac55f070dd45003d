/**
 * A payment session as the verbs read it, and the only way to change one.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '../core/caller.js';
import { next, type SessionEvent, type SessionStatus } from '../core/session.js';
import type { Deps } from '../database/deps.js';
import type { PaymentSessionTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

export type SessionRow = Selectable<PaymentSessionTable>;

export interface SessionHappening {
  readonly event: SessionEvent;
  readonly actor: Actor;
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** How often a card may still be entered. A refused session has none left, however many it was given. */
export function attemptsLeft(session: SessionRow): number {
  return session.status === 'REFUSED' ? 0 : session.attempts_allowed - session.attempts;
}

type SessionChanges = Partial<Pick<SessionRow, 'attempts' | 'extensions' | 'expires_at' | 'current_transaction_id'>>;

/**
 * Writes what happened to a session, in order, and the status it leads to. The write fails as stale when the session is no
 * longer the one that was read.
 */
export function recordSession(
  writes: Writes,
  deps: Deps,
  session: SessionRow,
  happenings: readonly SessionHappening[],
  changes: SessionChanges = {},
): SessionRow {
  let status: SessionStatus = session.status;
  let sequence = session.sequence;
  for (const happening of happenings) {
    const from = status;
    status = next(from, happening.event);
    sequence += 1;
    tell(writes, deps, {
      shopId: session.shop_id,
      subject: 'SESSION',
      subjectId: session.id,
      transactionId: null,
      sequence,
      event: happening.event,
      from,
      to: status,
      amount: session.amount,
      currency: session.currency,
      actor: happening.actor,
      facts: happening.facts,
      at: happening.at,
    });
  }
  writes.update('payment_session', { id: session.id, sequence: session.sequence }, { ...changes, status, sequence });
  return { ...session, ...changes, status, sequence };
}
