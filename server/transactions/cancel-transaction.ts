import { openAmount } from '../core/amounts.js';
import type { Actor } from '../core/caller.js';
import { requireBelowCeiling } from '../members/ceiling.js';
import { requireCancel } from '../core/possible-actions.js';
import type { Deps } from '../database/deps.js';
import { writeUndo } from './exchange.js';
import { operate, type Operation, type OperationInput } from './operation.js';
import { askedOf, recordTransaction, type TransactionRow } from './transaction.js';

/** Before remittance, all or part. It is our fact at once; the bank is told until it acknowledges the release. */
export async function cancelTransaction(
  deps: Deps,
  shopId: string,
  actor: Actor,
  input: OperationInput,
): Promise<TransactionRow> {
  return operate(deps, shopId, 'cancelTransaction', input, operation =>
    writeCancel(deps, actor, operation, input.amount),
  );
}

/** Asks the law and writes the cancellation, and the release that the bank is to be told. */
export async function writeCancel(
  deps: Deps,
  actor: Actor,
  { shop, transaction, facts, now, writes }: Operation,
  asked: bigint | null,
): Promise<void> {
  const amount = requireCancel(facts, asked, now);
  requireBelowCeiling(actor, shop, { amount, currency: transaction.currency });
  const remaining = openAmount(facts.amounts) - amount;
  const event = remaining === 0n ? 'CANCELLED' : 'CANCELLED_IN_PART';
  recordTransaction(writes, deps, transaction, [{ event, amount, actor, at: now }]);
  // In TO_AUTHORISE the bank holds nothing: what there was has been released already.
  if (transaction.status === 'TO_AUTHORISE') return;
  const release = remaining === 0n ? ({ kind: 'RELEASE' } as const) : ({ kind: 'RELEASE', remaining } as const);
  await writeUndo(writes, deps, shop, transaction, askedOf(transaction, transaction.authorised), release);
}
