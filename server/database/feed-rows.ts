/**
 * The log as it is read by position (notifications/sequence-events.ts gives the positions).
 */
import type { Selectable } from 'kysely';
import type { Brand } from '../core/card.js';
import type { Sql } from './connection.js';
import type { EventTable } from './tables.js';

export type FeedRow = Selectable<EventTable> & {
  readonly position: bigint;
  /** Of the transaction, where the event is about one. */
  readonly brand: Brand | null;
  readonly session_id: string | null;
};

/** The position of the newest event; of one shop, or of all. Before the first it is 0. */
export async function lastPosition(database: Sql, shopId?: string): Promise<bigint> {
  const last = await database
    .selectFrom('feed')
    .select('position')
    .$if(shopId !== undefined, query => query.where('shop_id', '=', shopId ?? ''))
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.position ?? 0n;
}

/** What happened to payments: the sessions and transactions of shops, with refunds and authentications. */
export function feedRows(database: Sql) {
  return database
    .selectFrom('feed')
    .innerJoin('event', 'event.id', 'feed.event_id')
    .leftJoin('transaction', 'transaction.id', 'event.transaction_id')
    .selectAll('event')
    .select(['feed.position', 'transaction.brand', 'transaction.session_id'])
    .where(e => e.or([e('event.transaction_id', 'is not', null), e('event.subject', '=', 'SESSION')]))
    .orderBy('feed.position');
}
