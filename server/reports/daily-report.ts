/**
 * The report of a business day as the verbs read it, and the only way to change it: by recording what happened.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { DailyReportTable } from '../database/report-tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

/** Without the message itself, which may be long and is wanted only when it is sent. */
export type ReportRow = Omit<Selectable<DailyReportTable>, 'message'>;

export const REPORT_COLUMNS = [
  'id',
  'shop_id',
  'business_day',
  'from_at',
  'until_at',
  'status',
  'sequence',
  'locale',
  'subject',
  'text',
  'html',
  'csv',
  'created_at',
  'made_at',
] as const satisfies readonly (keyof ReportRow)[];

export interface ReportHappening {
  readonly event: 'MADE' | 'SENDING_ASKED';
  readonly actor: Actor;
  /** By the shop's clock. */
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type ReportChanges = Partial<
  Pick<Selectable<DailyReportTable>, 'status' | 'locale' | 'subject' | 'text' | 'html' | 'csv' | 'message' | 'made_at'>
>;

/** Writes what happened to a report. Fails as stale when it is no longer the one that was read. */
export function recordReport(
  writes: Writes,
  deps: Deps,
  report: ReportRow,
  happening: ReportHappening,
  changes: ReportChanges = {},
): ReportRow {
  const columns = { ...changes, sequence: report.sequence + 1 };
  const { message: _, ...shown } = columns as ReportChanges & { readonly sequence: number };
  const row = { ...report, ...shown };
  tell(writes, deps, {
    shopId: row.shop_id,
    subject: 'REPORT',
    subjectId: row.id,
    transactionId: null,
    sequence: row.sequence,
    // That a day is running is nobody's doing, and told by no event.
    from: report.status === 'OPEN' ? 'NEW' : report.status,
    to: row.status,
    amount: null,
    currency: null,
    ...happening,
  });
  // Its day is no event's: it is moved on over days in which nothing happened.
  const { id, sequence, business_day } = report;
  writes.update('daily_report', { id, sequence, business_day }, columns);
  return row;
}

/** A report of this shop that is made; somebody else's and an absent one are refused alike. */
export async function requireReport(database: Sql, shopId: string, reportId: string): Promise<ReportRow> {
  const row = await database
    .selectFrom('daily_report')
    .select(REPORT_COLUMNS)
    .where('shop_id', '=', shopId)
    .where('id', '=', reportId)
    .where('status', '=', 'MADE')
    .executeTakeFirst();
  if (!row) throw refuse('NOT_FOUND', 'There is no such report.', 'reportId');
  return row;
}
