/**
 * What one answer of the checkout carries: the page's data, its status, and what the browser may do on it.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { accentFor } from '../ui/accent.ts';
import { type Language, languageOf } from '../ui/language.ts';
import { contentPolicy } from '../http/policy.ts';
import { hasCardForm, httpStatusOf, refreshAfter_s, screenOf, type View } from './screen.ts';

export interface CheckoutPageProps {
  readonly view: View;
  readonly language: Language;
  /** One idempotency key per form and rendering: sent twice, a form counts once. */
  readonly keys: { readonly pay: string; readonly sameCard: string; readonly extend: string; readonly cancel: string };
  /** The shop's colour as custom properties, and the nonce under which the browser takes them. */
  readonly accent: { readonly css: string; readonly nonce: string };
}

export function answerWith(response: ServerResponse, view: View, language: Language): { props: CheckoutPageProps } {
  const screen = screenOf(view);
  const nonce = randomBytes(16).toString('base64');
  const colour = view.kind === 'checkout' ? view.checkout.shop.branding.accentColour : null;
  response.statusCode = httpStatusOf(view);
  const scripted = hasCardForm(screen) || screen === 'ticket';
  response.setHeader('Content-Security-Policy', contentPolicy({ script: scripted, styleNonce: nonce }));
  // The header, not the element: the page stays the same, and a browser without scripts asks again all the same.
  const refresh_s = refreshAfter_s(screen);
  if (refresh_s !== null) response.setHeader('Refresh', String(refresh_s));
  if (screen === 'tooMany' || screen === 'unreachable') response.setHeader('Retry-After', '10');
  const keys = { pay: newKey(), sameCard: newKey(), extend: newKey(), cancel: newKey() };
  return { props: { view, language, keys, accent: { css: accentCss(colour ?? null), nonce } } };
}

function newKey(): string {
  return randomBytes(18).toString('base64url');
}

/** The reader's own choice, else the session's, else what the browser asks. */
export function languageFor(view: View, chosen: Language | null, preferred: Language): Language {
  const session = view.kind === 'checkout' ? languageOf(view.checkout.locale) : null;
  return chosen ?? session ?? preferred;
}

function accentCss(colour: string | null): string {
  const of = (theme: 'light' | 'dark'): string => {
    const { background, text } = accentFor(colour, theme);
    return `:root{--accent:${background};--on-accent:${text}}`;
  };
  return `${of('light')}@media (prefers-color-scheme:dark){${of('dark')}}`;
}
