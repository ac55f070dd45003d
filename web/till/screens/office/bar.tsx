import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/** What can be done on this screen, and what was done last, in words that a screen reader says by itself. */
export function Bar(props: { readonly done: string | null; readonly children?: ReactNode }): ReactElement {
  const { done, children } = props;
  const place = useRef<HTMLParagraphElement>(null);
  // What was done may have taken away the button that asked for it, and the focus with it.
  useEffect(() => {
    if (done !== null && document.activeElement === document.body) place.current?.focus();
  }, [done]);
  return (
    <div className="office-bar">
      <p className="done" role="status" tabIndex={-1} ref={place}>
        {done}
      </p>
      {children}
    </div>
  );
}
