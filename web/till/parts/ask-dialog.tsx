import { type FormEvent, type ReactElement, useState } from 'react';
import { newIdempotencyKey } from '../../ui/device.ts';
import { useTill } from '../context.ts';
import type { Answer } from './answer.ts';
import { Dialog } from './dialog.tsx';
import { Problem, lostText } from './problem.tsx';
import { refusalText } from './refusal.ts';

export interface AskDialogProps {
  readonly title: string;
  /** What it will do. */
  readonly effect: string;
  readonly go: string;
  /** Asked for where the journal keeps a person's word. */
  readonly reason?: string;
  readonly send: (idempotencyKey: string, reason: string) => Promise<Answer<unknown>>;
  /** With true when it was done. */
  readonly onClose: (isDone: boolean) => void;
}

/** A change without an amount: asked once more, under a key made with the dialog. */
export function AskDialog({ title, effect, go, reason, send, onClose }: AskDialogProps): ReactElement {
  const { t } = useTill();
  const [key, setKey] = useState(newIdempotencyKey);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Answer<unknown> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isLost = told?.kind === 'lost';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const answer = await send(key, typed.trim());
    setBusy(false);
    if (answer.kind === 'done') return onClose(true);
    if (answer.kind === 'refused' && !answer.refusal.retryable) setKey(newIdempotencyKey());
    setTold(answer);
  };
  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <form className="dialog-form" onSubmit={event => void submit(event)}>
        <p>{effect}</p>
        {reason && (
          <div className="box">
            <label htmlFor="ask-reason">{reason}</label>
            <textarea
              id="ask-reason"
              rows={3}
              maxLength={500}
              required
              value={typed}
              readOnly={isLost}
              onChange={event => setTyped(event.target.value)}
            />
          </div>
        )}
        {told?.kind === 'refused' && <Problem text={refusalText(told.refusal, t)} />}
        {isLost && <Problem text={lostText(told.error, t)} />}
        <div className="answers">
          <button type="button" className="plain" onClick={() => onClose(false)}>
            {t('till.ask.no')}
          </button>
          <button type="submit" aria-disabled={isBusy}>
            {isBusy ? t('till.busy') : isLost ? t('till.askAgain') : go}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
