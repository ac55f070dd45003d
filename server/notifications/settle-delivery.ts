/**
 * Writes down what became of an attempt to tell an endpoint, and when the next one is due.
 */
import { sql } from 'kysely';
import { backOff_ms } from '../core/notification.js';
import type { HookAnswer } from '../core/hooks-port.js';
import { addTime } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { whileOthersAreQuicker } from '../database/writes.js';
import { loadShop, nowAt } from '../shops/shop.js';
import { disableGone } from './change-endpoint.js';
import { faultOf, isDelivered, masked, saysGone } from './delivery-answer.js';
import type { LeasedDelivery } from './lease-deliveries.js';

export async function settleDelivery(
  deps: Deps,
  delivery: LeasedDelivery,
  answer: HookAnswer,
  duration_ms: number,
): Promise<void> {
  const now = nowAt(await loadShop(deps.sql, delivery.shop_id), deps.clock);
  const next = nextOf(delivery, answer, now);
  const lost = await whileOthersAreQuicker(() => write(deps, delivery, answer, duration_ms, next));
  if (saysGone(answer)) await disableGone(deps, delivery.shop_id, delivery.endpoint_id);
  else if (next.status === 'ABANDONED' && !lost)
    deps.log.warn('notification: abandoned', { delivery: delivery.id, endpoint: delivery.endpoint_id });
}

interface Next {
  readonly status: 'PENDING' | 'DELIVERED' | 'ABANDONED';
  /** When this one, or what waits behind it, is due by the shop's clock. */
  readonly due_at: Date;
  readonly ended_at: Date | null;
}

function nextOf(delivery: LeasedDelivery, answer: HookAnswer, now: Date): Next {
  if (isDelivered(answer)) return { status: 'DELIVERED', due_at: now, ended_at: now };
  const delay_ms = saysGone(answer) ? null : backOff_ms(delivery.attempts - delivery.attempts_before);
  if (delay_ms === null) return { status: 'ABANDONED', due_at: now, ended_at: now };
  return { status: 'PENDING', due_at: addTime(now, delay_ms), ended_at: null };
}

/**
 * One statement. What waits behind it in its lane becomes due with it: it could not go before anyhow, and rows that are
 * not due cost no search. Answers whether the lease was lost meanwhile; the attempt is kept all the same.
 */
async function write(
  deps: Deps,
  { id, attempts, endpoint_id, lane, position }: LeasedDelivery,
  answer: HookAnswer,
  duration_ms: number,
  { status, due_at, ended_at }: Next,
): Promise<boolean> {
  const statusCode = answer.kind === 'answered' ? answer.status : null;
  const beginning = answer.kind === 'answered' ? masked(answer.beginning) : null;
  const { rows } = await sql<{ settled: bigint }>`
    with settled as (
      update delivery set status = ${status}, due_at = ${due_at}, ended_at = ${ended_at}, leased_until = null
      where id = ${id} and status = 'PENDING' and attempts = ${attempts}
      returning id
    ), behind as (
      update delivery set due_at = ${due_at}
      where endpoint_id = ${endpoint_id} and lane = ${lane} and status = 'PENDING' and position > ${position}
        and exists (select from settled)
    ), noted as (
      update delivery_attempt
      set duration_ms = ${Math.round(duration_ms)}, status_code = ${statusCode}, fault = ${faultOf(answer)},
        answer = ${beginning}
      where delivery_id = ${id} and number = ${attempts}
    )
    select count(*) as settled from settled`.execute(deps.sql);
  return rows[0]?.settled !== 1n;
}
