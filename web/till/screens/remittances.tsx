import Head from 'next/head';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { type ReactElement, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { calendarDay, zoneName } from '../../ui/format-time.ts';
import { Status } from '../../ui/status.tsx';
import { mayValidate, shopNow, useTill } from '../context.ts';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { PageProblem } from '../parts/problem.tsx';
import { Empty, Skeleton, Time } from '../parts/small.tsx';
import { CloseRemittanceMutation, RemittancesQuery, type RemittanceRow } from '../queries/remittances.queries.ts';
import { answerOf } from '../parts/answer.ts';
import { useAgain } from './use-again.ts';

const PAGE_SIZE = 30;

export function RemittancesScreen(): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const router = useRouter();
  const after = new URLSearchParams(router.asPath.split('?')[1] ?? '').get('after');
  const [{ data, error }, ask] = useQuery({
    query: RemittancesQuery,
    variables: { first: PAGE_SIZE, after, locale: language },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const all = data?.remittances.edges.map(({ node }) => node);
  useAgain(again, all?.some(({ status }) => status === 'CLOSED' || status === 'SENT') ?? false);
  const open = all?.filter(({ status }) => status === 'OPEN') ?? [];
  const past = all?.filter(({ status }) => status !== 'OPEN') ?? [];
  return (
    <>
      <Head>
        <title>{`${t('till.screen.remittances')} – ${till.me.shop.name}`}</title>
      </Head>
      <div className="title">
        <h1>{t('till.screen.remittances')}</h1>
        <p className="soft">{t('till.list.zone', { zone: zoneName(till, shopNow(till)) })}</p>
      </div>
      {!all && error && <PageProblem error={error} t={t} again={again} />}
      {!all && !error && (
        <div className="panel">
          <Skeleton lines={4} />
        </div>
      )}
      <div className="open-ones">
        {open.map(remittance => (
          <OpenRemittance key={remittance.id} remittance={remittance} again={again} />
        ))}
      </div>
      {all?.length === 0 && <Empty title={t('till.remittances.none')}>{t('till.remittances.noneYet')}</Empty>}
      {past.length > 0 && <PastRemittances past={past} />}
      {data?.remittances.pageInfo.hasNextPage && (
        <nav className="pages" aria-label={t('till.list.pages')}>
          <Link
            href={`/till/remittances?after=${encodeURIComponent(data.remittances.pageInfo.endCursor ?? '')}`}
            shallow
            prefetch={false}
          >
            {t('till.list.older')}
          </Link>
        </nav>
      )}
    </>
  );
}

function ToItems({ id }: { readonly id: string }): ReactElement {
  const { t } = useTill();
  return (
    <p>
      <Link href={`/till/remittances/${id}`} shallow prefetch={false}>
        {t('till.remittance.seeItems')}
      </Link>
    </p>
  );
}

function OpenRemittance(props: { readonly remittance: RemittanceRow; readonly again: () => void }): ReactElement {
  const { t, language, me } = useTill();
  const { remittance, again } = props;
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  const holds = remittance.debitCount + remittance.creditCount > 0;
  const title = t('till.remittance.openTitle', { currency: remittance.currency });
  return (
    <section className="panel open-remittance" aria-label={title}>
      <div className="title">
        <h2>{title}</h2>
        <Status kind="remittanceStatus" status={remittance.status} t={t} />
      </div>
      <dl className="sums">
        <Sum name={t('till.remittance.debits', { count: remittance.debitCount })} sum={remittance.debits.formatted} />
        <Sum
          name={t('till.remittance.credits', { count: remittance.creditCount })}
          sum={remittance.credits.formatted}
        />
        <div>
          <dt>{t('till.remittance.closesIn')}</dt>
          <dd>
            <Countdown until={remittance.dueAt} />
          </dd>
        </div>
      </dl>
      <p className="soft">
        {t('till.remittance.closesAt')} <Time at={remittance.dueAt} /> ·{' '}
        {t('till.remittance.day', { day: calendarDay(language, remittance.businessDay, true) })}
      </p>
      {holds && <ToItems id={remittance.id} />}
      {mayValidate(me) && (
        <button type="button" className="plain" disabled={!holds} onClick={() => setAsking(true)}>
          {t('till.remittance.closeNow')}
        </button>
      )}
      {isAsking && (
        <AskDialog
          title={t('till.remittance.closeTitle', { currency: remittance.currency })}
          effect={t('till.remittance.closeEffect', {
            debits: remittance.debits.formatted,
            credits: remittance.credits.formatted,
          })}
          go={t('till.remittance.closeNow')}
          send={async idempotencyKey => {
            const input = { idempotencyKey, remittanceId: remittance.id };
            const { data, error } = await client
              .mutation(CloseRemittanceMutation, { input, locale: language })
              .toPromise();
            return answerOf(data?.closeRemittance, error);
          }}
          onClose={() => {
            setAsking(false);
            again();
          }}
        />
      )}
    </section>
  );
}

export function Sum({ name, sum }: { readonly name: string; readonly sum: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{sum}</dd>
    </div>
  );
}

function PastRemittances({ past }: { readonly past: readonly RemittanceRow[] }): ReactElement {
  const { t, language } = useTill();
  const router = useRouter();
  return (
    <table className="rows">
      <caption className="unseen">{t('till.remittances.past')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('till.remittance.number')}</th>
          <th scope="col">{t('till.remittance.businessDay')}</th>
          <th scope="col">{t('till.column.status')}</th>
          <th scope="col" className="amount">
            {t('till.remittance.captures')}
          </th>
          <th scope="col" className="amount">
            {t('till.refunds.title')}
          </th>
          <th scope="col">{t('till.remittance.closed')}</th>
        </tr>
      </thead>
      <tbody>
        {past.map(row => (
          <tr
            key={row.id}
            onClick={event => {
              if (event.target instanceof Element && event.target.closest('a')) return;
              void router.push(`/till/remittances/${row.id}`, undefined, { shallow: true });
            }}
          >
            <td className="reference">
              <Link href={`/till/remittances/${row.id}`} shallow prefetch={false} data-row>
                {t('till.remittance.name', { number: row.number })} {row.currency}
              </Link>
            </td>
            <td className="time">{calendarDay(language, row.businessDay, true)}</td>
            <td className="status-cell">
              <Status kind="remittanceStatus" status={row.status} t={t} />
            </td>
            <td className="amount number">
              <span>{row.debits.formatted}</span>{' '}
              <small>{t('till.remittance.debits', { count: row.debitCount })}</small>
            </td>
            <td className="amount number">
              <span>{row.credits.formatted}</span>{' '}
              <small>{t('till.remittance.credits', { count: row.creditCount })}</small>
            </td>
            <td className="deadline">{row.closedAt && <Time at={row.closedAt} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
