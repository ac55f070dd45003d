import type { ReactElement } from 'react';
import type { MessageKey } from '../../../ui/text.ts';
import { useTill } from '../../context.ts';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

/** In the order in which money moves. Each is an amount of the API's; only how wide it is drawn is worked out here. */
const PARTS = [
  'refunded',
  'refundPending',
  'chargedBack',
  'captured',
  'remitting',
  'toCapture',
  'toValidate',
  'cancelled',
] as const;
type Part = (typeof PARTS)[number];

const WIDTH = 1000;

/** Where the authorised amount is now. */
export function MoneyBar({ transaction }: { readonly transaction: TransactionWhole }): ReactElement {
  const { t } = useTill();
  const { amounts, possibleActions } = transaction;
  const refundable = possibleActions.find(({ action }) => action === 'REFUND')?.maxAmount;
  const shown = PARTS.filter(part => amounts[part].amount > 0);
  return (
    <section className="panel money" aria-labelledby="money-title">
      <h2 id="money-title" className="unseen">
        {t('till.money.title')}
      </h2>
      <dl className="sums">
        <div className="first">
          <dt>{t(amounts.authorised.amount > 0 ? 'till.money.authorised' : 'till.money.requested')}</dt>
          <dd>{(amounts.authorised.amount > 0 ? amounts.authorised : amounts.requested).formatted}</dd>
        </div>
        {amounts.captured.amount > 0 && refundable && (
          <div className="first">
            <dt>{t('till.money.left')}</dt>
            <dd>{refundable.formatted}</dd>
          </div>
        )}
      </dl>
      {amounts.authorised.amount > 0 && <Bar transaction={transaction} parts={shown} />}
      {shown.length > 0 && (
        <dl className="legend">
          {shown.map(part => (
            <div key={part}>
              <dt className={`part ${part}`}>{t(`till.money.${part}` as MessageKey)}</dt>
              <dd>{amounts[part].formatted}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** What was given back lies inside what was captured, so that the whole stays the authorised amount. */
function Bar(props: { readonly transaction: TransactionWhole; readonly parts: readonly Part[] }): ReactElement {
  const { amounts } = props.transaction;
  const whole = amounts.authorised.amount;
  const back = amounts.refunded.amount + amounts.refundPending.amount + amounts.chargedBack.amount;
  let at = 0;
  const pieces = props.parts.map(part => {
    const share = part === 'captured' ? Math.max(0, amounts.captured.amount - back) : amounts[part].amount;
    const piece = { part, at, width: (share / whole) * WIDTH };
    at += piece.width;
    return piece;
  });
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ part, at: x, width }) => (
        <rect key={part} className={part} x={x} y="0" width={width} height="10" />
      ))}
    </svg>
  );
}
