/**
 * The durable log of a shop's transactions, read by cursor. A cursor is a position: whoever comes back with the last one
 * misses nothing and sees nothing twice, because positions are given to committed events only, in order.
 */
import type { Selectable } from 'kysely';
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import type { EventTable } from '../database/tables.js';

export type FeedRow = Selectable<EventTable> & { readonly position: bigint };

/** What happened to the shop's transactions and their refunds after this position, in order; `most` at most. */
export async function readFeed(database: Sql, shopId: string, after: bigint, most: number): Promise<FeedRow[]> {
  return database
    .selectFrom('feed')
    .innerJoin('event', 'event.id', 'feed.event_id')
    .selectAll('event')
    .select('feed.position')
    .where('feed.shop_id', '=', shopId)
    .where('feed.position', '>', after)
    .where('event.transaction_id', 'is not', null)
    .orderBy('feed.position')
    .limit(most)
    .execute();
}

/** The position that a cursor names; without one, before the first. */
export function positionOf(cursor: string | null | undefined): bigint {
  if (cursor === null || cursor === undefined) return 0n;
  if (!/^\d{1,18}$/.test(cursor)) throw refuse('INPUT_INVALID', 'Not a cursor of this list.', 'after');
  return BigInt(cursor);
}

export function cursorOf(position: bigint): string {
  return position.toString();
}
