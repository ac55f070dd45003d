import DataLoader from 'dataloader';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, createUnionType, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { loaderOf, shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, READ_REPORTS, SEND_REPORTS } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { countReports, listReports } from './list-reports.js';
import { listAttempts, listMails, type MailAttemptRow, type MailRow } from './report-mail.js';
import {
  DailyReportStatusEnum,
  DailyReportView,
  MailTryView,
  ReportMailView,
  SendDailyReportInput,
  type DailyReportStatus,
} from './report.view.js';
import { sendDailyReport } from './send-daily-report.js';

const DailyReportConnection = connectionTypes('DailyReport', DailyReportView);

const SendDailyReportResult = createUnionType({
  name: 'SendDailyReportResult',
  description: 'The report, due to be mailed, or why not.',
  types: () => [DailyReportView, Refusal] as const,
});

@Resolver(() => DailyReportView)
export class DailyReportResolver {
  @Query(() => DailyReportConnection, {
    description: 'The reports of the business days of this shop, the last day first.',
    complexity: ofPage,
  })
  @May(READ_REPORTS)
  async dailyReports(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<InstanceType<typeof DailyReportConnection>> {
    const { sql } = context.deps;
    const asked = requirePage(page);
    const { rows, pageInfo } = pageOf(await listReports(sql, shopOf(context), asked), asked);
    return DailyReportConnection.of(
      rows.map(row => new DailyReportView(row)),
      pageInfo,
      () => countReports(sql, shopOf(context)),
    );
  }

  @FieldResolver(() => DailyReportStatusEnum, { description: 'What became of it.' })
  async status(@Ctx() context: Context, @Root() { id }: DailyReportView): Promise<DailyReportStatus> {
    return statusOf(await mailsOf(context).load(id));
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "When the mail server had taken it for every recipient, by the shop's clock; null until then.",
  })
  async sentAt(@Ctx() context: Context, @Root() { id }: DailyReportView): Promise<Date | null> {
    const mails = await mailsOf(context).load(id);
    if (statusOf(mails) !== 'SENT') return null;
    return mails.reduce<Date | null>((last, { ended_at: at }) => (last && at && last > at ? last : at), null);
  }

  @FieldResolver(() => [ReportMailView], {
    description: 'Its way to each recipient.',
    complexity: ({ childComplexity }) => 5 * childComplexity,
  })
  async recipients(@Ctx() context: Context, @Root() { id }: DailyReportView): Promise<ReportMailView[]> {
    return (await mailsOf(context).load(id)).map(row => new ReportMailView(row));
  }

  @Mutation(() => SendDailyReportResult, {
    description: 'Mails a report again, byte for byte, to those who are to get reports now.',
  })
  @May(SEND_REPORTS)
  async sendDailyReport(
    @Ctx() context: Context,
    @Arg('input', () => SendDailyReportInput) input: SendDailyReportInput,
  ): Promise<DailyReportView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(
      async () => new DailyReportView(await sendDailyReport(deps, shopOf(context), actorOf(caller), input)),
    );
  }
}

@Resolver(() => ReportMailView)
export class ReportMailResolver {
  @FieldResolver(() => [MailTryView], {
    description: 'Every try, in order.',
    complexity: ({ childComplexity }) => 5 * childComplexity,
  })
  async tries(@Ctx() context: Context, @Root() mail: ReportMailView): Promise<MailTryView[]> {
    const attempts = await loaderOf(context, 'tries to mail', attemptsLoader).load(mail.id);
    return attempts.map(row => new MailTryView(row));
  }
}

function statusOf(mails: readonly MailRow[]): DailyReportStatus {
  if (mails.length === 0) return 'NOT_SENT';
  if (mails.some(({ status }) => status === 'PENDING')) return 'SENDING';
  return mails.every(({ status }) => status === 'SENT') ? 'SENT' : 'FAILED';
}

function mailsOf(context: Context): DataLoader<string, MailRow[]> {
  return loaderOf(
    context,
    'mails of reports',
    deps =>
      new DataLoader<string, MailRow[]>(async ids => {
        const byReport = Map.groupBy(await listMails(deps.sql, ids), row => row.report_id);
        return ids.map(id => byReport.get(id) ?? []);
      }),
  );
}

function attemptsLoader(deps: Deps): DataLoader<string, MailAttemptRow[]> {
  return new DataLoader(async ids => {
    const byMail = Map.groupBy(await listAttempts(deps.sql, ids), row => row.mail_id);
    return ids.map(id => byMail.get(id) ?? []);
  });
}
