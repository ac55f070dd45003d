import type { Selectable } from 'kysely';
import { newId } from '../core/identifiers.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { ReportMailAttemptTable, ReportMailTable } from '../database/report-tables.js';
import type { ReportRow } from './daily-report.js';

/** A report on its way to one recipient. */
export type MailRow = Selectable<ReportMailTable>;
export type MailAttemptRow = Selectable<ReportMailAttemptTable>;

/** Due at once. */
export function newMail(deps: Deps, report: ReportRow, recipient: string, at: Date): MailRow {
  return {
    id: newId('reportMail', deps),
    shop_id: report.shop_id,
    report_id: report.id,
    recipient,
    status: 'PENDING',
    attempts: 0,
    attempts_before: 0,
    due_at: at,
    leased_until: null,
    created_at: at,
    ended_at: null,
  };
}

/** Those of several reports, in the order in which their recipients came to be. */
export function listMails(database: Sql, reportIds: readonly string[]): Promise<MailRow[]> {
  return database
    .selectFrom('report_mail')
    .selectAll()
    .where('report_id', 'in', reportIds)
    .orderBy('created_at')
    .orderBy('recipient')
    .execute();
}

/** All attempts of several mails, in order. */
export function listAttempts(database: Sql, mailIds: readonly string[]): Promise<MailAttemptRow[]> {
  return database
    .selectFrom('report_mail_attempt')
    .selectAll()
    .where('mail_id', 'in', mailIds)
    .orderBy('mail_id')
    .orderBy('number')
    .execute();
}
