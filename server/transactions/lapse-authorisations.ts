import { THE_TILL } from '../core/caller.js';
import { hasLapsed } from '../core/deadlines.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { nowAt } from '../shops/shop.js';
import { changeEach, findLapsed } from './due-transactions.js';
import { writeUndo } from './exchange.js';
import { askedOf, recordTransaction } from './transaction.js';

/**
 * Authorisations that ended before the remittance that would have carried their capture: released at the bank, to be asked again
 * when due. To be run after the closings: what a closing that is overdue still carries has not lapsed.
 */
export async function lapseAuthorisations(deps: Deps): Promise<number> {
  return changeEach(deps, await findLapsed(deps), async (shop, transaction) => {
    const { authorisation_expires_at: endedAt, to_capture: amount } = transaction;
    const now = nowAt(shop, deps.clock);
    if (transaction.status !== 'TO_CAPTURE' || endedAt === null || !hasLapsed(endedAt, now)) return false;
    const at = transaction.updated_at > endedAt ? transaction.updated_at : endedAt;
    const writes = new Writes();
    const lapsed = { event: 'AUTHORISATION_LAPSED', amount, actor: THE_TILL, at } as const;
    recordTransaction(writes, deps, transaction, [lapsed], { authorisation_expires_at: null });
    await writeUndo(writes, deps, shop, transaction, askedOf(transaction, transaction.authorised), { kind: 'RELEASE' });
    await writes.commit(deps.sql);
    return true;
  });
}
