import type { ReactElement } from 'react';

const NAMES: Readonly<Record<string, string>> = {
  CB: 'CB',
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  AMEX: 'American Express',
  MAESTRO: 'Maestro',
};

export function brandName(brand: string): string {
  return NAMES[brand] ?? brand;
}

/** All brands in the same plain frame: Regulation (EU) 2015/751, article 8, wants none of them favoured. */
export function BrandBadge({ brand }: { readonly brand: string }): ReactElement {
  return <span className="badge">{brandName(brand)}</span>;
}

/** `4970 10** **** 0005`: easier to compare with the card in the hand. */
export function groupMasked(masked: string): string {
  return masked.replaceAll(/.{4}(?=.)/g, group => `${group}\u00a0`);
}
