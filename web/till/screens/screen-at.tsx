import type { ReactElement } from 'react';
import { mayValidate, useTill } from '../context.ts';
import { NotHere } from '../parts/small.tsx';
import { type Route, isOffice } from '../route.ts';
import { AccountScreen } from './account.tsx';
import { Office } from './office/office.tsx';
import { RemittanceScreen } from './remittance.tsx';
import { RemittancesScreen } from './remittances.tsx';
import { ReportsScreen } from './reports.tsx';
import { TransactionScreen } from './transaction/screen.tsx';
import { TransactionsScreen } from './transactions.tsx';
import { WorkScreen } from './work.tsx';

export function ScreenAt({ route }: { readonly route: Route | null }): ReactElement {
  const { t, me } = useTill();
  if (route && isOffice(route.screen)) return <Office key={route.screen} screen={route.screen} />;
  switch (route?.screen) {
    case 'transactions':
      return route.id ? <TransactionScreen key={route.id} id={route.id} /> : <TransactionsScreen />;
    case 'remittances':
      return route.id ? <RemittanceScreen key={route.id} id={route.id} /> : <RemittancesScreen />;
    // These addresses can be typed by anybody; the API would refuse their questions.
    case 'reports':
      return mayValidate(me) ? <ReportsScreen id={route.id} /> : <NotHere title={t('till.problem.forbidden')} />;
    case 'work':
      return mayValidate(me) ? <WorkScreen /> : <NotHere title={t('till.problem.forbidden')} />;
    case 'account':
      return <AccountScreen />;
    default:
      return <NotHere title={t('till.problem.noSuchScreen')} />;
  }
}
