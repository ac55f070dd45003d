import type { ReactElement } from 'react';
import { useTill } from '../context.ts';
import { Empty } from '../parts/small.tsx';
import type { Route } from '../route.ts';
import { TransactionsScreen } from './transactions.tsx';

export function ScreenAt({ route }: { readonly route: Route | null }): ReactElement {
  const { t } = useTill();
  if (route?.screen === 'transactions') return <TransactionsScreen />;
  return <Empty title={t('till.problem.noSuchScreen')} />;
}
