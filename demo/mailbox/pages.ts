/**
 * The pages of the mailbox. Whatever a letter says is text to them; its HTML is shown in a frame that can do nothing.
 */
import { createHash } from 'node:crypto';
import type { Letter } from './letter.js';

const STYLE = `:root{color-scheme:light dark}body{margin:0 auto;padding:1rem;max-width:60rem;font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
a{color:#0b4f9e}ul{padding:0;list-style:none}li{padding:.5rem 0;border-bottom:1px solid #767676}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.25rem 1rem}dt{font-weight:600}dd{margin:0}
iframe{width:100%;height:34rem;border:1px solid #767676;background:#fff}pre{overflow-x:auto;padding:1rem;border:1px solid #767676}
small{display:block}@media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}a{color:#8fc1ff}}`;

const HASH = createHash('sha256').update(STYLE).digest('base64');

/** Of every page of ours: its one style by its hash, frames of our own, and nothing else. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${HASH}'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Of a letter's HTML: no script, no form, nothing loaded; a link opens elsewhere. */
export const LETTER_POLICY = `sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main>${content}</main></body></html>
`;
}

export function listPage(letters: readonly Letter[]): string {
  const items = letters.map(
    ({ id, subject, to, receivedAt }) =>
      `<li><a href="/mail/${id}">${escape(subject || 'Without a subject')}</a>
<small>to ${escape(to.join(', '))}, <time datetime="${escape(receivedAt)}">${escape(receivedAt)}</time></small></li>`,
  );
  const list = items.length === 0 ? '<p>Nothing has come yet.</p>' : `<ul>${items.join('\n')}</ul>`;
  return page(
    `Mailbox (${letters.length})`,
    `<h1>Mailbox</h1><p>What the test house has mailed; nothing of it was forwarded. <a href="/messages">As JSON</a></p>${list}`,
  );
}

export function letterPage(letter: Letter): string {
  const { id, subject, from, to, messageId, date, text, html, attachments, size } = letter;
  const facts: readonly (readonly [string, string])[] = [
    ['From', from],
    ['To', to.join(', ')],
    ['Date', date ?? 'none'],
    ['Message-ID', messageId ?? 'none'],
    ['Size', `${size} bytes`],
  ];
  const files = attachments.map(
    ({ filename, contentType, content }, place) =>
      `<li><a href="/mail/${id}/attachments/${place}" download>${escape(filename)}</a> (${escape(contentType)}, ${content.length} bytes)</li>`,
  );
  const frame = `<h2>As HTML</h2><iframe src="/mail/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" title="The letter as HTML"></iframe>`;
  return page(
    subject || 'Without a subject',
    `<p><a href="/">All letters</a></p><h1>${escape(subject || 'Without a subject')}</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
${files.length > 0 ? `<h2>Attachments</h2><ul>${files.join('\n')}</ul>` : ''}
${html === null ? '' : frame}
${text === null ? '' : `<h2>As text</h2><pre tabindex="0" role="region" aria-label="The letter as text">${escape(text)}</pre>`}
<p><a href="/mail/${id}/raw">Source</a></p>`,
  );
}

export function nothingPage(): string {
  return page('Not found', '<h1>There is nothing here</h1><p><a href="/">All letters</a></p>');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => ENTITIES[character] ?? character);
}
