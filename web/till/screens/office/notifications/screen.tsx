import { type ReactElement, useState } from 'react';
import { useQuery } from 'urql';
import { useTill } from '../../../context.ts';
import { PageProblem } from '../../../parts/problem.tsx';
import { Empty, Skeleton } from '../../../parts/small.tsx';
import { EndpointsQuery } from '../../../queries/webhooks.queries.ts';
import { Bar } from '../bar.tsx';
import { AddDialog } from './add-dialog.tsx';
import { Deliveries } from './deliveries.tsx';
import { Endpoints, type EndpointWish } from './endpoints.tsx';
import { RotateDialog } from './rotate-dialog.tsx';
import { type NewSecret, SecretShown } from './secret-shown.tsx';
import { SwitchDialog } from './switch-dialog.tsx';

type Asked = { readonly wish: 'add' } | EndpointWish;

export function NotificationsScreen(): ReactElement {
  const { t } = useTill();
  const [{ data, error }, ask] = useQuery({ query: EndpointsQuery, requestPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [made, setMade] = useState<NewSecret | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const close = (told: string | null): void => {
    setAsked(null);
    if (told !== null) setDone(told);
    again();
  };
  const endpoints = data?.webhookEndpoints;
  return (
    <>
      <Bar done={done}>
        <button type="button" onClick={() => setAsked({ wish: 'add' })}>
          {t('till.hooks.add')}
        </button>
      </Bar>
      {!endpoints && error && <PageProblem error={error} t={t} again={again} />}
      {!endpoints && !error && <Loading />}
      {endpoints?.length === 0 && <Empty title={t('till.hooks.none')}>{t('till.hooks.noneYet')}</Empty>}
      {endpoints && endpoints.length > 0 && (
        <>
          <Endpoints endpoints={endpoints} onWish={setAsked} />
          <Deliveries endpoints={endpoints} onDone={setDone} />
        </>
      )}
      {asked && (
        <Dialogs
          asked={asked}
          onMade={secret => {
            close(null);
            setMade(secret);
          }}
          onClose={close}
        />
      )}
      {made && <SecretShown made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function Loading(): ReactElement {
  return (
    <div className="panel" aria-busy="true">
      <Skeleton lines={6} />
    </div>
  );
}

function Dialogs(props: {
  readonly asked: Asked;
  readonly onMade: (made: NewSecret) => void;
  readonly onClose: (told: string | null) => void;
}): ReactElement {
  const { asked, onMade, onClose } = props;
  switch (asked.wish) {
    case 'add':
      return <AddDialog onMade={onMade} onClose={onClose} />;
    case 'rotate':
      return <RotateDialog endpoint={asked.endpoint} onMade={onMade} onClose={() => onClose(null)} />;
    case 'disable':
    case 'enable':
      return <SwitchDialog endpoint={asked.endpoint} on={asked.wish === 'enable'} onClose={onClose} />;
  }
}
