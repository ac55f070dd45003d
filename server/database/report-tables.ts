/**
 * The tables of the day by e-mail, as `tables.ts` has the others.
 */
export interface DailyReportTable {
  id: string;
  shop_id: string;
  business_day: string;
  /** Its first instant, by the shop's clock: the cut-off before. */
  from_at: Date;
  /** The cut-off that ends it; belongs to the next. */
  until_at: Date;
  status: 'OPEN' | 'MADE';
  /** How many events there are of it. */
  sequence: number;
  /** The rest is null while the day is running, and never changes once it is made. */
  locale: string | null;
  subject: string | null;
  text: string | null;
  html: string | null;
  csv: string | null;
  /** The whole message (RFC 5322), as every recipient gets it. */
  message: Uint8Array | null;
  created_at: Date;
  made_at: Date | null;
}

export interface ReportMailTable {
  id: string;
  shop_id: string;
  report_id: string;
  recipient: string;
  status: 'PENDING' | 'SENT' | 'REFUSED' | 'ABANDONED';
  /** How often it was begun to be sent; the fence of its lease. */
  attempts: number;
  /** How many of those were before somebody asked to send it again. */
  attempts_before: number;
  /** By the shop's clock. */
  due_at: Date;
  /** In real time. */
  leased_until: Date | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface ReportMailAttemptTable {
  mail_id: string;
  number: number;
  shop_id: string;
  /** Real time. */
  at: Date;
  /** The rest is null while it is under way, and for ever when its process died. */
  duration_ms: number | null;
  reply_code: number | null;
  fault: string | null;
  reply: string | null;
}

export interface ReportTables {
  daily_report: DailyReportTable;
  report_mail: ReportMailTable;
  report_mail_attempt: ReportMailAttemptTable;
}

/** What a shop has set about its reports, and the version of its settings. */
export interface ReportSettings {
  sequence: number;
  report_recipients: string[];
  report_locale: 'fr' | 'en';
}
