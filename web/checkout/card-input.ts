/**
 * What the shopper typed, brought into the shape the API reads. Whether it is a card is the API's to say; here only what
 * is plainly missing is noticed, so that every empty field is named at once.
 */
import type { Brand, SubmitCardInput } from '../graphql/generated/graphql.ts';
import type { Form } from '../http/form.ts';

export const CARD_FIELDS = ['number', 'brand', 'expiry', 'securityCode', 'holderName'] as const;
export type CardField = (typeof CARD_FIELDS)[number];

/** `3/28`, `03/2028`, `0328`, `03 - 28` → `03/28`; what is not an expiry date stays as it is, for the API to refuse. */
export function normaliseExpiry(text: string): string {
  const match = /^\s*(\d{1,2})\s*[/\-. ]?\s*(?:20)?(\d{2})\s*$/.exec(text);
  return match ? `${match[1]?.padStart(2, '0')}/${match[2]}` : text.trim();
}

export function missingFields(form: Form): CardField[] {
  const needed: CardField[] = form.get('sameCard') === 'true' ? ['securityCode'] : ['number', 'expiry', 'securityCode'];
  return needed.filter(field => !form.get(field)?.trim());
}

export function readCard(form: Form, brands: readonly Brand[]): Omit<SubmitCardInput, 'idempotencyKey' | 'browser'> {
  const securityCode = form.get('securityCode')?.trim() ?? '';
  if (form.get('sameCard') === 'true') return { sameCard: true, securityCode };
  const brand = brands.find(each => each === form.get('brand'));
  const holderName = form.get('holderName')?.trim();
  return {
    number: form.get('number') ?? '',
    expiry: normaliseExpiry(form.get('expiry') ?? ''),
    securityCode,
    ...(brand ? { brand } : {}),
    ...(holderName ? { holderName: holderName.slice(0, 100) } : {}),
  };
}
