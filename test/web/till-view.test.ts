import { expect, test } from '@jest/globals';
import { dayAfter, startOfDay } from '../../web/ui/format-time.ts';
import { looksLikeCard } from '../../web/ui/card-like.ts';
import { sandboxCard } from '../support/shopping.js';
import { routeOf, segmentsOf } from '../../web/till/route.ts';
import { WHOLE_VIEW, addressOf, filterOf, isFiltered, viewOf } from '../../web/till/screens/view.ts';

test('a view is its address, both ways', () => {
  const view = {
    ...WHOLE_VIEW,
    text: 'a & b',
    statuses: ['TO_VALIDATE', 'UNKNOWN'],
    brands: ['CB'],
    from: '2026-03-29',
  };
  const address = addressOf({ ...WHOLE_VIEW, ...view, statuses: ['UNKNOWN', 'TO_VALIDATE'], brands: ['CB'] });
  expect(address).toBe('/till/transactions?q=a+%26+b&status=UNKNOWN,TO_VALIDATE&brand=CB&from=2026-03-29');
  expect(viewOf(address)).toMatchObject({ text: 'a & b', brands: ['CB'], from: '2026-03-29', after: null });
  expect(viewOf(address).statuses.toSorted()).toEqual(['TO_VALIDATE', 'UNKNOWN']);
});

test('what an address says that is nothing of ours is not there', () => {
  const view = viewOf('/till/transactions?status=PAID,,toString&brand=__proto__&from=yesterday&to=2026-1-1');
  expect(view).toEqual(WHOLE_VIEW);
  expect(isFiltered(view)).toBe(false);
});

test('days are the shop’s: those of 23 and 25 hours too', () => {
  expect(startOfDay('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay('2026-03-30', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-10-25', 'Europe/Paris')).toBe('2026-10-24T22:00:00.000Z');
  expect(startOfDay('2026-10-26', 'Europe/Paris')).toBe('2026-10-25T23:00:00.000Z');
  expect(startOfDay('2026-01-01', 'Pacific/Kiritimati')).toBe('2025-12-31T10:00:00.000Z');
  expect(startOfDay('2026-01-01', 'Pacific/Pago_Pago')).toBe('2026-01-01T11:00:00.000Z');
  expect(startOfDay('2026-13-01', 'Europe/Paris')).toBeNull();
});

test('the last day of a range belongs to it', () => {
  const filter = filterOf({ ...WHOLE_VIEW, from: '2026-10-25', to: '2026-10-25' }, 'Europe/Paris');
  expect(filter).toEqual({ from: '2026-10-24T22:00:00.000Z', until: '2026-10-25T23:00:00.000Z' });
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
});

test.each([
  ['/till/transactions', { screen: 'transactions', id: null }],
  ['/till/transactions/txn_01abc?x=1', { screen: 'transactions', id: 'txn_01abc' }],
  ['/till/account/mem_1', null],
  ['/till/transactions/..%2f', null],
  ['/till/toString', null],
  ['/till/remittances/rem_1/items', null],
])('%s', (path, route) => {
  expect(routeOf(segmentsOf(path))).toEqual(route);
});

test('a link of the daily report shows its business day, from cut-off to cut-off', () => {
  const [from, until] = ['2026-11-22T21:00:00.000Z', '2026-11-23T21:00:00.000Z'];
  const link = `/till/transactions?${new URLSearchParams({ status: 'DECLINED', from, until })}`;
  const view = viewOf(link);
  expect(filterOf(view, 'Europe/Paris')).toEqual({ status: ['DECLINED'], from, until });
  expect(isFiltered(view)).toBe(true);
  expect(viewOf(addressOf(view))).toEqual(view);
  expect(viewOf(`/till/transactions?from=${from}`).span).toBeNull();
});

test('what could be a card number is known as one, however it is parted, and a long reference is not', () => {
  const number = sandboxCard();
  const parted = number.replaceAll(/(.{4})(?=.)/g, '$1 ');
  expect([number, parted, parted.replaceAll(' ', '-'), `order ${number}`].map(looksLikeCard)).not.toContain(false);
  const others = ['4000 12** **** 0008', 'LUM-2026-0444', '1700000000001', 'amount:>1000000000', ''];
  expect(others.filter(looksLikeCard)).toEqual([]);
});
