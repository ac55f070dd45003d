/**
 * The end of a remittance that is out of balance: somebody has compared it with the bank line by line, by another road than
 * the line, and gives their word. Amounts do not change by it: what each item was answered stays.
 */
import { claimKey, keepAnswer, once, SHOP_SCOPE } from '../api/idempotency.js';
import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { closeWork } from '../transactions/work-list.js';
import { findRemittance, loadRemittance, recordRemittance, type RemittanceRow } from './remittance.js';

export interface RemittanceResolution {
  readonly idempotencyKey: string;
  readonly remittanceId: string;
  /** What the comparison has shown; kept in the log. */
  readonly reason: string;
}

/** Refusals: `NOT_FOUND`; `ACTION_NOT_POSSIBLE` unless it is out of balance. */
export async function resolveRemittance(
  deps: Deps,
  shopId: string,
  actor: Actor,
  { idempotencyKey: key, remittanceId, reason }: RemittanceResolution,
): Promise<RemittanceRow> {
  const input = { remittanceId, reason };
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: 'resolveRemittance', key, input });
  const resolved = await once(
    deps,
    claim,
    async () => {
      const remittance = await findRemittance(deps.sql, shopId, remittanceId);
      if (!remittance) throw refuse('NOT_FOUND', 'There is no such remittance.', 'remittanceId');
      if (remittance.status !== 'OUT_OF_BALANCE')
        throw refuse('ACTION_NOT_POSSIBLE', 'Its totals do not wait for anybody’s word.', 'remittanceId');
      const at = nowAt(await loadShop(deps.sql, shopId), deps.clock);
      const writes = new Writes();
      const row = recordRemittance(writes, deps, remittance, [{ event: 'RESOLVED', actor, at, facts: { reason } }]);
      closeWork(writes, ['REMITTANCE_OUT_OF_BALANCE'], { remittanceId }, actor, at);
      keepAnswer(writes, deps, claim, 'REMITTANCE', remittanceId);
      await writes.commit(deps.sql);
      return row;
    },
    id => loadRemittance(deps.sql, id),
  );
  deps.nudge('OUTBOX');
  return resolved;
}
