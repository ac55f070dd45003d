/**
 * What the report of a day says: first what waits for somebody, then the day in figures, then what went to the bank.
 */
import { REFUND_STATUSES } from '../core/refund.js';
import { TRANSACTION_STATUSES } from '../core/transaction.js';
import type { ShopRow } from '../shops/shop.js';
import { attention } from './attention.js';
import type { ReportRow } from './daily-report.js';
import type { Cell, Layout, Paragraph, Section, Table } from './layout.js';
import type { Links } from './links.js';
import type { Day } from './read-day.js';
import { remittances } from './remittance-section.js';
import type { Words } from './words.js';

export function titleOf(words: Words, shop: ShopRow, report: ReportRow): string {
  const values = { shop: shop.name.replaceAll(/\p{Cc}+/gu, ' '), day: words.day(report.business_day) };
  return words.say(shop.mode === 'TEST' ? 'mail.titleTest' : 'mail.title', values);
}

export function layoutOf(words: Words, links: Links, shop: ShopRow, report: ReportRow, madeAt: Date, day: Day): Layout {
  const [from, until, made] = [report.from_at, report.until_at, madeAt].map(at => words.moment(at));
  const zone = shop.time_zone;
  return {
    language: words.language,
    title: titleOf(words, shop, report),
    introduction: [
      words.say('mail.span', { from: from ?? '', until: until ?? '', zone }),
      words.say('mail.asOf', { made: made ?? '' }),
    ],
    sections: [
      attention(words, links, day),
      byStatus(words, links, day),
      ...(day.byBrand.length > 0 ? [byBrand(words, day)] : []),
      ...(day.byReason.length > 0 ? [byReason(words, day)] : []),
      refunds(words, day),
      remittances(words, links, day),
      wholeList(words, links, day),
    ],
    footer: words.say('mail.footer', { shop: shop.name, till: links.reports() }),
  };
}

export const figure = (text: string): Cell => ({ text, figure: true });
export const paragraph = (text: string, href?: string): Paragraph => ({
  kind: 'paragraph',
  text,
  ...(href === undefined ? {} : { href }),
});

export function table(head: readonly Cell[], rows: readonly (readonly Cell[])[]): Table {
  return { kind: 'table', head, rows };
}

function byStatus(words: Words, links: Links, { byStatus: sums }: Day): Section {
  const title = words.say('mail.transactions');
  if (sums.length === 0) return { title, blocks: [paragraph(words.say('mail.transactions.none'))] };
  const inOrder = TRANSACTION_STATUSES.flatMap(status => sums.filter(sum => sum.status === status));
  const rows = inOrder.map(({ status, currency, count, amount }) => [
    { text: words.say(`mail.status.${status}`), href: links.transactions(status) },
    figure(words.count(count)),
    figure(words.money(amount, currency)),
  ]);
  return { title, blocks: [table(head(words, 'mail.column.status'), rows)] };
}

function head(words: Words, first: string): Cell[] {
  return [{ text: words.say(first) }, figure(words.say('mail.column.count')), figure(words.say('mail.column.amount'))];
}

function byBrand(words: Words, { byBrand: sums }: Day): Section {
  const rows = sums.map(({ brand, currency, count, accepted, amount }) => [
    { text: words.sayIfThere(`mail.brand.${brand}`, brand) },
    figure(words.count(count)),
    figure(words.count(accepted)),
    figure(words.money(amount, currency)),
  ]);
  const columns = [
    { text: words.say('mail.column.brand') },
    figure(words.say('mail.column.count')),
    figure(words.say('mail.column.accepted')),
    figure(words.say('mail.column.acceptedAmount')),
  ];
  return { title: words.say('mail.brands'), blocks: [table(columns, rows)] };
}

/** A refusal is ours, a decline the issuer's: never in one line. */
function byReason(words: Words, { byReason: sums }: Day): Section {
  const rows = sums.map(({ status, reason, currency, count, amount }) => {
    const because =
      status === 'DECLINED'
        ? `${reason ?? '–'} · ${words.sayIfThere(`till.decline.${reason}`, words.say('till.decline.unlisted'))}`
        : words.sayIfThere(`mail.refused.${reason}`, reason ?? '–');
    return [
      { text: words.say(`mail.status.${status}`) },
      { text: because },
      figure(words.count(count)),
      figure(words.money(amount, currency)),
    ];
  });
  const [status, ...figures] = head(words, 'mail.column.status');
  const columns = [...(status ? [status] : []), { text: words.say('mail.column.reason') }, ...figures];
  return { title: words.say('mail.reasons'), blocks: [table(columns, rows)] };
}

function refunds(words: Words, { refunds: sums }: Day): Section {
  const title = words.say('mail.refunds');
  if (sums.length === 0) return { title, blocks: [paragraph(words.say('mail.refunds.none'))] };
  const inOrder = REFUND_STATUSES.flatMap(status => sums.filter(sum => sum.status === status));
  const rows = inOrder.map(({ status, currency, count, amount }) => [
    { text: words.say(`mail.refund.${status}`) },
    figure(words.count(count)),
    figure(words.money(amount, currency)),
  ]);
  return { title, blocks: [table(head(words, 'mail.column.status'), rows)] };
}

function wholeList(words: Words, links: Links, { transactions }: Day): Section {
  const text = words.say('mail.list.attached', { count: words.count(transactions.length) });
  return { title: words.say('mail.list'), blocks: [paragraph(text, links.transactions())] };
}
