import { claimKey, keepAnswer, once, SHOP_SCOPE } from '../api/idempotency.js';
import type { Actor } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { newId, randomText } from '../core/identifiers.js';
import { requireRefund } from '../core/possible-actions.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { factsOf } from '../transactions/facts.js';
import { requireTransaction, type Operation, type OperationInput } from '../transactions/operation.js';
import { requireBelowCeiling } from '../members/ceiling.js';
import { newRrn } from '../transactions/rrn.js';
import { recordTransaction } from '../transactions/transaction.js';
import { loadRefund, recordNewRefund, type RefundRow } from './refund.js';

export interface RefundInput extends OperationInput {
  /** Why, in the shop's own words; 1–200 characters. */
  readonly reason?: string | null;
}

/** After capture, all or part, several times; never more together than was captured. It travels in the next remittance. */
export async function refundTransaction(
  deps: Deps,
  shopId: string,
  actor: Actor,
  input: RefundInput,
): Promise<RefundRow> {
  const { idempotencyKey: key, ...rest } = input;
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: 'refundTransaction', key, input: rest });
  return once(
    deps,
    claim,
    async () => {
      const transaction = await requireTransaction(deps, shopId, input.transactionId);
      const shop = await loadShop(deps.sql, shopId);
      const facts = await factsOf(deps, shop, transaction);
      const operation = { shop, transaction, facts, now: nowAt(shop, deps.clock), writes: new Writes() };
      const refund = writeRefund(deps, actor, operation, input);
      keepAnswer(operation.writes, deps, claim, 'REFUND', refund.id);
      await operation.writes.commit(deps.sql);
      deps.nudge('OUTBOX');
      return refund;
    },
    id => loadRefund(deps.sql, id),
  );
}

/**
 * Asks the law and writes the refund and what it takes of its transaction. Approval by a second member, above a threshold of
 * the shop, would be decided here: the refund then begins with `REQUESTED_FOR_APPROVAL`.
 */
export function writeRefund(
  deps: Deps,
  actor: Actor,
  { shop, transaction, facts, now, writes }: Operation,
  asked: Pick<RefundInput, 'amount' | 'reason'>,
): RefundRow {
  const amount = requireRefund(facts, asked.amount, now);
  requireBelowCeiling(actor, shop, { amount, currency: transaction.currency });
  const reason = asked.reason ? requireText(asked.reason, { path: 'reason', max: 200 }) : null;
  const refund = recordNewRefund(
    writes,
    deps,
    {
      id: newId('refund', deps),
      shop_id: transaction.shop_id,
      transaction_id: transaction.id,
      reference: randomText(10, deps.random).toUpperCase(),
      amount,
      currency: transaction.currency,
      rrn: newRrn(deps, now),
      reason,
      response_code: null,
      requested_by_kind: actor.kind,
      requested_by_id: actor.id,
      remittance_id: null,
    },
    { event: 'REQUESTED', actor, at: now },
  );
  const requested = { event: 'REFUND_REQUESTED', amount, actor, at: now, facts: { refund: refund.id } } as const;
  recordTransaction(writes, deps, transaction, [requested]);
  return refund;
}
