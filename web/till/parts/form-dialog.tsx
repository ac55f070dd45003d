import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTill } from '../context.ts';
import type { Fault } from './answer.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly go: string;
  readonly danger?: boolean;
  /** Does it; with what is wrong, or null when it is done and the dialog is to go. */
  readonly send: () => Promise<Fault | null>;
  readonly onClose: () => void;
  /** Names of the fields that say themselves what is wrong with them. */
  readonly fields?: readonly string[];
  readonly children: (fault: Fault | null) => ReactNode;
}

/** Asks for what is needed, or only once more, says what it will do, and stays until that is done or given up. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { t } = useTill();
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const found = await props.send();
    setBusy(false);
    setFault(found);
  };
  const isAtField = fault !== null && fault.path !== null && (props.fields ?? []).includes(fault.path);
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form className="dialog-form" onSubmit={event => void send(event)} noValidate>
        {props.children(fault)}
        {fault && !isAtField && <Problem text={fault.text} />}
        <div className="answers">
          <button type="button" className="plain" onClick={props.onClose}>
            {t('till.ask.no')}
          </button>
          <button type="submit" className={props.danger ? 'danger' : undefined} aria-disabled={isBusy}>
            {isBusy ? t('till.busy') : props.go}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
