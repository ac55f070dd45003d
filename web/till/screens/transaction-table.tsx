import Link from 'next/link';
import { useRouter } from 'next/router';
import { type MouseEvent, type ReactElement, type RefObject, memo, useEffect, useRef, useState } from 'react';
import { calendarDay, compactTime, fullTime, nearOrDay } from '../../ui/format-time.ts';
import { Status } from '../../ui/status.tsx';
import { shopNow, useTill } from '../context.ts';
import { CardShort } from '../parts/small.tsx';
import type { TransactionRow } from '../queries/fragments.queries.ts';

const COLUMNS = ['time', 'reference', 'order', 'status', 'amount', 'card', 'threeds', 'deadline'] as const;
const SKELETON_ROWS = 12;

export function TransactionTable(props: {
  readonly rows: readonly TransactionRow[] | undefined;
  readonly busy: boolean;
  readonly hands?: RefObject<HTMLTableSectionElement | null>;
}): ReactElement | null {
  const { t } = useTill();
  const { rows, busy, hands } = props;
  if (rows?.length === 0) return null;
  return (
    <table className="rows" aria-busy={busy && !rows}>
      <caption className="unseen">{t('till.screen.transactions')}</caption>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col" className={column === 'status' ? 'status-cell' : column}>
              {t(`till.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={hands ?? null}>{rows ? rows.map(row => <Row key={row.id} row={row} />) : <EmptyRows />}</tbody>
    </table>
  );
}

function EmptyRows(): ReactElement[] {
  return Array.from({ length: SKELETON_ROWS }, (_, place) => (
    <tr key={place} className="empty-row" aria-hidden="true">
      {COLUMNS.map(column => (
        <td key={column} className={column === 'status' ? 'status-cell' : column}>
          <span className="bone" />
        </td>
      ))}
    </tr>
  ));
}

const Row = memo(function Row({ row }: { readonly row: TransactionRow }): ReactElement {
  const till = useTill();
  const { t } = till;
  const router = useRouter();
  const isYoung = shopNow(till).getTime() - Date.parse(row.createdAt) < YOUNG_ms;
  const hasChanged = useChanged(`${row.status} ${row.updatedAt}`, isYoung);
  const address = `/till/transactions/${row.id}`;
  // The whole row leads there, unless one is selecting a word in it to copy.
  const open = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    if (getSelection()?.isCollapsed === false) return;
    void router.push(address, undefined, { shallow: true });
  };
  return (
    <tr className={hasChanged ? 'changed' : undefined} onClick={open}>
      <td className="time number">
        <time dateTime={row.createdAt} title={fullTime(till, row.createdAt)}>
          {compactTime(till, row.createdAt, shopNow(till))}
        </time>
      </td>
      <td className="reference">
        <Link href={address} shallow prefetch={false} data-row className="number">
          {row.reference}
        </Link>
      </td>
      <td className="order">{row.orderId}</td>
      <td className="status-cell">
        <Status kind="status" status={row.status} t={t} />
        {row.decline && <span className="soft number"> {row.decline.code}</span>}
      </td>
      <td className="amount number">
        <span>{row.amount.formatted}</span>
        <GivenBack row={row} />
      </td>
      <td className="card">
        <CardShort {...row.card} />
      </td>
      <td className="threeds">
        <ThreeDSecure row={row} />
      </td>
      <td className="deadline">
        <Deadline row={row} />
      </td>
    </tr>
  );
});

/** Money that went back, or is on its way, is said where the amount stands. */
function GivenBack({ row }: { readonly row: TransactionRow }): ReactElement | null {
  const { t } = useTill();
  const { refunded, refundPending } = row.amounts;
  if (refundPending.amount > 0) return <small>{t('till.list.refunding', { amount: refundPending.formatted })}</small>;
  if (refunded.amount > 0) return <small>{t('till.list.refunded', { amount: refunded.formatted })}</small>;
  return null;
}

function ThreeDSecure({ row }: { readonly row: TransactionRow }): ReactElement {
  const { t } = useTill();
  const { outcome, liability } = row.authentication;
  if (!outcome)
    return <span className="soft">{row.status === 'AUTHENTICATING' ? t('till.threeds.underWay') : '–'}</span>;
  const bearer = liability === 'ISSUER' ? t('till.threeds.issuerBears') : null;
  return (
    <span className={bearer ? 'covered' : 'soft'} title={bearer ?? undefined}>
      {t(`till.threeds.${outcome}`)}
    </span>
  );
}

function Deadline({ row }: { readonly row: TransactionRow }): ReactElement {
  const till = useTill();
  const { t } = till;
  const { deadline, day, heldBecause } = row.capture;
  if (row.status === 'TO_VALIDATE' && deadline)
    return (
      <time dateTime={deadline} title={fullTime(till, deadline)}>
        {t('till.deadline.validate', { time: nearOrDay(till, deadline, shopNow(till)) })}
      </time>
    );
  if (row.status === 'TO_CAPTURE' && heldBecause) return <span className="held">{t('till.deadline.held')}</span>;
  if ((row.status === 'TO_CAPTURE' || row.status === 'TO_AUTHORISE') && day)
    return <>{t('till.deadline.capture', { day: calendarDay(till.language, day) })}</>;
  return <span className="soft">–</span>;
}

const SHOWN_ms = 2_400;
/** A row this young has just come in by itself. */
const YOUNG_ms = 4_000;

/** True for a moment after the value became another one, or at first if so wished. */
function useChanged(value: string, atFirst: boolean): boolean {
  const before = useRef(atFirst ? null : value);
  const [hasChanged, setChanged] = useState(atFirst);
  useEffect(() => {
    if (before.current === value) return undefined;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), SHOWN_ms);
    return () => clearTimeout(timer);
  }, [value]);
  return hasChanged;
}
