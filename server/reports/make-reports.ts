/**
 * Makes the report of each business day that has ended, once: as soon as the bank has answered every remittance that closed
 * with it, and an hour after the cut-off at the latest, saying then that it has not answered.
 */
import { sql } from 'kysely';
import { THE_TILL } from '../core/caller.js';
import { addDays, HOUR_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { mayTryAgain, Writes } from '../database/writes.js';
import { closeDueRemittances } from '../remittance/close-remittance.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { OPEN_ANSWERS } from './answered.js';
import { asHtml } from './as-html.js';
import { asText } from './as-text.js';
import { layoutOf } from './day-layout.js';
import { recordReport, REPORT_COLUMNS, type ReportRow } from './daily-report.js';
import { linksOf } from './links.js';
import { newReport, openReports, passOver } from './open-report.js';
import { readDay, type Day } from './read-day.js';
import { newMail } from './report-mail.js';
import { transactionsCsv } from './transactions-csv.js';
import { Words } from './words.js';

/** How long after its cut-off a report waits for the bank, by the shop's clock. */
export const WAIT_FOR_BANK_ms = HOUR_ms;

/** Answers how many were made or passed over. */
export async function makeReports(deps: Deps): Promise<number> {
  await openReports(deps);
  const due = await findDue(deps);
  // What is to close with the day is closed before the day is told, whichever worker is about to do it.
  if (due.length > 0) await closeDueRemittances(deps);
  let done = 0;
  for (const report of due) {
    try {
      if ((await passOver(deps, report)) || (await makeReport(deps, report))) done += 1;
    } catch (error) {
      // Another worker has made it: all the better. Whatever else it is, the other shops' days do not wait for it.
      if (!mayTryAgain(error)) deps.log.error('report: could not be made', { error, report: report.id });
    }
  }
  return done;
}

function findDue(deps: Deps): Promise<ReportRow[]> {
  const now = sql<Date>`${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond'`;
  return deps.sql
    .selectFrom('daily_report')
    .innerJoin('shop', 'shop.id', 'daily_report.shop_id')
    .select(REPORT_COLUMNS.map(name => `daily_report.${name}` as const))
    .where('daily_report.status', '=', 'OPEN')
    .where('daily_report.until_at', '<=', now)
    .orderBy('daily_report.until_at')
    .execute();
}

/** Answers false while the bank's word is still waited for. */
async function makeReport(deps: Deps, report: ReportRow): Promise<boolean> {
  const shop = await loadShop(deps.sql, report.shop_id);
  const madeAt = nowAt(shop, deps.clock);
  const mayWait = madeAt.getTime() < report.until_at.getTime() + WAIT_FOR_BANK_ms;
  if (mayWait && (await isAwaitingBank(deps, report))) return false;
  const day = await readDay(deps.sql, report);
  const made = await letterOf(deps, shop, report, madeAt, day);
  const writes = new Writes();
  const recipients = deps.mailer.isConnected ? shop.report_recipients : [];
  const happening = { event: 'MADE', actor: THE_TILL, at: madeAt, facts: { recipients: recipients.length } } as const;
  recordReport(writes, deps, report, happening, { ...made, status: 'MADE', made_at: madeAt });
  for (const recipient of recipients) writes.insert('report_mail', newMail(deps, report, recipient, madeAt));
  const next = newReport(deps, shop, addDays(report.business_day, 1), report.until_at);
  await deps.sql.transaction().execute(async unit => {
    await writes.commit(unit);
    // In a statement of its own: the unique key of the open one would meet both rows in one.
    await new Writes().insert('daily_report', { ...next, message: null }).commit(unit);
  });
  deps.nudge('OUTBOX');
  deps.nudge('MAIL');
  return true;
}

/** Asked by itself, and again and again for an hour if need be: the whole day is read once it is told. */
async function isAwaitingBank(deps: Deps, { shop_id, business_day, until_at }: ReportRow): Promise<boolean> {
  const waiting = await deps.sql
    .selectFrom('remittance')
    .select('id')
    .where('shop_id', '=', shop_id)
    .where('business_day', '=', business_day)
    .where('status', 'in', [...OPEN_ANSWERS])
    .where(row => row.or([row('status', '<>', 'OPEN'), row('due_at', '<=', until_at)]))
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

async function letterOf(deps: Deps, shop: ShopRow, report: ReportRow, madeAt: Date, day: Day) {
  const locale = shop.report_locale;
  const words = new Words(deps.texts, locale, shop.time_zone);
  const layout = layoutOf(words, linksOf(deps.publicUrl, report), shop, report, madeAt, day);
  const parts = {
    subject: layout.title,
    text: asText(layout),
    html: asHtml(layout),
    csv: transactionsCsv(day.transactions),
  };
  const message = await deps.mailer.compose({
    messageId: messageIdOf(deps.publicUrl, report),
    // Of the day, not of the worker: a report that is made late is still that day's.
    date: report.until_at,
    subject: parts.subject,
    text: parts.text,
    html: parts.html,
    language: locale,
    attachment: {
      filename: `transactions-${report.business_day}.csv`,
      contentType: 'text/csv; charset=utf-8; header=present',
      content: parts.csv,
    },
  });
  return { ...parts, locale, message };
}

/** One name for one shop and day, for ever: mail readers show a report that comes twice once. */
export function messageIdOf(publicUrl: string, { shop_id, business_day }: ReportRow): string {
  const { hostname } = new URL(publicUrl);
  return `<daily.${business_day}.${shop_id}@${hostname.replaceAll(/[^\w.-]/g, '')}>`;
}
