/**
 * The frame of every page of the issuer: HTML in which nothing foreign can become markup, and a policy under which
 * nothing foreign would run.
 */
import { randomBytes } from 'node:crypto';
import type { Language } from './words.js';

/** Text that is markup already. */
export class Html {
  constructor(readonly text: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Whatever is put in is text, unless it was made by `html` itself. */
export function html(pieces: TemplateStringsArray, ...values: readonly (string | number | Html)[]): Html {
  const put = (value: string | number | Html | undefined): string =>
    value instanceof Html ? value.text : String(value ?? '').replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign);
  return new Html(pieces.map((piece, place) => piece + (place < values.length ? put(values[place]) : '')).join(''));
}

export const NOTHING = new Html('');

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface PageParts {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  /** The only one who may frame it, and to whom its forms may go besides ourselves. */
  readonly partner?: URL | undefined;
  /** Sends the page's form as soon as it is there. */
  readonly sendsItself?: boolean;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2430; --paper: #fff; --line: #6b7583; --act: #0b5cad; --on: #fff; --bad: #a3151d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8ecf1; --paper: #14191f; --line: #8b96a5; --act: #8ec5ff; --on: #0b1a2b; --bad: #ffb3ad }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 28rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.25rem; margin: 0 0 .5rem }
p { margin: 0 0 1rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem }
dt { font-weight: 600 }
dd { margin: 0; overflow-wrap: anywhere }
label { display: block; font-weight: 600 }
input { width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit; letter-spacing: .2em; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .25rem }
input[aria-invalid] { border: 2px solid var(--bad) }
button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; cursor: pointer;
  border: 1px solid var(--act); border-radius: .25rem; background: var(--act); color: var(--on) }
button.quiet { background: transparent; color: var(--act) }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.bad { color: var(--bad); font-weight: 600 }
.acts { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1rem }
`;

export function page({ language, title, body, status = 200, partner, sendsItself = false }: PageParts): Page {
  const nonce = randomBytes(16).toString('base64');
  const script = sendsItself
    ? html`<script nonce="${nonce}">
        document.forms[0].submit();
      </script>`
    : NOTHING;
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <main>${body}</main>
        ${script}
      </body>
    </html> `;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(sendsItself ? [`script-src 'nonce-${nonce}'`] : []),
    `form-action 'self'${partner ? ` ${partner.origin}` : ''}`,
    `frame-ancestors ${partner?.origin ?? "'none'"}`,
    "base-uri 'none'",
  ];
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // The address names a challenge; the shop it goes back to needs to know no more than where it came from.
      'referrer-policy': 'strict-origin',
    },
    body: document.text,
  };
}
