import Head from 'next/head';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { zoneName } from '../../ui/format-time.ts';
import { shopNow, useTill } from '../context.ts';
import { Pages } from '../parts/pages.tsx';
import { Empty } from '../parts/small.tsx';
import { PageProblem } from '../parts/problem.tsx';
import { TransactionsQuery } from '../queries/transactions.queries.ts';
import { useNewcomers } from './newcomers.ts';
import { Filters } from './transaction-filters.tsx';
import { TransactionTable } from './transaction-table.tsx';
import { type ListView, WHOLE_VIEW, addressOf, filterOf, isFiltered, viewOf } from './view.ts';

export const PAGE_SIZE = 50;

export function TransactionsScreen(): ReactElement {
  const till = useTill();
  const { t, timeZone, language } = till;
  const router = useRouter();
  const view = useMemo(() => viewOf(router.asPath), [router.asPath]);
  const filter = useMemo(() => filterOf(view, timeZone), [view, timeZone]);
  const [{ data, error, fetching }, ask] = useQuery({
    query: TransactionsQuery,
    variables: { filter, first: PAGE_SIZE, after: view.after, locale: language },
    requestPolicy: 'cache-and-network',
  });
  const rows = useMemo(() => data?.transactions.edges.map(({ node }) => node), [data]);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const newcomers = useNewcomers({ view, filter, rows, again });
  const { listAddress } = till;
  useEffect(() => listAddress.set(router.asPath), [listAddress, router.asPath]);
  const go = (next: ListView): void => {
    void router.replace(addressOf(next), undefined, { shallow: true, scroll: false });
  };
  return (
    <>
      <Head>
        <title>{`${t('till.screen.transactions')} – ${till.me.shop.name}`}</title>
      </Head>
      <div className="title">
        <h1>{t('till.screen.transactions')}</h1>
        <p className="soft">{t('till.list.zone', { zone: zoneName(till, shopNow(till)) })}</p>
      </div>
      <Filters view={view} go={go} />
      <div className="newcomers" role="status">
        {newcomers.count > 0 && (
          <button type="button" className="pill" onClick={newcomers.show}>
            {t('till.list.newcomers', { count: newcomers.count })}
          </button>
        )}
      </div>
      {error && !rows ? (
        <PageProblem error={error} t={t} again={again} />
      ) : (
        <TransactionTable rows={rows} busy={fetching} hands={newcomers.hands} />
      )}
      {rows?.length === 0 && <NothingHere view={view} />}
      {data && <Pages view={view} page={data.transactions.pageInfo} addressOf={addressOf} />}
    </>
  );
}

function NothingHere({ view }: { readonly view: ListView }): ReactElement {
  const { t } = useTill();
  if (!isFiltered(view)) return <Empty title={t('till.list.none')}>{t('till.list.noneYet')}</Empty>;
  return (
    <Empty title={t('till.list.noneLike')}>
      <Link href={addressOf(WHOLE_VIEW)} shallow prefetch={false}>
        {t('till.list.clear')}
      </Link>
    </Empty>
  );
}
