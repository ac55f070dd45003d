import type { ReactElement } from 'react';
import { useTill } from '../../context.ts';
import { Fact } from '../../parts/small.tsx';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

export function ThreeDSecure({ transaction }: { readonly transaction: TransactionWhole }): ReactElement {
  const { t } = useTill();
  const { outcome, version, challenged, eci, transStatus, reason, liability } = transaction.authentication;
  return (
    <section className="panel facts" aria-labelledby="threeds-title">
      <h2 id="threeds-title">3-D Secure</h2>
      <p className={liability === 'ISSUER' ? 'covered strong' : 'strong'}>
        {t(liability === 'ISSUER' ? 'till.threeds.issuerBears' : 'till.threeds.merchantBears')}
      </p>
      <dl>
        <Fact name={t('till.threeds.outcome')}>
          {outcome ? t(`till.threeds.${outcome}`) : t('till.threeds.underWay')}
        </Fact>
        <Fact name={t('till.threeds.version')}>{version}</Fact>
        <Fact name={t('till.threeds.challenged')}>{version && t(challenged ? 'till.yes' : 'till.no')}</Fact>
        <Fact name="ECI">{eci}</Fact>
        <Fact name="transStatus">{[transStatus, reason].filter(Boolean).join(' · ')}</Fact>
      </dl>
    </section>
  );
}
