import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { TillMoneyFragment } from '../../../graphql/generated/till/graphql.ts';
import { readAmount, writeAmount } from '../../../ui/amount.ts';
import { newIdempotencyKey } from '../../../ui/device.ts';
import type { Translate } from '../../../ui/text.ts';
import { useTill } from '../../context.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { refusalText } from '../../parts/refusal.ts';
import { Problem, lostText } from '../../parts/problem.tsx';
import type { TransactionWhole } from '../../queries/transaction.queries.ts';
import type { Answer } from '../../parts/answer.ts';
import { AmountBox, type AmountChoice } from './amount-box.tsx';
import { type Operation, mostOf, perform } from './operations.ts';

export interface OperationDialogProps {
  readonly operation: Operation;
  readonly transaction: TransactionWhole;
  /** With what was done, in words; with null when nothing was. */
  readonly onClose: (told: string | null) => void;
}

/** Asks once more, says what it will do, and puts the amount on the button. */
export function OperationDialog(props: OperationDialogProps): ReactElement {
  const { operation, transaction, onClose } = props;
  const { t } = useTill();
  const most = mostOf(operation, transaction);
  const { choice, setChoice, reason, told, isBusy, written, send } = useRequest(props, most);
  const isLost = told?.kind === 'lost';
  const refused = told?.kind === 'refused' ? refusalText(told.refusal, t, most?.formatted) : null;
  const atAmount = told?.kind === 'refused' && told.refusal.path === 'amount';
  const label = `${t(`till.do.${operation}`)} ${written}`.trim();
  return (
    <Dialog title={t(`till.ask.${operation}`, { reference: transaction.reference })} onClose={() => onClose(null)}>
      <form className="dialog-form" onSubmit={event => void send(event)} noValidate>
        <p>{t(`till.effect.${operation}`)}</p>
        {most && (
          <AmountBox
            most={most}
            choice={choice}
            onChoice={setChoice}
            frozen={isLost}
            error={atAmount ? refused : null}
          />
        )}
        {operation === 'refund' && (
          <div className="box">
            <label htmlFor="refund-reason">{t('till.refund.reason')}</label>
            <input id="refund-reason" ref={reason} maxLength={200} readOnly={isLost} autoComplete="off" />
          </div>
        )}
        {refused && !atAmount && <Problem text={refused} />}
        {isLost && <Problem text={lostText(told.error, t)} />}
        <div className="answers">
          <button type="button" className="plain" onClick={() => onClose(null)}>
            {t('till.ask.no')}
          </button>
          <button type="submit" aria-disabled={isBusy}>
            {isBusy ? t('till.busy') : isLost ? t('till.askAgain') : label}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * What is being asked, and what came of it. The key is made with the dialog: pressing twice, or asking again after an answer
 * was lost, is one and the same request.
 */
function useRequest({ operation, transaction, onClose }: OperationDialogProps, most: TillMoneyFragment | null) {
  const { t, language } = useTill();
  const client = useClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const [choice, setChoice] = useState<AmountChoice>({ all: true, typed: '' });
  const [told, setTold] = useState<Answer<unknown> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const reason = useRef<HTMLInputElement>(null);

  const part = !choice.all && most ? readAmount(choice.typed, most.currency) : null;
  const typed = part !== null && most ? writeAmount(part, most.currency, language) : '';
  const written = choice.all ? (most?.formatted ?? '') : typed;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    if (!choice.all && part === null) return setTold(wrongAmount(t));
    setBusy(true);
    const wish = { idempotencyKey: key, transactionId: transaction.id, amount: choice.all ? null : part };
    const answer = await perform(client, operation, { ...wish, reason: reason.current?.value.trim() ?? '' }, language);
    setBusy(false);
    if (answer.kind === 'done') return onClose(t(`till.done.${operation}`, { amount: written }));
    // A refusal is an answer: what is asked next is another request. A lost answer is not: the same is asked again.
    if (answer.kind === 'refused' && !answer.refusal.retryable) setKey(newIdempotencyKey());
    setTold(answer);
  };
  return { choice, setChoice, reason, told, isBusy, written, send };
}

/** What is no amount is not sent at all. */
function wrongAmount(t: Translate): Answer<unknown> {
  const message = t('till.amount.wrong');
  const refusal = { code: 'INPUT_INVALID', message, path: 'amount', limit: null, retryable: false } as const;
  return { kind: 'refused', refusal };
}
