/**
 * What one answer of the checkout carries: the page's data, its status, and what the browser may do on it.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { accentFor } from '../ui/accent.ts';
import { type Language, languageOf } from '../ui/language.ts';
import { contentPolicy } from '../http/policy.ts';
import { type Screen, httpStatusOf, isScripted, refreshAfter_s, screenOf, type View } from './screen.ts';

export interface CheckoutPageProps {
  readonly view: View;
  readonly language: Language;
  /** One idempotency key per form and rendering: sent twice, a form counts once. */
  readonly keys: { readonly [Form in 'pay' | 'sameCard' | 'bank' | 'extend' | 'cancel']: string };
  /** The shop's colour as custom properties, and the nonce under which the browser takes them. */
  readonly accent: { readonly css: string; readonly nonce: string };
}

export function answerWith(response: ServerResponse, view: View, language: Language): { props: CheckoutPageProps } {
  const screen = screenOf(view);
  const nonce = randomBytes(16).toString('base64');
  const colour = view.kind === 'checkout' ? view.checkout.shop.branding.accentColour : null;
  response.statusCode = httpStatusOf(view);
  const needs = { script: isScripted(screen), styleNonce: nonce, ...bankOf(view, screen) };
  response.setHeader('Content-Security-Policy', contentPolicy(needs));
  // The header, not the element: the page stays the same, and a browser without scripts asks again all the same.
  const refresh_s = refreshAfter_s(screen);
  if (refresh_s !== null) response.setHeader('Refresh', String(refresh_s));
  if (screen === 'tooMany' || screen === 'unreachable') response.setHeader('Retry-After', '10');
  const keys = { pay: newKey(), sameCard: newKey(), bank: newKey(), extend: newKey(), cancel: newKey() };
  return { props: { view, language, keys, accent: { css: accentCss(colour ?? null), nonce } } };
}

/** Only while a screen leads to the bank may the page reach it, and no other origin. */
function bankOf(view: View, screen: Screen): { readonly bank?: string } {
  if (view.kind !== 'checkout') return {};
  const { challenge, method } = view.checkout;
  const address = screen === 'challenge' ? challenge?.acsUrl : screen === 'method' ? method?.url : undefined;
  return address !== undefined && /^https?:/.test(address) && URL.canParse(address)
    ? { bank: new URL(address).origin }
    : {};
}

function newKey(): string {
  return randomBytes(18).toString('base64url');
}

/** The reader's own choice, else the session's, else what the browser asks. */
export function languageFor(view: View, chosen: Language | null, preferred: Language): Language {
  const session = view.kind === 'checkout' ? languageOf(view.checkout.locale) : null;
  return chosen ?? session ?? preferred;
}

export function accentCss(colour: string | null): string {
  const of = (theme: 'light' | 'dark'): string => {
    const { background, text } = accentFor(colour, theme);
    return `:root{--accent:${background};--on-accent:${text}}`;
  };
  return `${of('light')}@media (prefers-color-scheme:dark){${of('dark')}}`;
}
