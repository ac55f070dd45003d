import Link from 'next/link';
import type { ReactElement } from 'react';
import { calendarDay } from '../../../ui/format-time.ts';
import { useTill } from '../../context.ts';
import { Fact, Time } from '../../parts/small.tsx';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

/** How to find it at the bank and on the ticket, and when its money travels. */
export function Bank({ transaction }: { readonly transaction: TransactionWhole }): ReactElement {
  const { t, language } = useTill();
  const { authorisation, capture, remittance, session } = transaction;
  const day = capture.day && calendarDay(language, capture.day, true);
  return (
    <section className="panel facts" aria-labelledby="bank-title">
      <h2 id="bank-title">{t('till.bank.title')}</h2>
      <dl>
        <Fact name={t('till.bank.code')}>
          {authorisation.code && <span className="number">{authorisation.code}</span>}
        </Fact>
        <Fact name={t('till.bank.authorisedAt')}>
          {authorisation.authorisedAt && <Time at={authorisation.authorisedAt} />}
        </Fact>
        <Fact name={t('till.bank.expiresAt')}>{authorisation.expiresAt && <Time at={authorisation.expiresAt} />}</Fact>
        <Fact name={t('till.bank.plan')}>{t(`till.plan.${capture.plan}`)}</Fact>
        <Fact name={t('till.bank.validateBy')}>{capture.deadline && <Time at={capture.deadline} />}</Fact>
        <Fact name={t('till.bank.captureDay')}>{day}</Fact>
        <Fact name={t('till.bank.remittance')}>
          {remittance && (
            <Link href={`/till/remittances/${remittance.id}`} shallow prefetch={false}>
              {t('till.remittance.name', { number: remittance.number })}
            </Link>
          )}
        </Fact>
        <Fact name="RRN">
          <span className="number">{authorisation.rrn}</span>
        </Fact>
        <Fact name="STAN">
          {authorisation.stan && (
            <span className="number">
              {authorisation.stan}
              {authorisation.terminal && ` · ${authorisation.terminal}`}
            </span>
          )}
        </Fact>
        <Fact name={t('till.bank.session')}>
          <span className="id">{session.id}</span>
        </Fact>
        <Fact name={t('till.bank.transaction')}>
          <span className="id">{transaction.id}</span>
        </Fact>
      </dl>
    </section>
  );
}
