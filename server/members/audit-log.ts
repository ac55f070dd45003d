/**
 * The one log read as an audit: every change of anything in the shop, with its actor (decisions/0002-one-log.md).
 */
import { sql, type Selectable } from 'kysely';
import { countOf } from '../api/list.js';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { EventTable, Subject } from '../database/tables.js';

export type AuditRow = Selectable<EventTable>;

export interface WhichEntries {
  readonly shopId: string;
  /** Null for all. */
  readonly subjects: readonly Subject[] | null;
}

/** The last told first, one more than asked; a row is told a moment after it was written. */
export async function listAudit(database: Sql, which: WhichEntries, page: PageAsked): Promise<AuditRow[]> {
  const position = (eventId: string) => database.selectFrom('feed').select('position').where('event_id', '=', eventId);
  let query = matching(database, which).selectAll('event');
  if (page.after !== null) query = query.where('feed.position', '<', position(page.after));
  if (page.before !== null) query = query.where('feed.position', '>', position(page.before));
  return query
    .orderBy('feed.position', page.forwards ? 'desc' : 'asc')
    .limit(page.size + 1)
    .execute();
}

export async function countAudit(database: Sql, which: WhichEntries): Promise<number> {
  return countOf(database, matching(database, which));
}

function matching(database: Sql, { shopId, subjects }: WhichEntries) {
  const query = database
    .selectFrom('feed')
    .innerJoin('event', 'event.id', 'feed.event_id')
    .where('feed.shop_id', '=', shopId)
    .where('event.shop_id', '=', shopId);
  if (subjects === null) return query;
  // Written out, because only then is it known, when the statement is planned, that the index of the few subjects holds them.
  return query.where(
    'event.subject',
    'in',
    subjects.map(subject => sql.lit(subject)),
  );
}

/** What people call those who acted, and what was changed: an address, a name, a reference, a number. */
export async function namesOf(database: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('member')
    .select(['id', 'email as name'])
    .where('id', 'in', ids)
    .unionAll(database.selectFrom('shop_key').select(['id', 'name']).where('id', 'in', ids))
    .unionAll(database.selectFrom('webhook_endpoint').select(['id', 'url as name']).where('id', 'in', ids))
    .unionAll(database.selectFrom('transaction').select(['id', 'reference as name']).where('id', 'in', ids))
    .unionAll(database.selectFrom('refund').select(['id', 'reference as name']).where('id', 'in', ids))
    .unionAll(database.selectFrom('payment_session').select(['id', 'order_id as name']).where('id', 'in', ids))
    .unionAll(
      database
        .selectFrom('remittance')
        .select(['id', sql<string>`number::text`.as('name')])
        .where('id', 'in', ids),
    )
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
