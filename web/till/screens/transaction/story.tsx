import type { ReactElement } from 'react';
import { type MessageKey } from '../../../ui/text.ts';
import { useTill } from '../../context.ts';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';

const REASONS: ReadonlySet<string> = new Set(['FAILED', 'CANCELLED', 'TIMED_OUT', 'UNREACHABLE', 'TECHNICAL']);

/** What a status means for the shop, in a sentence: above all whether money was taken, and what not to do. */
export function Story({ transaction }: { readonly transaction: TransactionWhole }): ReactElement | null {
  const { t } = useTill();
  const { status, decline, refusalReason, capture } = transaction;
  const text = t(`till.story.${status}`);
  return (
    <div className={`story ${TONE[status] ?? ''}`}>
      <p>{text}</p>
      {decline && <Declined code={decline.code} />}
      {status === 'REFUSED' && refusalReason && (
        <p>
          {REASONS.has(refusalReason)
            ? t(`till.refusedBecause.${refusalReason}` as MessageKey)
            : t('till.refusedBecause.other', { code: refusalReason })}
        </p>
      )}
      {status === 'TO_CAPTURE' && capture.heldBecause && (
        <p className="held">
          {capture.heldBecause === 'HELD_BY_PERSON'
            ? t('till.held.byPerson')
            : t('till.held.byBank', { code: capture.heldBecause })}
        </p>
      )}
    </div>
  );
}

const TONE: Readonly<Record<string, string>> = {
  UNKNOWN: 'attention',
  TO_REVIEW: 'attention',
  TO_VALIDATE: 'attention',
  DECLINED: 'bad',
  REFUSED: 'bad',
  CAPTURED: 'good',
};

function Declined({ code }: { readonly code: string }): ReactElement {
  const { t } = useTill();
  const key = `till.decline.${code}` as MessageKey;
  const known = t(key);
  return (
    <p>
      <span className="code number">{code}</span> {known === key ? t('till.decline.unlisted') : known}
    </p>
  );
}
