/**
 * Writes what happened: one row that is journal, feed and audit at once, and its place in the outbox, in the same
 * statement as the fact itself.
 */
import type { Actor } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Clock, Random } from '../core/ports.js';
import type { Subject } from '../database/tables.js';
import type { Writes } from '../database/writes.js';

export interface Happening {
  readonly shopId: string;
  readonly subject: Subject;
  readonly subjectId: string;
  /** The transaction it concerns, if any: refunds are told in their transaction's timeline too. */
  readonly transactionId: string | null;
  /** Its number among the happenings of this subject, from 1. */
  readonly sequence: number;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly amount: bigint | null;
  readonly currency: string | null;
  readonly actor: Actor;
  /** What the journal should keep beside the status and the amount. Nothing that may not be shown to the shop. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** When, by the shop's clock. */
  readonly at: Date;
}

export function tell(writes: Writes, chance: { clock: Clock; random: Random }, happening: Happening): void {
  const id = newId('event', chance);
  writes.insert('event', {
    id,
    shop_id: happening.shopId,
    subject: happening.subject,
    subject_id: happening.subjectId,
    transaction_id: happening.transactionId,
    sequence: happening.sequence,
    event: happening.event,
    from_status: happening.from,
    to_status: happening.to,
    amount: happening.amount,
    currency: happening.currency,
    actor_kind: happening.actor.kind,
    actor_id: happening.actor.id,
    facts: JSON.stringify(happening.facts ?? {}),
    at: happening.at,
    recorded_at: chance.clock.now(),
  });
  writes.insert('outbox', { event_id: id });
}
