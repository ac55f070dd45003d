import type { ReactElement } from 'react';

/** Drawn on 16 × 16 with one stroke; always beside a word. */
const SHAPES = {
  transactions: 'M2 4.5h12M2 8h12M2 11.5h8',
  remittances: 'M2.5 6.5 8 3l5.5 3.5v1h-11zM4 8v4.5M8 8v4.5M12 8v4.5M2 13.5h12',
  work: 'M2.5 3.5h11v9h-11zM5.5 8l2 2 3.5-4',
  reports: 'M4 2h5.5L12 4.5V14H4zM9 2v3h3M6 8h4M6 10.5h4',
  account: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 13.5c.6-2.4 2.8-3.5 5.5-3.5s4.9 1.1 5.5 3.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3',
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
