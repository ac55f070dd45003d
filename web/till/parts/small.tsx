import type { ReactElement, ReactNode } from 'react';
import { brandName } from '../../ui/brand.tsx';
import { fullTime, shortDateTime } from '../../ui/format-time.ts';
import { useTill } from '../context.ts';

/** A name and what it says; nothing at all where there is nothing to say. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }): ReactElement | null {
  if (props.children === null || props.children === undefined || props.children === '') return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

export function Time({ at }: { readonly at: string }): ReactElement {
  const till = useTill();
  return (
    <time dateTime={at} title={fullTime(till, at)}>
      {shortDateTime(till, at)}
    </time>
  );
}

/** Where a column has no room for the whole name. */
const SHORT: Readonly<Record<string, string>> = { AMEX: 'Amex' };

/** Brand and the last four digits, as people call a card; the rest of the mask where there is room for it. */
export function CardShort({ brand, masked }: { readonly brand: string; readonly masked: string }): ReactElement {
  return (
    <span className="card-short">
      <span className="badge" title={brandName(brand)}>
        {SHORT[brand] ?? brandName(brand)}
      </span>{' '}
      <span className="number">•{masked.slice(-4)}</span>
    </span>
  );
}

/** Where the content will be, in its shape: nothing moves when it comes. */
export function Skeleton({ lines }: { readonly lines: number }): ReactElement {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, place) => (
        <span key={place} />
      ))}
    </div>
  );
}

export function Empty(props: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <p className="strong">{props.title}</p>
      {props.children}
    </div>
  );
}

/** In place of a screen: there is nothing under this address, or nothing for this member. */
export function NotHere({ title }: { readonly title: string }): ReactElement {
  return (
    <div className="empty">
      <h1>{title}</h1>
    </div>
  );
}
