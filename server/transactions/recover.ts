import { THE_TILL } from '../core/caller.js';
import { LONGEST_WAIT_ms } from '../core/deadlines.js';
import { addTime } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { StaleError, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { writeUndo } from './exchange.js';
import { askedOf, loadTransaction, recordTransaction, type TransactionRow } from './transaction.js';

const AT_A_TIME = 100;

/**
 * Takes over authorisations whose process went silent between claim and settle (killed, stopped, cut off): whether they were
 * asked is not known, so they are unknown and reversed. Should that process wake up, its answer is a late one.
 */
export async function recoverUnsettled(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const never = addTime(now, LONGEST_WAIT_ms);
  const overdue = await deps.sql
    .selectFrom('transaction')
    .select('id')
    .where('status', '=', 'AUTHORISING')
    .where(or => or.or([or('answer_due_at', '<=', now), or('answer_due_at', '>', never)]))
    .limit(AT_A_TIME)
    .execute();
  for (const { id } of overdue) await recoverOne(deps, await loadTransaction(deps.sql, id));
  if (overdue.length > 0) deps.nudge('EXCHANGES');
  return overdue.length;
}

async function recoverOne(deps: Deps, transaction: TransactionRow): Promise<void> {
  const exchange = await deps.sql
    .selectFrom('exchange')
    .select(['id', 'amount'])
    .where('kind', '=', 'AUTHORISATION')
    .where('transaction_id', '=', transaction.id)
    .where('status', '=', 'PENDING')
    .executeTakeFirst();
  if (!exchange || exchange.amount === null) return;
  const shop = await loadShop(deps.sql, transaction.shop_id);
  const at = nowAt(shop, deps.clock);
  const writes = new Writes();
  const facts = { cause: 'INTERRUPTED' };
  const happening = { event: 'ANSWER_MISSING', amount: exchange.amount, actor: THE_TILL, at, facts } as const;
  recordTransaction(writes, deps, transaction, [happening], { answer_due_at: null });
  await writeUndo(writes, deps, shop, transaction, askedOf(transaction, exchange.amount), { kind: 'REVERSAL' });
  writes.update('exchange', { id: exchange.id, status: 'PENDING' }, { status: 'UNANSWERED', cause: 'INTERRUPTED' });
  try {
    await writes.commit(deps.sql);
  } catch (error) {
    // Its own process, or another worker, was quicker: all the better.
    if (!(error instanceof StaleError)) throw error;
  }
}
