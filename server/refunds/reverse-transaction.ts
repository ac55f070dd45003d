import type { Actor } from '../core/caller.js';
import { chooseReverse } from '../core/possible-actions.js';
import type { Deps } from '../database/deps.js';
import { writeCancel } from '../transactions/cancel-transaction.js';
import { operate, type OperationInput } from '../transactions/operation.js';
import type { TransactionRow } from '../transactions/transaction.js';
import { writeRefund } from './refund-transaction.js';

/**
 * Gives money back in the way that is right now: cancels what is not yet remitted, refunds what is captured. What it did shows in
 * the transaction: its status, its amounts, its refunds, its events.
 */
export async function reverseTransaction(
  deps: Deps,
  shopId: string,
  actor: Actor,
  input: OperationInput,
): Promise<TransactionRow> {
  return operate(deps, shopId, 'reverseTransaction', input, async operation => {
    if (chooseReverse(operation.facts, operation.now) === 'CANCEL')
      await writeCancel(deps, actor, operation, input.amount);
    else writeRefund(deps, actor, operation, { amount: input.amount });
  });
}
