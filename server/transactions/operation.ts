/**
 * What every operation on one transaction has in common: whose it is, the law's view of it, one answer per key.
 */
import type { TransactionFacts } from '../core/possible-actions.js';
import { refuse } from '../core/refusal.js';
import { claimKey, keepAnswer, once, SHOP_SCOPE } from '../api/idempotency.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { factsOf } from './facts.js';
import { findTransaction, loadTransaction, type TransactionRow } from './transaction.js';

export interface OperationInput {
  readonly idempotencyKey: string;
  readonly transactionId: string;
  /** Minor units of the transaction's currency; null = all there is. */
  readonly amount: bigint | null;
}

export interface Operation {
  readonly shop: ShopRow;
  readonly transaction: TransactionRow;
  readonly facts: TransactionFacts;
  /** By the shop's clock. */
  readonly now: Date;
  readonly writes: Writes;
}

/** A transaction of this shop, or the refusal that fits an absent one and somebody else's alike. */
export async function requireTransaction(deps: Deps, shopId: string, transactionId: string): Promise<TransactionRow> {
  const transaction = await findTransaction(deps.sql, shopId, { id: transactionId });
  if (!transaction) throw refuse('NOT_FOUND', 'There is no such transaction.', 'transactionId');
  return transaction;
}

/** Lets `change` decide and write into one unit of work; read and asked again when others were quicker. */
export async function operate(
  deps: Deps,
  shopId: string,
  name: string,
  input: OperationInput,
  change: (operation: Operation) => Promise<void>,
): Promise<TransactionRow> {
  const { idempotencyKey, ...rest } = input;
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: name, key: idempotencyKey, input: rest });
  return once(
    deps,
    claim,
    async () => {
      const transaction = await requireTransaction(deps, shopId, input.transactionId);
      const shop = await loadShop(deps.sql, shopId);
      const facts = await factsOf(deps, shop, transaction);
      const writes = new Writes();
      await change({ shop, transaction, facts, now: nowAt(shop, deps.clock), writes });
      keepAnswer(writes, deps, claim, 'TRANSACTION', transaction.id);
      await writes.commit(deps.sql);
      deps.nudge('OUTBOX');
      deps.nudge('EXCHANGES');
      return loadTransaction(deps.sql, transaction.id);
    },
    id => loadTransaction(deps.sql, id),
  );
}
