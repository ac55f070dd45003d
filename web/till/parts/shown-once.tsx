import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import { useTill } from '../context.ts';
import { Dialog } from './dialog.tsx';

/**
 * A secret, shown this once. It lives in the dialog and nowhere else: not in the address, not in what is kept of the API's
 * answers, not in the browser's storage; with the dialog it is gone.
 */
export function ShownOnce(props: {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** The button that closes it; says that one has kept the secret. */
  readonly kept: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { t } = useTill();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'copied' | 'byHand' | null>(null);
  const copy = async (): Promise<void> => {
    box.current?.select();
    // Browsers give the clipboard to no page that came without TLS; what is selected can be copied by hand.
    const done = await navigator.clipboard?.writeText(props.secret).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'copied' : 'byHand');
  };
  return (
    <Dialog title={props.title} onClose={props.onClose} stays>
      <p className="once">{t('till.office.once')}</p>
      <div className="box">
        <label htmlFor={id}>{props.label}</label>
        <div className="secret">
          <input
            id={id}
            ref={box}
            readOnly
            value={props.secret}
            autoComplete="off"
            spellCheck={false}
            onFocus={event => event.target.select()}
          />
          <button type="button" onClick={() => void copy()}>
            {t('till.office.copy')}
          </button>
        </div>
        <p className="hint" role="status">
          {copied && t(`till.office.${copied}`)}
        </p>
      </div>
      {props.children}
      <div className="answers">
        <button type="button" className="plain" onClick={props.onClose}>
          {props.kept}
        </button>
      </div>
    </Dialog>
  );
}
