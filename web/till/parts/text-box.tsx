import { type ReactElement, type Ref, useEffect, useId, useRef } from 'react';

/** A box for a line of text, with what is wrong with it; what is wrong takes the focus. */
export function TextBox(props: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly type?: 'text' | 'email' | 'url';
  readonly inputMode?: 'numeric';
  readonly initial?: string;
  readonly most: number;
  readonly place: Ref<HTMLInputElement>;
}): ReactElement {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { error, hint } = props;
  useEffect(() => {
    if (error) box.current?.querySelector('input')?.focus();
  }, [error]);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="box" ref={box}>
      <label htmlFor={id}>{props.label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        ref={props.place}
        id={id}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        defaultValue={props.initial}
        maxLength={props.most}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy === '' ? undefined : describedBy}
      />
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
