/**
 * What the list shows is in its address: a view can be kept, shared and gone back to.
 */
import type { Brand, TransactionFilter, TransactionStatus } from '../../graphql/generated/till/graphql.ts';
import { dayAfter, startOfDay } from '../../ui/format-time.ts';
import { statusesOf } from '../../ui/status-words.ts';

export const BRANDS = ['CB', 'VISA', 'MASTERCARD', 'AMEX', 'MAESTRO'] as const satisfies readonly Brand[];
export const STATUSES: readonly TransactionStatus[] = statusesOf('status');

export interface Span {
  readonly from: string;
  readonly until: string;
}

export interface ListView {
  readonly text: string;
  readonly statuses: readonly TransactionStatus[];
  readonly brands: readonly Brand[];
  /** Days of the shop's calendar, the last one included. */
  readonly from: string;
  readonly to: string;
  /** Instants, from a link such as the daily report's: a business day begins and ends at the cut-off. */
  readonly span: Span | null;
  /** Cursor that the page comes after; null for the newest. */
  readonly after: string | null;
}

export const WHOLE_VIEW: ListView = { text: '', statuses: [], brands: [], from: '', to: '', span: null, after: null };

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function viewOf(address: string): ListView {
  const given = new URLSearchParams(address.split('?')[1] ?? '');
  const day = (name: string): string => (DAY.test(given.get(name) ?? '') ? (given.get(name) ?? '') : '');
  const listed = (name: string): string[] => (given.get(name) ?? '').split(',');
  return {
    text: (given.get('q') ?? '').slice(0, 100),
    statuses: STATUSES.filter(each => listed('status').includes(each)),
    brands: BRANDS.filter(each => listed('brand').includes(each)),
    from: day('from'),
    to: day('to'),
    span: spanOf(given.get('from'), given.get('until')),
    after: given.get('after'),
  };
}

function spanOf(from: string | null, until: string | null): Span | null {
  return isInstant(from) && isInstant(until) ? { from, until } : null;
}

function isInstant(text: string | null): text is string {
  return text !== null && INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

export function addressOf(view: ListView): string {
  const parameters = new URLSearchParams();
  if (view.text !== '') parameters.set('q', view.text);
  if (view.statuses.length > 0) parameters.set('status', view.statuses.join(','));
  if (view.brands.length > 0) parameters.set('brand', view.brands.join(','));
  if (view.from !== '') parameters.set('from', view.from);
  if (view.to !== '') parameters.set('to', view.to);
  if (view.span) {
    parameters.set('from', view.span.from);
    parameters.set('until', view.span.until);
  }
  if (view.after !== null) parameters.set('after', view.after);
  // Commas and colons may stand in a query as they are (RFC 3986, 3.4), and can be read.
  const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query === '' ? '/till/transactions' : `/till/transactions?${query}`;
}

export function isFiltered({ text, statuses, brands, from, to, span }: ListView): boolean {
  return span !== null || text !== '' || from !== '' || to !== '' || statuses.length > 0 || brands.length > 0;
}

export function filterOf(view: ListView, timeZone: string): TransactionFilter {
  const from = view.from === '' ? view.span?.from : startOfDay(view.from, timeZone);
  const until = view.to === '' ? view.span?.until : startOfDay(dayAfter(view.to), timeZone);
  return {
    ...(view.text === '' ? {} : { text: view.text }),
    ...(view.statuses.length === 0 ? {} : { status: [...view.statuses] }),
    ...(view.brands.length === 0 ? {} : { brand: [...view.brands] }),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}
