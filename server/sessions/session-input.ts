/**
 * What a merchant's server may ask for when it opens a session, checked field by field.
 */
import { CAPTURE_DAYS, isCapturePlan, SESSION_LIFE, type CapturePlan } from '../core/deadlines.js';
import { requireText } from '../core/free-text.js';
import { money, type Money } from '../core/money.js';
import { refuse } from '../core/refusal.js';
import type { OrderLine, Shopper } from '../database/tables.js';
import type { ShopRow } from '../shops/shop.js';

export interface SessionInput {
  readonly orderId: string;
  readonly amount: Money;
  readonly capture?: { readonly plan: CapturePlan; readonly days?: number | null } | null;
  readonly shopper?: { readonly [Field in keyof Shopper]?: string | null } | null;
  readonly lines?: readonly { readonly label: string; readonly quantity: number; readonly amount: bigint }[] | null;
  readonly returnUrl?: string | null;
  readonly cancelUrl?: string | null;
  readonly locale?: string | null;
  readonly expiresInSeconds?: number | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
}

const LINES_MOST = 100;
const METADATA_CHARACTERS = 4_096;
const LOCALES = ['fr', 'en'] as const;

export function requireAmount(amount: Money, shop: ShopRow): Money {
  if (!shop.currencies.includes(amount.currency))
    throw refuse('CURRENCY_NOT_ACCEPTED', `This shop takes ${shop.currencies.join(', ')}.`, 'amount.currency');
  if (amount.amount < 1n)
    throw refuse('AMOUNT_NOT_POSSIBLE', 'The amount is at least one minor unit.', 'amount.amount');
  return money(amount.amount, amount.currency);
}

export function requireCapture(capture: SessionInput['capture']): { plan: CapturePlan; days: number | null } {
  const plan = capture?.plan ?? 'IMMEDIATE';
  const days = capture?.days ?? null;
  if (isCapturePlan(plan, days)) return { plan, days };
  const range = CAPTURE_DAYS[plan];
  const possible = range ? `${range.fewest} to ${range.most} days` : 'no days';
  throw refuse('CAPTURE_PLAN_INVALID', `The plan ${plan} takes ${possible}.`, {
    path: 'capture.days',
    limit: possible,
  });
}

export function requireLife_s(seconds: number | null | undefined): number {
  const life_s = seconds ?? SESSION_LIFE.default_s;
  if (life_s >= SESSION_LIFE.shortest_s && life_s <= SESSION_LIFE.longest_s) return life_s;
  const limit = `${SESSION_LIFE.shortest_s}–${SESSION_LIFE.longest_s} seconds`;
  throw refuse('EXPIRES_IN_INVALID', `A session lives ${limit}.`, { path: 'expiresInSeconds', limit });
}

/** Absolute and https; http only to this machine, in test mode. Never with a password in it. */
export function requireUrl(text: string | null | undefined, path: string, shop: ShopRow): string | null {
  if (text === null || text === undefined) return null;
  const url = URL.canParse(text) && text.length <= 2_048 ? new URL(text) : undefined;
  const loopback = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback && shop.mode === 'TEST');
  if (!url || !safe || url.username !== '' || url.password !== '')
    throw refuse('URL_INVALID', 'An absolute https address without credentials, at most 2048 characters.', path);
  requireText(text, { path, max: 2_048 });
  return url.href;
}

export function requireLocale(locale: string | null | undefined, shop: ShopRow): string {
  const wanted = locale ?? shop.locale;
  const known = LOCALES.find(candidate => wanted === candidate || wanted.startsWith(`${candidate}-`));
  if (!known || wanted.length > 35)
    throw refuse('INPUT_INVALID', `The checkout speaks ${LOCALES.join(' and ')}.`, 'locale');
  return known;
}

export function requireLines(lines: SessionInput['lines']): OrderLine[] {
  if ((lines?.length ?? 0) > LINES_MOST)
    throw refuse('INPUT_INVALID', `An order has at most ${LINES_MOST} lines.`, {
      path: 'lines',
      limit: `${LINES_MOST}`,
    });
  return (lines ?? []).map(({ label, quantity, amount }, index) => {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 999_999)
      throw refuse('INPUT_INVALID', 'A quantity is a whole number from 1 to 999999.', `lines.${index}.quantity`);
    return {
      label: requireText(label, { path: `lines.${index}.label`, max: 200 }),
      quantity,
      amount: amount.toString(),
    };
  });
}

export function requireShopper(shopper: SessionInput['shopper']): Shopper | null {
  if (!shopper) return null;
  const text = (field: keyof Shopper, max: number): string | undefined =>
    shopper[field] ? requireText(shopper[field], { path: `shopper.${field}`, max }) : undefined;
  const email = text('email', 254);
  if (email !== undefined && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(email))
    throw refuse('INPUT_INVALID', 'Not an e-mail address.', 'shopper.email');
  const country = text('country', 2);
  if (country !== undefined && !/^[A-Z]{2}$/.test(country))
    throw refuse('INPUT_INVALID', 'A country is two capital letters (ISO 3166).', 'shopper.country');
  return { email, name: text('name', 200), phone: text('phone', 40), country };
}

export function requireMetadata(metadata: SessionInput['metadata']): Readonly<Record<string, unknown>> | null {
  if (!metadata) return null;
  // Checked as one text: whatever a card number is hidden in, it is in here.
  requireText(JSON.stringify(metadata), { path: 'metadata', max: METADATA_CHARACTERS });
  return metadata;
}
