/**
 * The state tables of the core as Mermaid diagrams with their sentences, for `server/ARCHITECTURE.md`.
 */
import { AUTHENTICATION_STATE_TABLE } from '../server/core/authentication-states.js';
import { REFUND_TABLE } from '../server/core/refund.js';
import { REMITTANCE_TABLE } from '../server/core/remittance.js';
import { SESSION_TABLE } from '../server/core/session.js';
import type { StateTable } from '../server/core/state-table.js';
import { TRANSACTION_TABLE } from '../server/core/transaction-table.js';

/** What each pair of markers in the document holds. */
export const DRAWN = {
  session: SESSION_TABLE,
  transaction: TRANSACTION_TABLE,
  authentication: AUTHENTICATION_STATE_TABLE,
  refund: REFUND_TABLE,
  remittance: REMITTANCE_TABLE,
} as const;

interface DrawnArrow {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly because: string;
}

/** The document with everything between its markers drawn afresh. A document without a marker is a mistake. */
export function drawInto(document: string): string {
  return Object.entries<StateTable<string, string>>(DRAWN).reduce((text, [name, table]) => {
    const [open, close] = [`<!-- drawn: ${name} -->`, `<!-- end: ${name} -->`];
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`The document has no markers ${open} and ${close}.`);
    return `${text.slice(0, start)}${open}\n\n${draw(table)}\n\n${text.slice(end)}`;
  }, document);
}

/** A document with nothing but the markers, for the first time. */
export function emptyDocument(): string {
  const sections = Object.keys(DRAWN).map(name => `<!-- drawn: ${name} -->\n<!-- end: ${name} -->\n`);
  return ['# Architecture\n', '## States\n', ...sections].join('\n');
}

function draw(table: StateTable<string, string>): string {
  const arrows = arrowsOf(table);
  return ['```mermaid', 'stateDiagram-v2', ...lines(arrows), '```', '', ...sentences(arrows)].join('\n');
}

function arrowsOf(table: StateTable<string, string>): DrawnArrow[] {
  return Object.entries(table).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([event, arrow]) => (arrow ? [{ from, event, ...arrow }] : [])),
  );
}

/** Arrows that stay where they are are left to the sentences: in a picture they only hide the others. */
function lines(arrows: readonly DrawnArrow[]): string[] {
  const moving = arrows.filter(({ from, to }) => from !== to);
  const left = new Set(moving.map(({ from }) => from));
  const last = new Set(arrows.map(({ to }) => to).filter(to => !left.has(to)));
  return [
    ...moving.map(({ from, event, to }) => `  ${from === 'NEW' ? '[*]' : from} --> ${to}: ${event}`),
    ...[...last].map(status => `  ${status} --> [*]`),
  ];
}

/** One line per sentence; an event that comes in many statuses for the same reason is told once. */
function sentences(arrows: readonly DrawnArrow[]): string[] {
  const told = Map.groupBy(arrows, ({ event, because }) => `${event} ${because}`);
  const rows = [...told.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others];
    const from = all.length > 5 ? 'any but `NEW`' : all.map(arrow => code(arrow.from)).join(', ');
    const to = all.every(arrow => arrow.to === arrow.from) ? 'stays' : code(first.to);
    return [[code(first.event), from, to, first.because]];
  });
  return table(['event', 'from', 'to', 'because'], rows);
}

/** In aligned columns, as the formatter would write it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)];
}

function code(name: string): string {
  return `\`${name}\``;
}
