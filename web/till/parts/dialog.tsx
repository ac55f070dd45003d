import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

/**
 * A question over the page: the browser's own dialog, which keeps the focus inside and gives it back. Escape and a click
 * beside it close it.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const place = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        props.onClose();
      }}
      onMouseDown={event => {
        if (event.target === place.current) props.onClose();
      }}
    >
      <div className="dialog">
        <h2 id={id}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
}
