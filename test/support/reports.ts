import { sql } from 'kysely';
import { openReports } from '../../server/reports/open-report.js';
import { makeReports } from '../../server/reports/make-reports.js';
import type { House } from './house.js';

/** Ends the running day of a shop before its time, as if its cut-off were now. Answers the id of its report. */
export async function endDayNow(house: House, shopId: string): Promise<string> {
  const { deps } = house.server.app;
  await openReports(deps, shopId);
  const { rows } = await sql<{ id: string }>`
    update daily_report set business_day = business_day - 1, from_at = from_at - interval '1 day',
      until_at = ${deps.clock.now()}
    where shop_id = ${shopId} and status = 'OPEN' returning id`.execute(deps.sql);
  await makeReports(deps);
  const [report] = rows;
  if (!report) throw new Error('No day is running.');
  return report.id;
}
