/**
 * The report as HTML for mail readers: one column, inline styles only, no picture, no script, nothing loaded from anywhere.
 */
import type { Cell, Layout, Paragraph, Section, Table } from './layout.js';

const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff}
main{max-width:44rem;margin:0 auto}h1{font-size:1.4rem}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:4px 8px;text-align:left;border-bottom:1px solid #ccc}
.figure{text-align:right;white-space:nowrap}a{color:#0b4f9e}footer{margin-top:2rem;color:#595959}
@media (prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}th,td{border-color:#444}a{color:#8fc1ff}footer{color:#b0b0b0}}`;

export function asHtml({ language, title, introduction, sections, footer }: Layout): string {
  return `<!doctype html>
<html lang="${escape(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escape(title)}</title><style>${STYLE}</style></head>
<body><main>
<h1>${escape(title)}</h1>
${introduction.map(text => `<p>${escape(text)}</p>`).join('\n')}
${sections.map(section).join('\n')}
<footer><p>${escape(footer)}</p></footer>
</main></body>
</html>
`;
}

function section({ title, blocks }: Section): string {
  const content = blocks.map(block => (block.kind === 'table' ? table(block, title) : paragraph(block)));
  return `<h2>${escape(title)}</h2>\n${content.join('\n')}`;
}

function paragraph({ text, href }: Paragraph): string {
  return `<p>${linked(text, href)}</p>`;
}

/** A table that is wider than the window is reached with the keyboard, too. */
function table({ head, rows }: Table, title: string): string {
  return `<div class="wide" role="group" aria-label="${escape(title)}" tabindex="0"><table><thead>${line(head, 'th', ' scope="col"')}</thead>
<tbody>
${rows.map(row => line(row, 'td', '')).join('\n')}
</tbody></table></div>`;
}

function line(row: readonly Cell[], tag: 'th' | 'td', scope: string): string {
  const cells = row.map(cell => `<${tag}${scope}${classOf(cell)}>${linked(cell.text, cell.href)}</${tag}>`);
  return `<tr>${cells.join('')}</tr>`;
}

function classOf({ figure }: Cell): string {
  return figure ? ' class="figure"' : '';
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? escape(text) : `<a href="${escape(href)}" target="_blank">${escape(text)}</a>`;
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
