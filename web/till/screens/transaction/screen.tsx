import dynamic from 'next/dynamic';
import Head from 'next/head';
import Link from 'next/link';
import { type ReactElement, useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { Status } from '../../../ui/status.tsx';
import { statusWord } from '../../../ui/status-words.ts';
import { fullTime } from '../../../ui/format-time.ts';
import { useTill } from '../../context.ts';
import { useLiveEvents } from '../../live.ts';
import { PageProblem } from '../../parts/problem.tsx';
import { NotHere, Skeleton } from '../../parts/small.tsx';
import { TransactionQuery, type TransactionWhole } from '../../queries/transaction.queries.ts';
import { useStore } from '../../store.ts';
import { Actions } from './actions.tsx';
import { Bank } from './bank.tsx';
import { Card } from './card.tsx';
import { MoneyBar } from './money-bar.tsx';
import { Refunds } from './refunds.tsx';
import { Story } from './story.tsx';
import { ThreeDSecure } from './three-d-secure.tsx';
import { Timeline } from './timeline.tsx';

/** Only accountants need it: fetched by their browsers alone. */
const ToldEndpoints = dynamic(async () => (await import('./told.tsx')).ToldEndpoints, { ssr: false });

/** So much may happen at once that is shown by one look. */
const TOGETHER_ms = 150;

export function TransactionScreen({ id }: { readonly id: string }): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const [{ data, error, fetching }, ask] = useQuery({
    query: TransactionQuery,
    variables: { id, locale: language },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  useAgainWhenItChanges(id, again);
  const transaction = data?.transaction;
  return (
    <>
      <Head>
        <title>{`${transaction?.reference ?? t('till.transaction.title')} – ${till.me.shop.name}`}</title>
      </Head>
      <BackToList />
      {transaction && <Whole transaction={transaction} again={again} />}
      {!transaction && error && <PageProblem error={error} t={t} again={again} />}
      {!transaction && !error && (fetching || !data) && <Loading />}
      {data && transaction === null && !fetching && <NotHere title={t('till.transaction.none')} />}
    </>
  );
}

/** The list as it was, with its filters. */
function BackToList(): ReactElement {
  const { t, listAddress } = useTill();
  return (
    <Link href={useStore(listAddress)} shallow prefetch={false} className="back" data-back>
      {t('till.transaction.back')}
    </Link>
  );
}

function Whole(props: { readonly transaction: TransactionWhole; readonly again: () => void }): ReactElement {
  const till = useTill();
  const { t } = till;
  const { transaction, again } = props;
  return (
    <>
      <div className="title">
        <div>
          <h1>
            <span className="unseen">{t('till.transaction.title')} </span>
            <span className="number">{transaction.reference}</span>
          </h1>
          <p className="soft">
            {t('till.transaction.order', { order: transaction.orderId })}
            {' · '}
            <time dateTime={transaction.createdAt}>{fullTime(till, transaction.createdAt)}</time>
            {transaction.attempt > 1 && ` · ${t('till.transaction.attempt', { number: transaction.attempt })}`}
          </p>
        </div>
        <p className="standing-now" role="status">
          <span className="unseen">{statusWord('status', transaction.status, t)}</span>
          <span aria-hidden="true">
            <Status kind="status" status={transaction.status} t={t} />
          </span>
        </p>
      </div>
      <div className="two">
        <div>
          <Story transaction={transaction} />
          <MoneyBar transaction={transaction} />
          <Actions transaction={transaction} again={again} />
          <Refunds transaction={transaction} />
          <Timeline transaction={transaction} />
          <ToldEndpoints id={transaction.id} changed={transaction.updatedAt} />
        </div>
        <div>
          <Card transaction={transaction} />
          <ThreeDSecure transaction={transaction} />
          <Bank transaction={transaction} />
        </div>
      </div>
    </>
  );
}

function Loading(): ReactElement {
  return (
    <div className="two" aria-busy="true">
      <div>
        <div className="panel">
          <Skeleton lines={5} />
        </div>
        <div className="panel">
          <Skeleton lines={8} />
        </div>
      </div>
      <div className="panel">
        <Skeleton lines={8} />
      </div>
    </div>
  );
}

/** The feed brings what the list shows; the rest of this page is asked for again when it says that something happened. */
function useAgainWhenItChanges(id: string, again: () => void): void {
  const { live } = useTill();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useLiveEvents(live, ({ transaction }) => {
    if (transaction.id !== id) return;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      again();
    }, TOGETHER_ms);
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
}
