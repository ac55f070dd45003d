import type { ReactElement } from 'react';

/** Drawn on 16 × 16 with one stroke; always beside a word. */
const SHAPES = {
  transactions: 'M2 4.5h12M2 8h12M2 11.5h8',
  remittances: 'M2.5 6.5 8 3l5.5 3.5v1h-11zM4 8v4.5M8 8v4.5M12 8v4.5M2 13.5h12',
  work: 'M2.5 3.5h11v9h-11zM5.5 8l2 2 3.5-4',
  reports: 'M4 2h5.5L12 4.5V14H4zM9 2v3h3M6 8h4M6 10.5h4',
  account: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 13.5c.6-2.4 2.8-3.5 5.5-3.5s4.9 1.1 5.5 3.5',
  notifications: 'M3.5 11.5h9l-1.25-2V7a3.25 3.25 0 0 0-6.5 0v2.5zM6.75 13.5h2.5',
  members:
    'M6 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM1.5 13c.5-2.2 2.3-3.2 4.5-3.2s4 1 4.5 3.2M10.75 3.2a2.25 2.25 0 0 1 0 4.1M12 10.2c1.3.4 2.2 1.4 2.5 2.8',
  keys: 'M5.25 11.75a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM7.25 7l6-4.5M11 4.2l1.5 2',
  audit: 'M2.75 4h.5M2.75 8h.5M2.75 12h.5M6 4h7.5M6 8h7.5M6 12h5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.75V8l2.25 1.75',
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
