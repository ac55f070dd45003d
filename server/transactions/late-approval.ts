import { THE_BANK, THE_TILL } from '../core/caller.js';
import type { LateAnswer } from '../core/ports.js';
import { readResponseCode } from '../core/response-codes.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { writeUndo } from './exchange.js';
import { loadTransaction, recordTransaction } from './transaction.js';

/**
 * An answer to an authorisation that nobody waits for any more. A no needs nothing; a yes changes no status, on final
 * transactions neither, and always starts a fresh reversal.
 */
export async function takeLateApproval(deps: Deps, late: LateAnswer): Promise<void> {
  const { family, listed } = readResponseCode(late.responseCode);
  if (listed && family !== 'APPROVED') return;
  await whileOthersAreQuicker(() => reverseAfresh(deps, late));
  deps.nudge('EXCHANGES');
}

async function reverseAfresh(deps: Deps, late: LateAnswer): Promise<void> {
  const exchange = await findAuthorisation(deps, late);
  if (!exchange?.transaction_id || exchange.amount === null) {
    deps.log.warn('late answer to an authorisation that is not ours', { stan: late.stan, terminal: late.terminal });
    return;
  }
  // The very answer that was believed, told twice: it must not undo what it authorised.
  if (exchange.status === 'ANSWERED' && exchange.response_code === late.responseCode) return;
  const transaction = await loadTransaction(deps.sql, exchange.transaction_id);
  const shop = await loadShop(deps.sql, transaction.shop_id);
  const at = nowAt(shop, deps.clock);
  const writes = new Writes();
  const facts = { responseCode: late.responseCode, stan: late.stan, answer: late.answer };
  recordTransaction(writes, deps, transaction, [
    { event: 'LATE_APPROVAL', amount: exchange.amount, actor: THE_BANK, at, facts },
    { event: 'RELEASE_REQUESTED', amount: exchange.amount, actor: THE_TILL, at },
  ]);
  const asked = { stan: late.stan, transmittedAt: exchange.transmitted_at, rrn: late.rrn, amount: exchange.amount };
  await writeUndo(writes, deps, shop, transaction, asked, { kind: 'REVERSAL' });
  await writes.commit(deps.sql);
}

function findAuthorisation(deps: Deps, late: LateAnswer) {
  return deps.sql
    .selectFrom('exchange')
    .selectAll()
    .where('terminal', '=', late.terminal)
    .where('stan', '=', late.stan)
    .where('transmitted_at', '=', late.transmittedAt)
    .where('kind', '=', 'AUTHORISATION')
    .where('rrn', '=', late.rrn)
    .executeTakeFirst();
}
