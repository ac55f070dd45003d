import type { ReactElement } from 'react';
import { type StatusKind, type StatusOf, statusWord, toneOf } from './status-words.ts';
import type { Translate } from './text.ts';

/** A status as it looks everywhere: a mark in its colour, and its word. */
export function Status<Kind extends StatusKind>(props: {
  readonly kind: Kind;
  readonly status: StatusOf<Kind>;
  readonly t: Translate;
}): ReactElement {
  const { kind, status, t } = props;
  return <span className={`standing ${toneOf(kind, status)}`}>{statusWord(kind, status, t)}</span>;
}
