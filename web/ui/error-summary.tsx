import type { ReactElement } from 'react';

export interface SummaryEntry {
  readonly text: string;
  /** The id of the field to mend, if one is at fault. */
  readonly target: string | null;
}

/**
 * All errors of a form in one place, first on the page and with the focus on it (the pattern of the GOV.UK Design
 * System). `autofocus` puts it there without a script.
 */
export function ErrorSummary(props: {
  readonly title: string;
  readonly entries: readonly SummaryEntry[];
}): ReactElement {
  return (
    <div className="summary" id="errors" role="group" aria-labelledby="errors-title" tabIndex={-1} autoFocus>
      <h2 id="errors-title">{props.title}</h2>
      <ul>
        {props.entries.map(({ text, target }) => (
          <li key={text}>{target ? <a href={`#${target}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
