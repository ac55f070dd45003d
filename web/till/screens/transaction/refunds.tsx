import type { ReactElement } from 'react';
import Link from 'next/link';
import { Status } from '../../../ui/status.tsx';
import { useTill } from '../../context.ts';
import { Time } from '../../parts/small.tsx';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

export function Refunds({ transaction }: { readonly transaction: TransactionWhole }): ReactElement | null {
  const { t } = useTill();
  if (transaction.refunds.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="refunds-title">
      <h2 id="refunds-title">{t('till.refunds.title')}</h2>
      <ul className="refunds">
        {transaction.refunds.map(refund => (
          <li key={refund.id}>
            <span className="number strong">{refund.amount.formatted}</span>
            <Status kind="refundStatus" status={refund.status} t={t} />
            {refund.responseCode && refund.status === 'REJECTED' && <span className="code">{refund.responseCode}</span>}
            <span className="number soft">{refund.reference}</span>
            <Time at={refund.createdAt} />
            {refund.remittance && (
              <Link href={`/till/remittances/${refund.remittance.id}`} shallow prefetch={false}>
                {t('till.remittance.name', { number: refund.remittance.number })}
              </Link>
            )}
            {refund.reason && <span className="soft why">{refund.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
