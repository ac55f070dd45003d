/**
 * The one log read as an audit: every change of anything in the shop, with its actor (decisions/0002-one-log.md).
 */
import type { Selectable } from 'kysely';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { EventTable } from '../database/tables.js';

export type AuditRow = Selectable<EventTable>;

/** The last told first, one more than asked; a row is told a moment after it was written. */
export async function listAudit(database: Sql, shopId: string, page: PageAsked): Promise<AuditRow[]> {
  const position = (eventId: string) => database.selectFrom('feed').select('position').where('event_id', '=', eventId);
  let query = database
    .selectFrom('feed')
    .innerJoin('event', 'event.id', 'feed.event_id')
    .selectAll('event')
    .where('feed.shop_id', '=', shopId);
  if (page.after !== null) query = query.where('feed.position', '<', position(page.after));
  if (page.before !== null) query = query.where('feed.position', '>', position(page.before));
  return query
    .orderBy('feed.position', page.forwards ? 'desc' : 'asc')
    .limit(page.size + 1)
    .execute();
}

export async function countAudit(database: Sql, shopId: string): Promise<number> {
  const { count } = await database
    .selectFrom('feed')
    .select(all => all.fn.countAll<bigint>().as('count'))
    .where('shop_id', '=', shopId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What people call those who acted: a member's address, a key's name. */
export async function namesOf(database: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('member')
    .select(['id', 'email as name'])
    .where('id', 'in', ids)
    .unionAll(database.selectFrom('shop_key').select(['id', 'name']).where('id', 'in', ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
