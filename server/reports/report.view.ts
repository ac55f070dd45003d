import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { May, SEE_REPORT } from '../api/rules.js';
import type { MailFault } from '../core/mailer-port.js';
import { ReportLocaleEnum } from '../members/shop-settings.view.js';
import type { ReportRow } from './daily-report.js';
import type { MailAttemptRow, MailRow } from './report-mail.js';

const described = (meanings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(meanings).map(([name, description]) => [name, { description }]));

export const DailyReportStatusEnum = enumOf(['NOT_SENT', 'SENDING', 'SENT', 'FAILED']);
registerEnumType(DailyReportStatusEnum, {
  name: 'DailyReportStatus',
  description: 'What became of a report.',
  valuesConfig: described({
    NOT_SENT: 'Made and kept, and mailed to nobody: there was no recipient, or there is no mail server.',
    SENDING: 'Waits for its first or next try with one recipient at least.',
    SENT: 'The mail server has taken it for every recipient.',
    FAILED: 'For one recipient at least it was refused for good, or given up after three days.',
  }),
});
export type DailyReportStatus = 'NOT_SENT' | 'SENDING' | 'SENT' | 'FAILED';

export const ReportMailStatusEnum = enumOf(['PENDING', 'SENT', 'REFUSED', 'ABANDONED']);
registerEnumType(ReportMailStatusEnum, {
  name: 'ReportMailStatus',
  description: 'What became of a report on its way to one recipient.',
  valuesConfig: described({
    PENDING: 'Waits for its first or next try.',
    SENT: 'The mail server has taken it.',
    REFUSED: 'The mail server refuses it for good (5yz).',
    ABANDONED: 'Ten tries failed over three days.',
  }),
});

const FAULTS: Readonly<Record<MailFault, string>> = {
  CONNECTION_REFUSED: 'The mail server cannot be reached.',
  CONNECTION_BROKEN: 'The line broke before there was an answer.',
  TLS_FAILED: 'The mail server has no TLS, or its certificate does not hold.',
  TIMED_OUT: 'There was no answer in time.',
  SIGN_IN_REFUSED: 'The mail server does not accept our name and password.',
  NO_MAIL_SERVER: 'This installation has no mail server.',
};
export const MailFaultEnum = enumOf(Object.keys(FAULTS) as MailFault[]);
registerEnumType(MailFaultEnum, {
  name: 'MailFault',
  description: 'Why a mail server said neither yes nor no.',
  valuesConfig: described(FAULTS),
});

@ObjectType('ReportMailTry', { description: 'One try to hand a report to the mail server.' })
@May(SEE_REPORT)
export class MailTryView {
  @Field(() => Int, { description: 'Its number, from 1.' })
  readonly number: number;

  @Field(() => GraphQLDateTime, { description: 'When it began, in real time.' })
  readonly at: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it took, in milliseconds; null while it is under way, and when its process died.',
  })
  readonly durationMs: number | null;

  @Field(() => Int, { nullable: true, description: 'SMTP reply code; null when there was no answer.' })
  readonly replyCode: number | null;

  @Field(() => String, { nullable: true, description: 'The first 200 bytes of the reply.' })
  readonly reply: string | null;

  @Field(() => MailFaultEnum, { nullable: true, description: 'Why there was no answer; null when there was one.' })
  readonly fault: MailFault | null;

  constructor(row: MailAttemptRow) {
    this.number = row.number;
    this.at = row.at;
    this.durationMs = row.duration_ms;
    this.replyCode = row.reply_code;
    this.reply = row.reply;
    this.fault = row.fault as MailFault | null;
  }
}

@ObjectType('ReportMail', { description: 'A report on its way to one recipient.' })
@May(SEE_REPORT)
export class ReportMailView {
  @Field(() => ID, { description: 'Its id, `mail_…`.' })
  readonly id: string;

  @Field(() => String, { description: 'Whom it is for.' })
  readonly recipient: string;

  @Field(() => ReportMailStatusEnum, { description: 'What became of it.' })
  readonly status: MailRow['status'];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it is tried next, by the shop's clock; null at its end.",
  })
  readonly nextTryAt: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was taken, refused or given up, by the shop's clock.",
  })
  readonly endedAt: Date | null;

  constructor(row: MailRow) {
    this.id = row.id;
    this.recipient = row.recipient;
    this.status = row.status;
    this.nextTryAt = row.status === 'PENDING' ? row.due_at : null;
    this.endedAt = row.ended_at;
  }
}

@ObjectType('DailyReport', { description: 'The report of a business day, as it was mailed. It never changes.' })
@May(SEE_REPORT)
export class DailyReportView {
  @Field(() => ID, { description: 'Its id, `rep_…`.' })
  readonly id: string;

  @Field(() => GraphQLLocalDate, { description: "Its business day, in the shop's calendar." })
  readonly businessDay: string;

  @Field(() => GraphQLDateTime, { description: 'The first instant of the day: the cut-off before.' })
  readonly from: Date;

  @Field(() => GraphQLDateTime, { description: 'The cut-off that ended it; belongs to the next day.' })
  readonly until: Date;

  @Field(() => GraphQLDateTime, { description: "When it was made, by the shop's clock." })
  readonly madeAt: Date;

  @Field(() => ReportLocaleEnum, { description: 'Its language.' })
  readonly locale: 'fr' | 'en';

  @Field(() => String, { description: 'Its subject.' })
  readonly subject: string;

  @Field(() => String, { description: 'What it says, as plain text.' })
  readonly text: string;

  @Field(() => String, {
    description: 'What it says, as HTML. For showing in a frame that runs no scripts (`sandbox`).',
  })
  readonly html: string;

  @Field(() => String, { description: 'The attached file: the transactions of the day (CSV, RFC 4180).' })
  readonly csv: string;

  constructor(row: ReportRow) {
    this.id = row.id;
    this.businessDay = row.business_day;
    this.from = row.from_at;
    this.until = row.until_at;
    this.madeAt = there(row.made_at);
    this.locale = there(row.locale) as 'fr' | 'en';
    this.subject = there(row.subject);
    this.text = there(row.text);
    this.html = there(row.html);
    this.csv = there(row.csv);
  }
}

function there<T>(value: T | null): T {
  if (value === null) throw new Error('Only a report that is made is shown.');
  return value;
}

@InputType('SendDailyReportInput', { description: 'Which report to mail again.' })
export class SendDailyReportInput {
  @Field(() => String, { description: '1–255 characters. The same key and input give the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the report, `rep_…`.' })
  reportId!: string;
}
