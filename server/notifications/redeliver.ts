import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { recordEndpoint, requireEndpoint } from './endpoint.js';
import { requireDelivery, type DeliveryRow } from './list-deliveries.js';

/**
 * Sends a notification again, with the same id and bytes, and as often as the first time if need be. One that still waits is
 * due at once. Refusals: `NOT_FOUND`, and `ACTION_NOT_POSSIBLE` while its endpoint is disabled.
 */
export async function redeliver(deps: Deps, shopId: string, actor: Actor, deliveryId: string): Promise<DeliveryRow> {
  const row = await whileOthersAreQuicker(async () => {
    const delivery = await requireDelivery(deps.sql, shopId, deliveryId);
    const endpoint = await requireEndpoint(deps.sql, shopId, delivery.endpoint_id);
    if (endpoint.status === 'DISABLED')
      throw refuse('ACTION_NOT_POSSIBLE', 'Its endpoint is disabled; enable it first.', 'deliveryId');
    const at = nowAt(await loadShop(deps.sql, shopId), deps.clock);
    const changes = {
      status: 'PENDING' as const,
      due_at: at,
      ended_at: null,
      ...(delivery.status === 'PENDING' ? {} : { attempts_before: delivery.attempts }),
    };
    const writes = new Writes();
    const asked = { event: 'REDELIVERY_ASKED', actor, at, facts: { deliveryId } } as const;
    recordEndpoint(writes, deps, endpoint, asked);
    const { id, status, attempts } = delivery;
    writes.update('delivery', { id, status, attempts }, changes);
    await writes.commit(deps.sql);
    return { ...delivery, ...changes };
  });
  deps.nudge('OUTBOX');
  deps.nudge('DELIVERIES');
  return row;
}
