/**
 * What the list shows is in its address: a view can be kept, shared and gone back to.
 */
import type { Brand, TransactionFilter, TransactionStatus } from '../../graphql/generated/till/graphql.ts';
import { dayAfter, startOfDay } from '../../ui/format-time.ts';
import { statusesOf } from '../../ui/status-words.ts';

export const BRANDS = ['CB', 'VISA', 'MASTERCARD', 'AMEX', 'MAESTRO'] as const satisfies readonly Brand[];
export const STATUSES: readonly TransactionStatus[] = statusesOf('status');

export interface ListView {
  readonly text: string;
  readonly statuses: readonly TransactionStatus[];
  readonly brands: readonly Brand[];
  /** Days of the shop's calendar, the last one included. */
  readonly from: string;
  readonly to: string;
  /** Cursor that the page comes after; null for the newest. */
  readonly after: string | null;
}

export const WHOLE_VIEW: ListView = { text: '', statuses: [], brands: [], from: '', to: '', after: null };

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
    after: given.get('after'),
  };
}

export function addressOf(view: ListView): string {
  const parameters = new URLSearchParams();
  if (view.text !== '') parameters.set('q', view.text);
  if (view.statuses.length > 0) parameters.set('status', view.statuses.join(','));
  if (view.brands.length > 0) parameters.set('brand', view.brands.join(','));
  if (view.from !== '') parameters.set('from', view.from);
  if (view.to !== '') parameters.set('to', view.to);
  if (view.after !== null) parameters.set('after', view.after);
  // Commas may stand in a query as they are (RFC 3986, 3.4), and can be read.
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? '/till/transactions' : `/till/transactions?${query}`;
}

export function isFiltered({ text, statuses, brands, from, to }: ListView): boolean {
  return text !== '' || from !== '' || to !== '' || statuses.length > 0 || brands.length > 0;
}

export function filterOf(view: ListView, timeZone: string): TransactionFilter {
  const from = view.from === '' ? null : startOfDay(view.from, timeZone);
  const until = view.to === '' ? null : startOfDay(dayAfter(view.to), timeZone);
  return {
    ...(view.text === '' ? {} : { text: view.text }),
    ...(view.statuses.length === 0 ? {} : { status: [...view.statuses] }),
    ...(view.brands.length === 0 ? {} : { brand: [...view.brands] }),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  };
}
