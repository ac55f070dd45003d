import Head from 'next/head';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { useClient, useQuery } from 'urql';
import type { TillReportMailsQuery } from '../../graphql/generated/till/graphql.ts';
import { calendarDay } from '../../ui/format-time.ts';
import { Status } from '../../ui/status.tsx';
import { useTill } from '../context.ts';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { PageProblem } from '../parts/problem.tsx';
import { Empty, Skeleton, Time } from '../parts/small.tsx';
import { ReportMailsQuery, ReportQuery, ReportsQuery, SendReportMutation } from '../queries/reports.queries.ts';
import { answerOf } from '../parts/answer.ts';
import { Recipients } from './recipients.tsx';

const LISTED = 60;

/** The mail of each business day, as it was sent: for accountants. */
export function ReportsScreen({ id }: { readonly id: string | null }): ReactElement {
  const till = useTill();
  const { t, language, me } = till;
  const [{ data, error }, ask] = useQuery({
    query: ReportsQuery,
    variables: { first: LISTED },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const edges = data?.dailyReports.edges;
  const at = edges?.findIndex(({ node }) => node.id === id) ?? -1;
  const shown = at < 0 ? 0 : at;
  return (
    <>
      <Head>
        <title>{`${t('till.screen.reports')} – ${me.shop.name}`}</title>
      </Head>
      <div className="title">
        <h1>{t('till.screen.reports')}</h1>
      </div>
      {!edges && error && <PageProblem error={error} t={t} again={again} />}
      {!edges && !error && <Skeleton lines={6} />}
      {edges?.length === 0 && (
        <Empty title={t('till.reports.none')}>{t('till.reports.noneYet', { time: me.shop.cutOff })}</Empty>
      )}
      {edges && edges.length > 0 && (
        <div className="reports">
          <nav aria-label={t('till.reports.days')}>
            <ul>
              {edges.map(({ node }, place) => (
                <li key={node.id}>
                  <Link
                    href={`/till/reports/${node.id}`}
                    shallow
                    prefetch={false}
                    data-row
                    aria-current={place === shown ? 'true' : undefined}
                  >
                    <span>{calendarDay(language, node.businessDay, true)}</span>
                    <Status kind="reportStatus" status={node.status} t={t} />
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Report key={edges[shown]?.node.id} after={edges[shown - 1]?.cursor ?? null} again={again} />
        </div>
      )}
      <Recipients />
    </>
  );
}

function Report({ after, again }: { readonly after: string | null; readonly again: () => void }): ReactElement {
  const { t } = useTill();
  const [{ data, error }, ask] = useQuery({ query: ReportQuery, variables: { after } });
  const report = data?.dailyReports.edges[0]?.node;
  if (error && !report) return <PageProblem error={error} t={t} again={() => ask({ requestPolicy: 'network-only' })} />;
  if (!report) return <Skeleton lines={10} />;
  return (
    <article className="report">
      <div className="title">
        <h2>{report.subject}</h2>
        <p className="soft">
          {report.sentAt ? t('till.reports.sent') : t('till.reports.made')} <Time at={report.sentAt ?? report.madeAt} />
        </p>
      </div>
      <ReportWays report={report} after={after} again={again} />
      {/* A document of its own, which may neither run anything nor lead this page elsewhere. */}
      <iframe
        className="mail"
        title={report.subject}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/till/mail${after === null ? '' : `?after=${encodeURIComponent(after)}`}`}
      />
    </article>
  );
}

function ReportWays(props: {
  readonly report: { readonly id: string; readonly businessDay: string; readonly csv: string };
  readonly after: string | null;
  readonly again: () => void;
}): ReactElement {
  const { t } = useTill();
  const { report, after, again } = props;
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  const [{ data }, askMails] = useQuery({ query: ReportMailsQuery, variables: { after } });
  const mails = data?.dailyReports.edges[0]?.node.recipients ?? [];
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([report.csv], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${report.businessDay}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Mails mails={mails} />
      <div className="buttons">
        <button type="button" className="plain" onClick={() => setAsking(true)}>
          {t('till.reports.again')}
        </button>
        <button type="button" className="plain" onClick={download}>
          {t('till.reports.csv')}
        </button>
      </div>
      {isAsking && (
        <AskDialog
          title={t('till.reports.again')}
          effect={t('till.reports.againEffect')}
          go={t('till.reports.again')}
          send={async idempotencyKey => {
            const input = { idempotencyKey, reportId: report.id };
            const { data: told, error } = await client.mutation(SendReportMutation, { input }).toPromise();
            return answerOf(told?.sendDailyReport, error);
          }}
          onClose={() => {
            setAsking(false);
            again();
            askMails({ requestPolicy: 'network-only' });
          }}
        />
      )}
    </>
  );
}

type Mail = TillReportMailsQuery['dailyReports']['edges'][number]['node']['recipients'][number];

function Mails({ mails }: { readonly mails: readonly Mail[] }): ReactElement | null {
  const { t } = useTill();
  if (mails.length === 0) return null;
  return (
    <ul className="mails">
      {mails.map(mail => (
        <li key={mail.id}>
          {mail.recipient} <Status kind="mailStatus" status={mail.status} t={t} />
          {mail.nextTryAt && (
            <span className="soft">
              {t('till.reports.nextTry')} <Time at={mail.nextTryAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
