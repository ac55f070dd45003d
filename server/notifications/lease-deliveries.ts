/**
 * Takes deliveries that are due, under a lease. Any number of workers may be at it; the number of attempts that a
 * delivery comes back with is the fence of its lease. The attempt is written down before it is made: of one that died with
 * its process, too, there is a trace.
 */
import { sql } from 'kysely';
import { LONGEST_WAIT_ms } from '../core/deadlines.js';
import { addTime, SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import type { ShopMode } from '../database/tables.js';

export interface LeasedDelivery {
  readonly id: string;
  readonly shop_id: string;
  readonly endpoint_id: string;
  readonly lane: string;
  readonly position: bigint;
  readonly body: string;
  readonly attempts: number;
  readonly attempts_before: number;
  readonly url: string;
  readonly mode: ShopMode;
}

/** A server that hangs keeps no more than so many waiting, and the other endpoints' go on. */
const AT_ONCE_PER_ENDPOINT = 5;
/** What writing the outcome down may take, once there is one. */
const MARGIN_ms = 10 * SECOND_ms;

/**
 * What is due by the shop's clock and first in its lane: within one transaction (or session, or remittance) an endpoint
 * is told in order, so the next one waits until the one before is delivered or abandoned.
 */
export async function leaseDeliveries(deps: Deps, most: number): Promise<LeasedDelivery[]> {
  const now = deps.clock.now();
  const never = addTime(now, LONGEST_WAIT_ms);
  const until = addTime(now, deps.hooks.timeout_ms + MARGIN_ms);
  const { rows } = await sql<LeasedDelivery>`
    with due as (
      select delivery.id from webhook_endpoint endpoint
      join shop on shop.id = endpoint.shop_id
      cross join lateral (
        select head.id from delivery head
        where head.endpoint_id = endpoint.id and head.status = 'PENDING'
          and head.due_at <= ${now}::timestamptz + shop.clock_offset_ms * interval '1 millisecond'
          and (head.leased_until is null or head.leased_until <= ${now}::timestamptz or head.leased_until > ${never}::timestamptz)
          and not exists (
            select from delivery earlier
            where earlier.endpoint_id = head.endpoint_id and earlier.lane = head.lane
              and earlier.status = 'PENDING' and earlier.position < head.position)
        order by head.due_at, head.position
        limit greatest(0, ${AT_ONCE_PER_ENDPOINT}::integer - (
          select count(*) from delivery busy
          where busy.endpoint_id = endpoint.id and busy.leased_until > ${now}::timestamptz and busy.leased_until <= ${never}::timestamptz))
      ) as ready
      join delivery on delivery.id = ready.id
      where endpoint.status = 'ENABLED'
        -- Said again of the row itself: it is read anew once it is locked, and another worker may have been quicker.
        and delivery.status = 'PENDING'
        and (delivery.leased_until is null or delivery.leased_until <= ${now}::timestamptz or delivery.leased_until > ${never}::timestamptz)
      order by delivery.due_at, delivery.position
      limit ${most}::integer
      for update of delivery skip locked
    ), leased as (
      update delivery set attempts = attempts + 1, leased_until = ${until}
      from due where delivery.id = due.id
      returning delivery.*
    ), begun as (
      insert into delivery_attempt (delivery_id, number, shop_id, at)
      select id, attempts, shop_id, ${now}::timestamptz from leased
    )
    select leased.id, leased.shop_id, endpoint_id, lane, position, body, attempts, attempts_before, endpoint.url, shop.mode
    from leased
    join webhook_endpoint endpoint on endpoint.id = endpoint_id
    join shop on shop.id = leased.shop_id`.execute(deps.sql);
  return rows;
}
