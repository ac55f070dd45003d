/**
 * Deliveries as they are shown: newest first, with every attempt.
 */
import { sql, type Selectable } from 'kysely';
import { countOf, newestFirst } from '../api/list.js';
import type { PageAsked } from '../api/page.js';
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import type { DeliveryAttemptTable, DeliveryTable } from '../database/notification-tables.js';

export type DeliveryRow = Selectable<DeliveryTable>;
export type AttemptRow = Selectable<DeliveryAttemptTable>;

export interface WhichDeliveries {
  readonly shopId: string;
  readonly endpointId: string | null;
  readonly status: DeliveryRow['status'] | null;
}

/** One more than asked. Ids sort as deliveries were written down. */
export async function listDeliveries(database: Sql, which: WhichDeliveries, page: PageAsked): Promise<DeliveryRow[]> {
  return newestFirst(matching(database, which).selectAll(), page).execute();
}

export async function countDeliveries(database: Sql, which: WhichDeliveries): Promise<number> {
  return countOf(database, matching(database, which));
}

function matching(database: Sql, { shopId, endpointId, status }: WhichDeliveries) {
  let query = database.selectFrom('delivery').where('shop_id', '=', shopId);
  if (endpointId !== null) query = query.where('endpoint_id', '=', endpointId);
  if (status !== null) query = query.where('status', '=', status);
  return query;
}

export interface AboutTransaction {
  readonly shopId: string;
  readonly transactionId: string;
  readonly sessionId: string;
}

/**
 * What tells of a transaction, newest first: by its events, each of which an endpoint is told of once. A session has no
 * transaction of its own until its end; the notification of that end names it.
 */
export async function listDeliveriesAbout(
  database: Sql,
  { shopId, transactionId, sessionId }: AboutTransaction,
  most: number,
): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    select delivery.* from event
    join webhook_endpoint on webhook_endpoint.shop_id = event.shop_id
    join delivery on delivery.endpoint_id = webhook_endpoint.id and delivery.event_id = event.id
    where event.shop_id = ${shopId}
      and (event.transaction_id = ${transactionId}
        or event.subject_id = ${sessionId} and delivery.body::jsonb #>> '{data,transactionId}' = ${transactionId})
    order by delivery.position desc, delivery.id limit ${most}`.execute(database);
  return rows;
}

/** A delivery of this shop; somebody else's and an absent one are refused alike. */
export async function requireDelivery(database: Sql, shopId: string, deliveryId: string): Promise<DeliveryRow> {
  const row = await database
    .selectFrom('delivery')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', 'There is no such delivery.', 'deliveryId');
  return row;
}

/** All attempts at several deliveries, in order. */
export async function listAttempts(database: Sql, deliveryIds: readonly string[]): Promise<AttemptRow[]> {
  return database
    .selectFrom('delivery_attempt')
    .selectAll()
    .where('delivery_id', 'in', deliveryIds)
    .orderBy('delivery_id')
    .orderBy('number')
    .execute();
}
