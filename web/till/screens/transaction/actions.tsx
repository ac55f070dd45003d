import { type ReactElement, useState } from 'react';
import { shortDateTime } from '../../../ui/format-time.ts';
import { mayGiveBack, mayValidate, useTill } from '../../context.ts';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';
import { OperationDialog } from './operation-dialog.tsx';
import type { Operation } from './operations.ts';

/** What may be done now, and why the rest may not: the API's own list, as far as this member's profile goes. */
export function Actions(props: {
  readonly transaction: TransactionWhole;
  readonly again: () => void;
}): ReactElement | null {
  const till = useTill();
  const { t, me, reason } = till;
  const { transaction, again } = props;
  const [asked, setAsked] = useState<Operation | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const offers = offersOf(transaction, { validate: mayValidate(me), giveBack: mayGiveBack(me) });
  if (offers.length === 0) return null;
  const [possible, blocked] = [offers.filter(({ because }) => !because), offers.filter(({ because }) => because)];
  return (
    <section className="actions" aria-label={t('till.actions.title')}>
      <p className="done" role="status">
        {done}
      </p>
      <div className="buttons">
        {possible.map(({ operation, until }) => (
          <button key={operation} type="button" className={CLASS[operation]} onClick={() => setAsked(operation)}>
            {t(`till.do.${operation}`)}
            {until && <small>{t('till.actions.until', { time: shortDateTime(till, until) })}</small>}
          </button>
        ))}
      </div>
      {blocked.length > 0 && (
        <ul className="blocked">
          {blocked.map(({ operation, because }) => (
            <li key={operation}>
              <span className="strong">{t(`till.do.${operation}`)}</span> – {because && reason(because)}
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <OperationDialog
          operation={asked}
          transaction={transaction}
          onClose={told => {
            setAsked(null);
            if (told !== null) setDone(told);
            again();
          }}
        />
      )}
    </section>
  );
}

const CLASS: Readonly<Record<Operation, string>> = {
  validate: '',
  refund: '',
  cancel: 'plain',
  hold: 'plain',
  release: '',
};

interface Offer {
  readonly operation: Operation;
  readonly because: string | null;
  readonly until: string | null;
}

function offersOf(
  { possibleActions, status, capture }: TransactionWhole,
  may: { readonly validate: boolean; readonly giveBack: boolean },
): Offer[] {
  const offer = (operation: Operation, action: string): Offer[] => {
    const found = possibleActions.find(each => each.action === action);
    return found ? [{ operation, because: found.blockedBecause, until: found.until }] : [];
  };
  // Holding is no action of the list: it takes no amount and changes no status, and is possible exactly here.
  const hold: Operation = capture.heldBecause === null ? 'hold' : 'release';
  return [
    ...(may.validate ? offer('validate', 'VALIDATE') : []),
    ...(may.giveBack ? [...offer('cancel', 'CANCEL'), ...offer('refund', 'REFUND')] : []),
    ...(may.validate && status === 'TO_CAPTURE' ? [{ operation: hold, because: null, until: null }] : []),
  ];
}
