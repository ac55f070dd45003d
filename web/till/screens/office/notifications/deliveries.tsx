import Link from 'next/link';
import { useRouter } from 'next/router';
import { type ReactElement, useMemo } from 'react';
import { useQuery } from 'urql';
import { useTill } from '../../../context.ts';
import { Pages } from '../../../parts/pages.tsx';
import { PageProblem } from '../../../parts/problem.tsx';
import { Empty, Skeleton } from '../../../parts/small.tsx';
import { DeliveriesQuery, type EndpointShown } from '../../../queries/webhooks.queries.ts';
import { DeliveryFilters } from './delivery-filters.tsx';
import { DeliveryItem } from './delivery-item.tsx';
import { useAgainWhile } from './use-again-while.ts';
import { type DeliveryView, addressOf, viewOf } from './view.ts';

const PAGE_SIZE = 25;

/** What was sent, or is to be, newest first. What still waits is looked at again by itself. */
export function Deliveries(props: {
  readonly endpoints: readonly EndpointShown[];
  readonly onDone: (told: string) => void;
}): ReactElement {
  const { t } = useTill();
  const { endpoints, onDone } = props;
  const router = useRouter();
  const view = useMemo(() => viewOf(router.asPath), [router.asPath]);
  const [{ data, error, fetching }, ask] = useQuery({
    query: DeliveriesQuery,
    variables: { ...view, first: PAGE_SIZE },
    requestPolicy: 'cache-and-network',
  });
  const shown = data?.deliveries.edges.map(({ node }) => node);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  // Of the newest, more may come at any time.
  useAgainWhile(view.after === null || (shown ?? []).some(({ status }) => status === 'PENDING'), fetching, again);
  const go = (next: DeliveryView): void => {
    void router.replace(addressOf(next), undefined, { shallow: true, scroll: false });
  };
  return (
    <section aria-labelledby="deliveries-title">
      <h2 id="deliveries-title" className="over">
        {t('till.hooks.deliveries')}
      </h2>
      <DeliveryFilters view={view} endpoints={endpoints} go={go} />
      {!shown && error && <PageProblem error={error} t={t} again={again} />}
      {!shown && !error && (
        <div className="panel" aria-busy="true">
          <Skeleton lines={8} />
        </div>
      )}
      {shown?.length === 0 && <NothingHere view={view} />}
      {shown && shown.length > 0 && (
        <ul className="deliveries">
          {shown.map(delivery => (
            <DeliveryItem
              key={delivery.id}
              delivery={delivery}
              endpoint={endpoints.find(({ id }) => id === delivery.endpointId)}
              onDone={onDone}
            />
          ))}
        </ul>
      )}
      {data && <Pages view={view} page={data.deliveries.pageInfo} addressOf={addressOf} />}
    </section>
  );
}

function NothingHere({ view }: { readonly view: DeliveryView }): ReactElement {
  const { t } = useTill();
  if (view.endpointId === null && view.status === null)
    return <Empty title={t('till.hooks.nothingTold')}>{t('till.hooks.nothingToldYet')}</Empty>;
  return (
    <Empty title={t('till.hooks.nothingLike')}>
      <Link href="/till/notifications" shallow prefetch={false}>
        {t('till.list.clear')}
      </Link>
    </Empty>
  );
}
