import Head from 'next/head';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { useClient, useQuery } from 'urql';
import type { TillRemittanceQuery } from '../../graphql/generated/till/graphql.ts';
import { calendarDay } from '../../ui/format-time.ts';
import { Status } from '../../ui/status.tsx';
import type { MessageKey } from '../../ui/text.ts';
import { mayValidate, useTill } from '../context.ts';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { PageProblem } from '../parts/problem.tsx';
import { CardShort, Empty, NotHere, Skeleton, Time } from '../parts/small.tsx';
import { RemittanceQuery, ResolveRemittanceMutation } from '../queries/remittances.queries.ts';
import { answerOf } from '../parts/answer.ts';
import { useAgain } from './use-again.ts';

type Whole = NonNullable<TillRemittanceQuery['remittance']>;

export function RemittanceScreen({ id }: { readonly id: string }): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: RemittanceQuery,
    variables: { id, after, locale: language },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  const remittance = data?.remittance;
  const name = remittance && t('till.remittance.name', { number: remittance.number });
  useAgain(again, remittance?.status === 'CLOSED' || remittance?.status === 'SENT');
  return (
    <>
      <Head>
        <title>{`${name ?? t('till.screen.remittances')} – ${till.me.shop.name}`}</title>
      </Head>
      <Link href="/till/remittances" shallow prefetch={false} className="back" data-back>
        {t('till.remittance.back')}
      </Link>
      {!remittance && error && <PageProblem error={error} t={t} again={again} />}
      {!remittance && !error && fetching && <Skeleton lines={6} />}
      {remittance === null && !fetching && <NotHere title={t('till.remittance.none')} />}
      {remittance && (
        <>
          <div className="title">
            <div>
              <h1>{name}</h1>
              <p className="soft">
                {t('till.remittance.day', { day: calendarDay(language, remittance.businessDay, true) })}
                {remittance.closedAt && (
                  <>
                    {' · '}
                    {t(`till.remittance.closedBy.${remittance.closedBy ?? 'TILL'}` as MessageKey)}{' '}
                    <Time at={remittance.closedAt} />
                  </>
                )}
              </p>
            </div>
            <p className="standing-now">
              <Status kind="remittanceStatus" status={remittance.status} t={t} />
            </p>
          </div>
          <Totals remittance={remittance} again={again} />
          <Items remittance={remittance} />
          {remittance.items.pageInfo.hasNextPage && (
            <nav className="pages" aria-label={t('till.list.pages')}>
              <button type="button" className="plain" onClick={() => setAfter(remittance.items.pageInfo.endCursor)}>
                {t('till.remittance.more')}
              </button>
            </nav>
          )}
        </>
      )}
    </>
  );
}

/** Our sums beside the bank's own: whether the two books agree is what a remittance is for. */
function Totals({ remittance, again }: { readonly remittance: Whole; readonly again: () => void }): ReactElement {
  const { t, language, me } = useTill();
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  const { bankTotals: bank, status, responseCode } = remittance;
  return (
    <section className="panel totals" aria-label={t('till.remittance.totals')}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('till.remittance.whose')}</span>
            </th>
            <th scope="col">{t('till.remittance.captures')}</th>
            <th scope="col">{t('till.refunds.title')}</th>
          </tr>
        </thead>
        <tbody>
          <TotalsRow name={t('till.remittance.ours')} totals={remittance} />
          {bank && <TotalsRow name={t('till.remittance.banks')} totals={bank} />}
        </tbody>
      </table>
      <p className={status === 'OUT_OF_BALANCE' ? 'held' : 'soft'}>
        {t(`till.remittance.says.${status}`)}
        {responseCode && ` (${t('till.fact.responseCode')} ${responseCode})`}
      </p>
      {status === 'OUT_OF_BALANCE' && mayValidate(me) && (
        <button type="button" onClick={() => setAsking(true)}>
          {t('till.remittance.resolve')}
        </button>
      )}
      {isAsking && (
        <AskDialog
          title={t('till.remittance.resolveTitle')}
          effect={t('till.remittance.resolveEffect')}
          reason={t('till.remittance.resolveReason')}
          go={t('till.remittance.resolve')}
          send={async (idempotencyKey, reason) => {
            const input = { idempotencyKey, remittanceId: remittance.id, reason };
            const { data, error } = await client
              .mutation(ResolveRemittanceMutation, { input, locale: language })
              .toPromise();
            return answerOf(data?.resolveRemittance, error);
          }}
          onClose={() => {
            setAsking(false);
            again();
          }}
        />
      )}
    </section>
  );
}

function TotalsRow(props: {
  readonly name: string;
  readonly totals: Pick<Whole, 'debits' | 'credits' | 'debitCount' | 'creditCount'>;
}): ReactElement {
  const { t } = useTill();
  const { name, totals } = props;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">
        {totals.debits.formatted} <small>{t('till.remittance.count', { count: totals.debitCount })}</small>
      </td>
      <td className="number">
        {totals.credits.formatted} <small>{t('till.remittance.count', { count: totals.creditCount })}</small>
      </td>
    </tr>
  );
}

function Items({ remittance }: { readonly remittance: Whole }): ReactElement {
  const { t } = useTill();
  const items = remittance.items.edges.map(({ node }) => node);
  if (items.length === 0)
    return <Empty title={t(remittance.status === 'OPEN' ? 'till.items.open' : 'till.items.none')} />;
  return (
    <table className="rows">
      <caption className="unseen">{t('till.items.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('till.column.reference')}</th>
          <th scope="col">{t('till.column.order')}</th>
          <th scope="col">{t('till.items.kind')}</th>
          <th scope="col">{t('till.column.card')}</th>
          <th scope="col">{t('till.items.bank')}</th>
          <th scope="col" className="amount">
            {t('till.column.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, kind, transaction, refund, status, responseCode, amount }) => (
          <tr key={id}>
            <td className="reference">
              <Link href={`/till/transactions/${transaction.id}`} shallow prefetch={false} data-row className="number">
                {refund?.reference ?? transaction.reference}
              </Link>
            </td>
            <td className="order">{transaction.orderId}</td>
            <td className="threeds">{t(`till.items.${kind}`)}</td>
            <td className="card">
              <CardShort {...transaction.card} />
            </td>
            <td className="status-cell">
              <Status kind="itemStatus" status={status} t={t} />
              {responseCode && <span className="soft number"> {responseCode}</span>}
            </td>
            <td className="amount number">
              <span>
                {kind === 'REFUND' && '− '}
                {amount.formatted}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
