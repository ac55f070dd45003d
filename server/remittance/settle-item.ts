/**
 * Writes what the bank said to an item (0230): accepted, or rejected with a code.
 */
import { THE_BANK } from '../core/caller.js';
import type { AdviceAnswered } from '../core/ports.js';
import { readResponseCode } from '../core/response-codes.js';
import type { Deps } from '../database/deps.js';
import type { Writes } from '../database/writes.js';
import { loadRefund, recordRefund } from '../refunds/refund.js';
import { nowAt } from '../shops/shop.js';
import { causeOf, timesCaused } from '../transactions/advices.js';
import type { ExchangeRow } from '../transactions/exchange.js';
import { loadTransaction, recordTransaction } from '../transactions/transaction.js';
import { UNANSWERED_ATTEMPTS_MOST } from './park.js';
import type { Told } from './round.js';

/**
 * 00 accepts, any other code rejects. A code that nobody lists may be a garbled 00, and one that leaves an outcome unknown (68, 94, 97)
 * says neither; after either the bank would have captured what we hold for rejected. Such a code is believed once the same message has
 * got nothing else for as long as any message waits before a person is told.
 */
export function isBelievable(exchange: ExchangeRow, responseCode: string): boolean {
  const { listed, family } = readResponseCode(responseCode);
  if (listed && family !== 'UNKNOWN') return true;
  return timesCaused(exchange, causeOf(responseCode)) >= UNANSWERED_ATTEMPTS_MOST;
}

/** Accepted counts at once, whatever the totals will say. */
export async function writeItemAnswer(
  writes: Writes,
  deps: Deps,
  { exchange, shop }: Told,
  { responseCode }: AdviceAnswered,
): Promise<void> {
  const { item_id, transaction_id, refund_id, amount } = exchange;
  if (item_id === null || transaction_id === null || amount === null)
    throw new Error(`The message ${exchange.id} is about no item.`);
  const accepted = responseCode === '00';
  const at = nowAt(shop, deps.clock);
  writes.update(
    'remittance_item',
    { id: item_id, status: 'PENDING' },
    { status: accepted ? 'ACCEPTED' : 'REJECTED', response_code: responseCode, updated_at: at },
  );
  const transaction = await loadTransaction(deps.sql, transaction_id);
  const said = { amount, actor: THE_BANK, at, facts: { responseCode, stan: exchange.stan } };
  if (refund_id === null) {
    const event = accepted ? 'CAPTURE_ACCEPTED' : 'CAPTURE_REJECTED';
    // Rejected, it waits for a person to present it again or to cancel it.
    const changes = accepted ? {} : { held_because: `REJECTED_${responseCode}`, remittance_id: null };
    recordTransaction(writes, deps, transaction, [{ event, ...said }], changes);
    return;
  }
  const refund = await loadRefund(deps.sql, refund_id);
  const { actor, facts } = said;
  const event = accepted ? 'CREDIT_ACCEPTED' : 'CREDIT_REJECTED';
  recordRefund(writes, deps, refund, { event, actor, at, facts }, { response_code: responseCode });
  const noted = { ...said, facts: { ...facts, refund: refund.id } };
  recordTransaction(writes, deps, transaction, [{ event: accepted ? 'REFUND_CREDITED' : 'REFUND_FREED', ...noted }]);
}
