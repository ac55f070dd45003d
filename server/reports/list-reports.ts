/**
 * Reports as they are shown: those that are made, newest first.
 */
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import { REPORT_COLUMNS, type ReportRow } from './daily-report.js';

/** One more than asked. Ids sort as the days began. */
export async function listReports(database: Sql, shopId: string, page: PageAsked): Promise<ReportRow[]> {
  let query = made(database, shopId).select(REPORT_COLUMNS);
  if (page.after !== null) query = query.where('id', '<', page.after);
  if (page.before !== null) query = query.where('id', '>', page.before);
  return query
    .orderBy('id', page.forwards ? 'desc' : 'asc')
    .limit(page.size + 1)
    .execute();
}

export async function countReports(database: Sql, shopId: string): Promise<number> {
  const { count } = await made(database, shopId)
    .select(all => all.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function made(database: Sql, shopId: string) {
  return database.selectFrom('daily_report').where('shop_id', '=', shopId).where('status', '=', 'MADE');
}
