import type { RemittanceRow } from '../remittance/remittance.js';
import type { Cell, Section, Table } from './layout.js';
import type { Links } from './links.js';
import type { Day, RejectedItem } from './read-day.js';
import type { Words } from './words.js';

/** What went to the bank, and what it said. A letter lists so many rejected items; the till has all. */
const REJECTED_MOST = 50;

export function remittances(words: Words, links: Links, { remittances: rows, rejected }: Day): Section {
  const title = words.say('mail.remittances');
  if (rows.length === 0) return { title, blocks: [{ kind: 'paragraph', text: words.say('mail.remittances.none') }] };
  const head = ['remittance', 'captures', 'sum', 'refunds', 'sum', 'answer'].map((name, place) => ({
    text: words.say(`mail.column.${name}`),
    figure: place > 0 && place < 5,
  }));
  const lines = rows.map(row => [
    {
      text: words.say('mail.remittance.number', { number: String(row.number), currency: row.currency }),
      href: links.remittance(row.id),
    },
    figure(words.count(row.debit_count)),
    figure(words.money(row.debit_amount, row.currency)),
    figure(words.count(row.credit_count)),
    figure(words.money(row.credit_amount, row.currency)),
    { text: answerOf(words, row) },
  ]);
  const summary: Table = { kind: 'table', head, rows: lines };
  return { title, blocks: [summary, ...rejectedOf(words, links, rejected)] };
}

const figure = (text: string): Cell => ({ text, figure: true });

/** With the bank's own totals where they differ from ours. */
function answerOf(words: Words, row: RemittanceRow): string {
  const said = words.say(`mail.remittance.${row.status}`);
  if (row.status !== 'OUT_OF_BALANCE' || row.bank_debit_amount === null || row.bank_credit_amount === null) return said;
  const theirs = words.say('mail.remittance.theirs', {
    captures: words.count(row.bank_debit_count ?? 0),
    captured: words.money(row.bank_debit_amount, row.currency),
    refunds: words.count(row.bank_credit_count ?? 0),
    refunded: words.money(row.bank_credit_amount, row.currency),
  });
  return `${said} ${theirs}`;
}

function rejectedOf(words: Words, links: Links, rejected: readonly RejectedItem[]): Section['blocks'] {
  if (rejected.length === 0) return [];
  const head = [
    { text: words.say('mail.column.rejected') },
    { text: words.say('mail.column.kind') },
    { text: words.say('mail.column.amount'), figure: true },
    { text: words.say('mail.column.code') },
  ];
  const rows = rejected
    .slice(0, REJECTED_MOST)
    .map(item => [
      { text: item.order_id, href: links.transaction(item.transaction_id) },
      { text: words.say(`mail.item.${item.kind}`) },
      figure(words.money(item.amount, item.currency)),
      { text: item.response_code ?? '–' },
    ]);
  const more = rejected.length - rows.length;
  const note = { kind: 'paragraph', text: words.say('mail.rejected.more', { count: words.count(more) }) } as const;
  return [{ kind: 'table', head, rows }, ...(more > 0 ? [note] : [])];
}
