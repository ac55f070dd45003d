import Head from 'next/head';
import Link from 'next/link';
import { type ReactElement, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Status } from '../../ui/status.tsx';
import { useTill } from '../context.ts';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { PageProblem } from '../parts/problem.tsx';
import { Empty, Skeleton, Time } from '../parts/small.tsx';
import { ResolveUnknownMutation } from '../queries/transaction.queries.ts';
import { type WorkItem, WorkQuery } from '../queries/work.queries.ts';
import { answerOf } from '../parts/answer.ts';
import { useAgain } from './use-again.ts';

/** What could not be brought to an end without a person, with what a person can do about it. */
export function WorkScreen(): ReactElement {
  const till = useTill();
  const { t, language } = till;
  const [{ data, error }, ask] = useQuery({
    query: WorkQuery,
    variables: { locale: language },
    requestPolicy: 'cache-and-network',
  });
  const again = (): void => ask({ requestPolicy: 'network-only' });
  useAgain(again, false);
  const items = data?.workList;
  return (
    <>
      <Head>
        <title>{`${t('till.screen.work')} – ${till.me.shop.name}`}</title>
      </Head>
      <div className="title">
        <h1>{t('till.screen.work')}</h1>
      </div>
      <p className="soft lead">
        {t('till.work.lead')}{' '}
        <Link href="/till/transactions?status=TO_VALIDATE,TO_REVIEW" shallow prefetch={false}>
          {t('till.work.toValidate')}
        </Link>
      </p>
      {!items && error && <PageProblem error={error} t={t} again={again} />}
      {!items && !error && <Skeleton lines={4} />}
      {items?.length === 0 && <Empty title={t('till.work.none')}>{t('till.work.noneText')}</Empty>}
      <ul className="work">
        {items?.map(item => (
          <li key={item.id} className="panel">
            <Item item={item} again={again} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Item({ item, again }: { readonly item: WorkItem; readonly again: () => void }): ReactElement {
  const { t } = useTill();
  const { kind, openedAt, transaction, remittance } = item;
  return (
    <>
      <div className="title">
        <h2>{t(`till.work.${kind}`)}</h2>
        <p className="soft">
          {t('till.work.since')} <Time at={openedAt} />
        </p>
      </div>
      <p>{t(`till.work.do.${kind}`)}</p>
      {transaction && (
        <p className="about">
          <Link
            href={`/till/transactions/${transaction.id}`}
            shallow
            prefetch={false}
            data-row
            className="number strong"
          >
            {transaction.reference}
          </Link>
          <span>{t('till.transaction.order', { order: transaction.orderId })}</span>
          <span className="number strong">{transaction.amount.formatted}</span>
          <Status kind="status" status={transaction.status} t={t} />
        </p>
      )}
      {remittance && (
        <p className="about">
          <Link href={`/till/remittances/${remittance.id}`} shallow prefetch={false} data-row className="strong">
            {t('till.remittance.name', { number: remittance.number })}
          </Link>
          <Status kind="remittanceStatus" status={remittance.status} t={t} />
        </p>
      )}
      {kind === 'UNKNOWN_OUTCOME' && transaction && (
        <ResolveUnknown id={transaction.id} reference={transaction.reference} again={again} />
      )}
    </>
  );
}

function ResolveUnknown(props: { readonly id: string; readonly reference: string; readonly again: () => void }) {
  const { t, language } = useTill();
  const client = useClient();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {t('till.work.resolve')}
      </button>
      {isAsking && (
        <AskDialog
          title={t('till.work.resolveTitle', { reference: props.reference })}
          effect={t('till.work.resolveEffect')}
          reason={t('till.work.resolveReason')}
          go={t('till.work.resolve')}
          send={async (idempotencyKey, reason) => {
            const input = { idempotencyKey, transactionId: props.id, reason };
            const { data, error } = await client
              .mutation(ResolveUnknownMutation, { input, locale: language })
              .toPromise();
            return answerOf(data?.resolveUnknown, error);
          }}
          onClose={() => {
            setAsking(false);
            props.again();
          }}
        />
      )}
    </>
  );
}
