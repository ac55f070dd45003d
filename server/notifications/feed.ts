/**
 * The durable log of a shop's transactions, read by cursor. A cursor is a position: whoever comes back with the last one
 * misses nothing and sees nothing twice, because positions are given to committed events only, in order.
 */
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import { feedRows, lastPosition, type FeedRow } from '../database/feed-rows.js';

/** What happened to the shop's transactions and their refunds after this position, in order; `most` at most. */
export async function readFeed(database: Sql, shopId: string, after: bigint, most: number): Promise<FeedRow[]> {
  return feedRows(database)
    .where('feed.shop_id', '=', shopId)
    .where('feed.position', '>', after)
    .where('event.transaction_id', 'is not', null)
    .limit(most)
    .execute();
}

/**
 * Where a follower begins: after its cursor, or else now. Cursors of what has not happened are refused, because whoever
 * has one would wait and miss what comes until then.
 */
export async function startOf(database: Sql, shopId: string, cursor: string | null | undefined): Promise<bigint> {
  const position = positionOf(cursor);
  const last = await lastPosition(database, shopId);
  if (position > last) throw refuse('INPUT_INVALID', 'This cursor lies ahead of the log.', 'after');
  return cursor === null || cursor === undefined ? last : position;
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
