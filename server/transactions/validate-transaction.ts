import { captureDay, hasLapsed } from '../core/deadlines.js';
import type { Actor } from '../core/caller.js';
import { requireValidation } from '../core/possible-actions.js';
import type { Deps } from '../database/deps.js';
import { cutOffOfShop } from '../shops/shop.js';
import { writeUndo } from './exchange.js';
import { operate, type OperationInput } from './operation.js';
import { askedOf, recordTransaction, type TransactionRow } from './transaction.js';

/**
 * The merchant releases an authorised amount to be captured, all or part, once. What is not validated is cancelled at once, and
 * the bank is told to release it.
 */
export async function validateTransaction(
  deps: Deps,
  shopId: string,
  actor: Actor,
  input: OperationInput,
): Promise<TransactionRow> {
  return operate(deps, shopId, 'validateTransaction', input, async ({ shop, transaction, facts, now, writes }) => {
    const amount = requireValidation(facts, input.amount, now);
    const lapsed = hasLapsed(transaction.authorisation_expires_at, now);
    const event = lapsed ? 'VALIDATED_AFTER_LAPSE' : 'VALIDATED';
    recordTransaction(writes, deps, transaction, [{ event, amount, actor, at: now }], {
      capture_day: captureDay(now, 0, cutOffOfShop(shop)),
    });
    const asked = askedOf(transaction, transaction.authorised);
    // What has lapsed is released whole: the amount will be authorised anew, and the bank must not hold it twice.
    if (lapsed) await writeUndo(writes, deps, shop, transaction, asked, { kind: 'RELEASE' });
    else if (amount < transaction.to_validate)
      await writeUndo(writes, deps, shop, transaction, asked, { kind: 'RELEASE', remaining: amount });
  });
}
