import { THE_TILL } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { nowAt } from '../shops/shop.js';
import { changeEach, findNotValidated } from './due-transactions.js';
import { writeUndo } from './exchange.js';
import { askedOf, recordTransaction } from './transaction.js';

/** What the shop has not validated in time has expired as of its deadline; the authorisation is released at the bank. */
export async function expireValidations(deps: Deps): Promise<number> {
  return changeEach(deps, await findNotValidated(deps), async (shop, transaction) => {
    const { validation_deadline: deadline, to_validate: amount } = transaction;
    const now = nowAt(shop, deps.clock);
    if (transaction.status !== 'TO_VALIDATE' || deadline === null || deadline > now) return false;
    const at = transaction.updated_at > deadline ? transaction.updated_at : deadline;
    const writes = new Writes();
    recordTransaction(writes, deps, transaction, [{ event: 'VALIDATION_LAPSED', amount, actor: THE_TILL, at }]);
    await writeUndo(writes, deps, shop, transaction, askedOf(transaction, transaction.authorised), { kind: 'RELEASE' });
    await writes.commit(deps.sql);
    return true;
  });
}
