import dynamic from 'next/dynamic';
import Head from 'next/head';
import type { ComponentType, ReactElement } from 'react';
import { mayAdminister, useTill } from '../../context.ts';
import { Empty, Skeleton } from '../../parts/small.tsx';
import type { OfficeScreen } from '../../route.ts';

/** Fetched when somebody goes there: whoever looks at transactions all day does not carry these. */
const later = (load: () => Promise<ComponentType>): ComponentType => dynamic(load, { ssr: false, loading: Loading });

const SCREENS: Readonly<Record<OfficeScreen, ComponentType>> = {
  notifications: later(async () => (await import('./notifications/screen.tsx')).NotificationsScreen),
  audit: later(async () => (await import('./audit/screen.tsx')).AuditScreen),
  clock: later(async () => (await import('./clock/screen.tsx')).ClockScreen),
  members: later(async () => (await import('./members/screen.tsx')).MembersScreen),
  keys: later(async () => (await import('./keys/screen.tsx')).KeysScreen),
};

/** The screens of administration. The API refuses them to others as well; here it is only said sooner. */
export function Office({ screen }: { readonly screen: OfficeScreen }): ReactElement {
  const { t, me } = useTill();
  const Screen = SCREENS[screen];
  if (screen === 'clock' && me.shop.mode !== 'TEST') return <Empty title={t('till.problem.noSuchScreen')} />;
  if (!mayAdminister(me)) return <Empty title={t('till.problem.forbidden')} />;
  return (
    <>
      <Head>
        <title>{`${t(`till.screen.${screen}`)} – ${me.shop.name}`}</title>
      </Head>
      <div className="title office-title">
        <div>
          <h1>{t(`till.screen.${screen}`)}</h1>
          <p className="soft">{t(`till.office.about.${screen}`)}</p>
        </div>
      </div>
      <Screen />
    </>
  );
}

function Loading(): ReactElement {
  return (
    <div className="panel" aria-busy="true">
      <Skeleton lines={8} />
    </div>
  );
}
