/**
 * Makes of each numbered event the notifications that tell it: one for every enabled endpoint of its shop that wants its
 * type, in the database transaction that numbers it. So none is without a committed cause, and none is forgotten.
 */
import { sql, type Transaction } from 'kysely';
import { newId } from '../core/identifiers.js';
import { notificationOf } from '../core/notification.js';
import type { Deps } from '../database/deps.js';
import type { Tables } from '../database/tables.js';
import { nowAt } from '../shops/shop.js';
import { composeBodies, type TellableEvent } from './compose.js';

export type NumberedEvent = Omit<TellableEvent, 'type'>;

/** Answers how many are to be delivered. A shop without endpoints costs nothing but the one question for them. */
export async function fanOut(
  unit: Transaction<Tables>,
  deps: Pick<Deps, 'clock' | 'random' | 'log'>,
  numbered: readonly NumberedEvent[],
): Promise<number> {
  const tellable = numbered.flatMap(event => {
    const type = notificationOf({ subject: event.subject, to: event.to_status });
    return type ? [{ ...event, type }] : [];
  });
  if (tellable.length === 0) return 0;
  const endpoints = await enabledEndpoints(unit, [...new Set(tellable.map(event => event.shop_id))]);
  if (endpoints.length === 0) return 0;
  const pairs = endpoints.flatMap(endpoint =>
    tellable.filter(event => wants(endpoint, event)).map(event => ({ endpoint, event })),
  );
  const bodies = await composeBodies(unit, deps.log, [...new Set(pairs.map(({ event }) => event))]);
  // Arrays, so that the statement is the same however many there are, and is planned once.
  await sql`
    insert into delivery (id, shop_id, endpoint_id, event_id, position, lane, type, body, due_at, created_at,
      status, attempts, attempts_before)
    select told.*, told.due_at, 'PENDING', 0, 0 from unnest(
      ${pairs.map(() => newId('delivery', deps))}::text[],
      ${pairs.map(({ event }) => event.shop_id)}::text[],
      ${pairs.map(({ endpoint }) => endpoint.id)}::text[],
      ${pairs.map(({ event }) => event.id)}::text[],
      ${pairs.map(({ event }) => event.position)}::bigint[],
      ${pairs.map(({ event }) => event.transaction_id ?? event.subject_id)}::text[],
      ${pairs.map(({ event }) => event.type)}::text[],
      ${pairs.map(({ event }) => bodies.get(event.id) ?? '')}::text[],
      ${pairs.map(({ endpoint }) => nowAt(endpoint, deps.clock))}::timestamptz[]
    ) as told (id, shop_id, endpoint_id, event_id, position, lane, type, body, due_at)`.execute(unit);
  return pairs.length;
}

/** Locked, so that none of them is disabled between this question and the commit (change-endpoint.ts). */
async function enabledEndpoints(unit: Transaction<Tables>, shopIds: readonly string[]) {
  return unit
    .selectFrom('webhook_endpoint')
    .innerJoin('shop', 'shop.id', 'webhook_endpoint.shop_id')
    .select(['webhook_endpoint.id', 'webhook_endpoint.shop_id', 'webhook_endpoint.types', 'shop.clock_offset_ms'])
    .where('webhook_endpoint.shop_id', '=', sql<string>`any(${shopIds}::text[])`)
    .where('webhook_endpoint.status', '=', 'ENABLED')
    .orderBy('webhook_endpoint.id')
    .forShare('webhook_endpoint')
    .execute();
}

type Endpoint = Awaited<ReturnType<typeof enabledEndpoints>>[number];

function wants(endpoint: Endpoint, event: TellableEvent): boolean {
  return endpoint.shop_id === event.shop_id && (endpoint.types === null || endpoint.types.includes(event.type));
}
