import type { HTMLAttributes, ReactElement } from 'react';

export interface FieldProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value?: string;
  readonly autoComplete?: string;
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  readonly maxLength?: number;
  readonly optional?: boolean;
  /** How many characters wide it looks; says what is expected. */
  readonly size?: 'code' | 'date' | 'full';
}

/** A label, perhaps a hint, perhaps an error, a box: joined so that a screen reader says all of it. */
export function Field(props: FieldProps): ReactElement {
  const { id, error, hint, size = 'full' } = props;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', `${id}-live`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{props.label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        name={props.name}
        className={size}
        type="text"
        defaultValue={props.value ?? ''}
        autoComplete={props.autoComplete}
        autoCapitalize="off"
        autoCorrect="off"
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        required={!props.optional}
        spellCheck={false}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
      <p className="live" id={`${id}-live`} aria-live="polite" />
    </div>
  );
}
