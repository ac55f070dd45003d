import type { Cell, Layout, Paragraph, Section, Table } from './layout.js';

/** The report for those who read plain text: tables in columns, links below them. */
export function asText({ title, introduction, sections, footer }: Layout): string {
  const parts = [underlined(title, '='), introduction.join('\n'), ...sections.map(section), `-- \n${footer}`];
  return `${parts.join('\n\n')}\n`;
}

function section({ title, blocks }: Section): string {
  return [underlined(title, '-'), ...blocks.map(block)].join('\n\n');
}

function block(each: Table | Paragraph): string {
  if (each.kind === 'table') return table(each);
  return each.href === undefined ? each.text : `${each.text}\n<${each.href}>`;
}

function table({ head, rows }: Table): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]?.text.length ?? 0)));
  const line = (row: readonly Cell[]) =>
    row
      .map(({ text, figure }, column) =>
        figure ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const links = rows.flat().flatMap(({ text, href }) => (href === undefined ? [] : [`${text}: <${href}>`]));
  return [line(head), ...rows.map(line), ...(links.length > 0 ? [''] : []), ...new Set(links)].join('\n');
}

function underlined(title: string, with_: string): string {
  return `${title}\n${with_.repeat(title.length)}`;
}
