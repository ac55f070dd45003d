/**
 * The day that is running: one open report per shop, which begins where the one before it ended.
 */
import { sql } from 'kysely';
import { businessDayOf, cutOffOf } from '../core/business-day.js';
import { newId } from '../core/identifiers.js';
import { addDays, addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { StaleError } from '../database/writes.js';
import { cutOffOfShop, loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import type { ReportRow } from './daily-report.js';

/** How far back a day in which nothing happened is still told: a house that was closed for a year does not write a letter for each day. */
const EMPTY_DAYS_BACK_ms = 7 * DAY_ms;

/** Opens the first day of each shop that has none: the one the shop was made in, or that of a week ago. */
export async function openReports(deps: Deps, shopId?: string): Promise<void> {
  let without = deps.sql
    .selectFrom('shop')
    .selectAll()
    .where(shop =>
      shop.not(
        shop.exists(
          shop.selectFrom('daily_report').select('daily_report.id').whereRef('daily_report.shop_id', '=', 'shop.id'),
        ),
      ),
    );
  if (shopId !== undefined) without = without.where('id', '=', shopId);
  for (const shop of await without.execute()) {
    const weekAgo = addTime(nowAt(shop, deps.clock), -EMPTY_DAYS_BACK_ms);
    const since = shop.created_at > weekAgo ? shop.created_at : weekAgo;
    const row = newReport(deps, shop, businessDayOf(since, cutOffOfShop(shop)), null);
    // Another worker may have opened it: all the better.
    await deps.sql
      .insertInto('daily_report')
      .values({ ...row, message: null })
      .onConflict(conflict => conflict.doNothing())
      .execute();
  }
}

/** The report of a day that is yet to be made. It begins where the one before ended, whatever the cut-off was then. */
export function newReport(deps: Deps, shop: ShopRow, businessDay: string, from: Date | null): ReportRow {
  const cutOff = cutOffOfShop(shop);
  return {
    id: newId('report', deps),
    shop_id: shop.id,
    business_day: businessDay,
    from_at: from ?? cutOffOf(addDays(businessDay, -1), cutOff),
    until_at: cutOffOf(businessDay, cutOff),
    status: 'OPEN',
    sequence: 0,
    locale: null,
    subject: null,
    text: null,
    html: null,
    csv: null,
    created_at: nowAt(shop, deps.clock),
    made_at: null,
  };
}

/**
 * Goes on over days in which nothing happened and that nobody needs to be told of any more. Answers whether there were any; stale where
 * another worker has moved it on.
 */
export async function passOver(deps: Deps, report: ReportRow): Promise<boolean> {
  const shop = await loadShop(deps.sql, report.shop_id);
  const weekAgo = addTime(nowAt(shop, deps.clock), -EMPTY_DAYS_BACK_ms);
  if (report.until_at > weekAgo) return false;
  const first = await firstHappening(deps, report);
  const cutOff = cutOffOfShop(shop);
  const next = businessDayOf(first !== null && first < weekAgo ? first : weekAgo, cutOff);
  if (next <= report.business_day) return false;
  const { numUpdatedRows } = await deps.sql
    .updateTable('daily_report')
    .set({ business_day: next, from_at: cutOffOf(addDays(next, -1), cutOff), until_at: cutOffOf(next, cutOff) })
    .where('id', '=', report.id)
    .where('status', '=', 'OPEN')
    .where('business_day', '=', report.business_day)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new StaleError(`${report.id} is no longer about ${report.business_day}.`);
  return true;
}

/** What belongs into a report and comes first after its beginning; a closing at a cut-off belongs to the day it ends. */
async function firstHappening(deps: Deps, { shop_id: shopId, from_at: from }: ReportRow): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from (
      select min(created_at) as at from transaction where shop_id = ${shopId} and created_at >= ${from}
      union all select min(created_at) from refund where shop_id = ${shopId} and created_at >= ${from}
      union all select min(closed_at) - interval '1 millisecond' from remittance
        where shop_id = ${shopId} and closed_at > ${from}
    ) as happened`.execute(deps.sql);
  return rows[0]?.at ?? null;
}
