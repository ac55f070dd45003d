import type { ReactElement } from 'react';
import { useTill } from '../context.ts';
import { Empty } from '../parts/small.tsx';
import type { Route } from '../route.ts';
import { TransactionScreen } from './transaction/screen.tsx';
import { TransactionsScreen } from './transactions.tsx';

export function ScreenAt({ route }: { readonly route: Route | null }): ReactElement {
  const { t } = useTill();
  if (route?.screen === 'transactions')
    return route.id ? <TransactionScreen key={route.id} id={route.id} /> : <TransactionsScreen />;
  return <Empty title={t('till.problem.noSuchScreen')} />;
}
