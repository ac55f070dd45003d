/**
 * Reports as they are shown: those that are made, newest first.
 */
import { countOf, newestFirst } from '../api/list.js';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import { REPORT_COLUMNS, type ReportRow } from './daily-report.js';

/** One more than asked. Ids sort as the days began. */
export async function listReports(database: Sql, shopId: string, page: PageAsked): Promise<ReportRow[]> {
  return newestFirst(made(database, shopId).select(REPORT_COLUMNS), page).execute();
}

export async function countReports(database: Sql, shopId: string): Promise<number> {
  return countOf(database, made(database, shopId));
}

function made(database: Sql, shopId: string) {
  return database.selectFrom('daily_report').where('shop_id', '=', shopId).where('status', '=', 'MADE');
}
