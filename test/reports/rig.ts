/**
 * Days of a shop that mails its reports: the remitting house with a mailbox, and a clock that stands still.
 */
import type { Selectable } from 'kysely';
import type { DailyReportTable } from '../../server/database/report-tables.js';
import type { Environment } from '../../server/env.js';
import { makeReports } from '../../server/reports/make-reports.js';
import { sendReports } from '../../server/reports/send-reports.js';
import { Rig } from '../remittance/rig.js';
import type { Email } from 'postal-mime';
import { openMailbox, type Listed, type TestMailbox } from '../support/mailbox.js';

export const BOOKS = 'books@shop.example';

/** A mail server on this machine, in the clear. */
export function mailServerAt(port: number): Environment['mailServer'] {
  return { host: '127.0.0.1', port, tls: 'NONE', user: null };
}

export interface MailedHouse {
  readonly rig: Rig;
  readonly mailbox: TestMailbox;
  close(): Promise<void>;
}

export async function openMailedHouse(start: string): Promise<MailedHouse> {
  const mailbox = await openMailbox();
  const rig = await Rig.start(start, {}, { mailServer: mailServerAt(mailbox.smtpPort) });
  return {
    rig,
    mailbox,
    close: async () => {
      await rig.stop();
      await mailbox.close();
    },
  };
}

/** Everything after this is about a new shop whose reports go to these. */
export async function newMailedShop(
  rig: Rig,
  recipients: readonly string[] = [BOOKS],
  changes: { readonly cutOff?: string; readonly locale?: 'fr' | 'en' } = {},
): Promise<string> {
  const shopId = await rig.newShop(changes.cutOff === undefined ? {} : { cutOff: changes.cutOff });
  await rig.deps.sql
    .updateTable('shop')
    .set({ report_recipients: [...recipients], report_locale: changes.locale ?? 'en', created_at: rig.clock.now() })
    .where('id', '=', shopId)
    .execute();
  // Those before it have nobody to write to any more.
  await rig.deps.sql.updateTable('shop').set({ report_recipients: [] }).where('id', '<>', shopId).execute();
  // The day that is running begins.
  await makeReports(rig.deps);
  return shopId;
}

/** What the worker does at the end of a day. */
export async function endDay(rig: Rig): Promise<void> {
  await rig.work();
  while ((await makeReports(rig.deps)) > 0);
  while ((await sendReports(rig.deps)) > 0);
}

export function reportsOf(rig: Rig, shopId = rig.shopId): Promise<Selectable<DailyReportTable>[]> {
  return rig.deps.sql
    .selectFrom('daily_report')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('status', '=', 'MADE')
    .orderBy('business_day')
    .execute();
}

/** The one letter that has come, as the server was told, as a stranger reads it, and as its bytes. */
export async function onlyLetter(mailbox: TestMailbox): Promise<{ listed: Listed; email: Email; raw: Buffer }> {
  const [listed, ...others] = await mailbox.list();
  if (!listed || others.length > 0) throw new Error(`There are ${others.length + (listed ? 1 : 0)} letters.`);
  return { listed, email: await mailbox.read(listed.id), raw: await mailbox.raw(listed.id) };
}
