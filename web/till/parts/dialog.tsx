import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';

/**
 * A question over the page: the browser's own dialog, which keeps the focus inside and gives it back. Escape and a click
 * beside it close it, unless it shows what cannot be shown again.
 */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  /** Only its own button closes it. */
  readonly stays?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const place = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it leaves the page: only then does the browser give the focus back to where it came from.
  useLayoutEffect(() => {
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
        if (!props.stays) props.onClose();
      }}
      // Browsers close it all the same when somebody insists on Escape.
      onClose={() => props.onClose()}
      onMouseDown={event => {
        if (event.target === place.current && !props.stays) props.onClose();
      }}
    >
      <div className="dialog">
        <h2 id={id}>{props.title}</h2>
        {props.children}
      </div>
    </dialog>
  );
}
