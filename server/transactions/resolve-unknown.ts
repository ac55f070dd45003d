import type { Actor } from '../core/caller.js';
import { isReauthorisation } from '../core/amounts.js';
import { refuse } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { attemptEnded } from '../sessions/attempt-ended.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession } from '../sessions/session.js';
import { operate } from './operation.js';
import { recordTransaction, type TransactionRow } from './transaction.js';
import { closeWork, hasOpenWork } from './work-list.js';

export interface Resolution {
  readonly idempotencyKey: string;
  readonly transactionId: string;
  /** Where the person knows it from: a call to the bank, its statement. */
  readonly reason: string;
}

/**
 * A person has learnt from the bank, by another road than the line, that nothing is held. Only once the house has tried in vain
 * and put it on the work list. The reversal itself goes on being told until it is acknowledged.
 */
export async function resolveUnknown(
  deps: Deps,
  shopId: string,
  actor: Actor,
  { idempotencyKey, transactionId, reason }: Resolution,
): Promise<TransactionRow> {
  const input = { idempotencyKey, transactionId, amount: null };
  return operate(deps, shopId, 'resolveUnknown', input, async ({ transaction, now, writes }) => {
    if (transaction.status !== 'UNKNOWN')
      throw refuse('ACTION_NOT_POSSIBLE', 'The outcome of this transaction is known.', 'transactionId');
    if (!(await hasOpenWork(deps, 'UNKNOWN_OUTCOME', { transactionId })))
      throw refuse('ACTION_NOT_POSSIBLE', 'It is being reversed; it can be resolved once it is on the work list.');
    closeWork(writes, ['UNKNOWN_OUTCOME'], { transactionId }, actor, now);
    const told = { amount: transaction.requested, actor, at: now, facts: { reason } };
    if (isReauthorisation({ toCapture: transaction.to_capture })) {
      recordTransaction(writes, deps, transaction, [{ event: 'REAUTHORISATION_REVERSED', ...told }]);
      return;
    }
    recordTransaction(writes, deps, transaction, [{ event: 'REVERSAL_CONFIRMED', ...told }]);
    const session = await loadSession(deps.sql, transaction.session_id);
    recordSession(writes, deps, session, attemptEnded(session, actor, now));
  });
}
