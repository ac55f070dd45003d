import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';

/** Any number of a few: checkboxes behind a button that says how many are chosen. */
export function Pick<Value extends string>(props: {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly word: string }[];
  readonly picked: readonly Value[];
  readonly onPick: (picked: readonly Value[]) => void;
}): ReactElement {
  const { name, options, onPick } = props;
  // The address follows a moment later; a box that was ticked stays ticked meanwhile.
  const [picked, setPicked] = useState(props.picked);
  useEffect(() => setPicked(props.picked), [props.picked]);
  const place = useRef<HTMLDetailsElement>(null);
  useClosing(place);
  const tick = (value: Value, isTicked: boolean): void => {
    const next = options.map(each => each.value).filter(each => (each === value ? isTicked : picked.includes(each)));
    setPicked(next);
    onPick(next);
  };
  const only = picked.length === 1 ? options.find(({ value }) => value === picked[0])?.word : null;
  return (
    <details
      className="pick"
      ref={place}
      onKeyDown={event => {
        if (event.key !== 'Escape' || !place.current?.open) return;
        event.preventDefault();
        place.current.open = false;
        place.current.querySelector('summary')?.focus();
      }}
    >
      <summary className={picked.length > 0 ? 'chosen' : undefined}>
        {name}
        {picked.length > 0 && <span className="count">{only ?? picked.length}</span>}
      </summary>
      <fieldset>
        <legend className="unseen">{name}</legend>
        {options.map(({ value, word }) => (
          <label className="check" key={value}>
            <input
              type="checkbox"
              checked={picked.includes(value)}
              onChange={event => tick(value, event.target.checked)}
            />
            {word}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

/** Closes the list when somebody presses, or goes, somewhere else. */
function useClosing(place: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (event: PointerEvent | FocusEvent): void => {
      const { current } = place;
      if (!current?.open || !(event.target instanceof Node) || current.contains(event.target)) return;
      // A press on a word gives the focus to what stands around it. That is not leaving; and what closed under the press
      // would not be ticked, and make Chromium 156 lose the page.
      if (event.type === 'focusin' && event.target.contains(current)) return;
      current.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, [place]);
}
