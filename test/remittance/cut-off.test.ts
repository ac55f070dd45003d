import { expect, test } from '@jest/globals';
import { closeDueRemittances } from '../../server/remittance/close-remittance.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { BY_KEY, Rig } from './rig.js';

/** Clocks only go forward, so the tests of this file stand in the order of the calendar. */
const house = Rig.forEachTest('2027-03-10T09:00:00Z');

test("a remittance closes by itself at the shop's cut-off, as of that instant, and the next one is of the next day", async () => {
  const rig = house();
  await rig.pay();
  expect(await rig.openRemittance()).toMatchObject({ business_day: '2027-03-10', due_at: at('2027-03-10T21:00:00Z') });
  rig.clock.passUntil('2027-03-10T20:59:59Z');
  expect(await closedByItself(rig)).toBe(0);
  rig.clock.passUntil('2027-03-10T21:00:07Z');
  expect(await closedByItself(rig)).toBe(1);
  expect(await rig.remittances()).toMatchObject([
    { status: 'CLOSED', closed_at: at('2027-03-10T21:00:00Z'), closed_by_kind: 'TILL', debit_count: 1 },
    { status: 'OPEN', number: 2, business_day: '2027-03-11', due_at: at('2027-03-11T21:00:00Z') },
  ]);
});

test('with nothing in it at its cut-off a remittance stays open for the next business day', async () => {
  const rig = house();
  await rig.captured();
  const { id } = await rig.openRemittance();
  rig.clock.passUntil('2027-03-13T12:00:00Z');
  expect(await closedByItself(rig)).toBe(0);
  expect(await rig.openRemittance()).toMatchObject({
    id,
    business_day: '2027-03-13',
    due_at: at('2027-03-13T21:00:00Z'),
  });
});

test('a payment after the cut-off belongs to the next business day, however late the worker is', async () => {
  const rig = house();
  const early = await rig.pay({ serial: 1 });
  rig.clock.passUntil('2027-03-13T21:00:00Z');
  const late = await rig.pay({ serial: 2 });
  expect(late.capture_day).toBe('2027-03-14');
  rig.clock.passUntil('2027-03-14T09:00:00Z');
  expect(await closedByItself(rig)).toBe(1);
  expect(await rig.transaction(early.id)).toMatchObject({ status: 'REMITTING' });
  expect(await rig.transaction(late.id)).toMatchObject({ status: 'TO_CAPTURE' });
});

test('so does a refund', async () => {
  const rig = house();
  const paid = await rig.captured();
  const ask = () => ({ idempotencyKey: rig.key(), transactionId: paid.id, amount: 1n });
  await refundTransaction(rig.deps, rig.shopId, BY_KEY, ask());
  rig.clock.passUntil('2027-03-14T21:00:00Z');
  await refundTransaction(rig.deps, rig.shopId, BY_KEY, ask());
  expect(await closedByItself(rig)).toBe(1);
  expect((await rig.remittances())[1]).toMatchObject({ status: 'CLOSED', credit_count: 1, credit_amount: 1n });
});

test('a worker that was away for days closes each business day by itself', async () => {
  const rig = house();
  const first = await rig.pay({ serial: 1 });
  const third = await rig.pay({ serial: 3, capture: { plan: 'DEFERRED', days: 2 } });
  rig.clock.passUntil('2027-03-19T09:00:00Z');
  expect(await closedByItself(rig)).toBe(2);
  const rows = await rig.remittances();
  expect(rows.map(row => `${row.number} ${row.business_day} ${row.status}`)).toEqual([
    '1 2027-03-15 CLOSED',
    '2 2027-03-17 CLOSED',
    '3 2027-03-19 OPEN',
  ]);
  expect((await rig.transaction(first.id)).remittance_id).toBe(rows[0]?.id);
  expect((await rig.transaction(third.id)).remittance_id).toBe(rows[1]?.id);
});

test('a deferred capture travels with its day, not before', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: { plan: 'DEFERRED', days: 1 } });
  await rig.openRemittance();
  rig.clock.passUntil('2027-03-19T22:00:00Z');
  await rig.work();
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_CAPTURE' });
  rig.clock.passUntil('2027-03-20T22:00:00Z');
  await rig.work();
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED' });
});

test('an authorisation that ends before the closing is left to be authorised again', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: { plan: 'DEFERRED', days: 9 } });
  rig.clock.passUntil('2027-03-27T12:00:00Z');
  await rig.work();
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_CAPTURE' });
  expect(paid.capture_day).toBe('2027-03-30');
  rig.clock.passUntil('2027-03-30T20:00:00Z');
  await rig.work();
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_CAPTURE', remittance_id: null });
});

test('two remittances close on the same business day when one was closed by hand', async () => {
  const rig = house();
  await rig.pay({ serial: 1 });
  expect(await rig.closeNow()).toMatchObject({ number: 1, business_day: '2027-03-31' });
  await rig.pay({ serial: 2 });
  rig.clock.passUntil('2027-03-31T20:00:00Z');
  expect(await closedByItself(rig)).toBe(1);
  expect((await rig.remittances())[1]).toMatchObject({ number: 2, business_day: '2027-03-31', status: 'CLOSED' });
});

test('a cut-off in an hour that comes twice is the first of the two, and the day after lasts 25 hours', async () => {
  const rig = house();
  rig.clock.passUntil('2027-10-30T12:00:00Z');
  await rig.newShop({ cutOff: '02:30' });
  await rig.pay({ serial: 1 });
  expect(await rig.openRemittance()).toMatchObject({ business_day: '2027-10-31', due_at: at('2027-10-31T00:30:00Z') });
  rig.clock.passUntil('2027-10-31T00:30:00Z');
  expect(await closedByItself(rig)).toBe(1);
  rig.clock.passUntil('2027-10-31T01:00:00Z');
  expect((await rig.pay({ serial: 2 })).capture_day).toBe('2027-11-01');
  expect(await rig.openRemittance()).toMatchObject({ due_at: at('2027-11-01T01:30:00Z') });
});

test('a cut-off in an hour that is skipped is the first instant after it', async () => {
  const rig = house();
  rig.clock.passUntil('2028-03-25T12:00:00Z');
  await rig.newShop({ cutOff: '02:30' });
  await rig.pay();
  expect(await rig.openRemittance()).toMatchObject({ business_day: '2028-03-26', due_at: at('2028-03-26T01:00:00Z') });
  rig.clock.passUntil('2028-03-26T00:59:59Z');
  expect(await closedByItself(rig)).toBe(0);
  rig.clock.passUntil('2028-03-26T01:00:00Z');
  expect(await closedByItself(rig)).toBe(1);
});

function at(instant: string): Date {
  return new Date(instant);
}

/** How many remittances of this shop the timetable closes now. */
async function closedByItself(rig: Rig): Promise<number> {
  const closed = async () => (await rig.remittances()).filter(row => row.status !== 'OPEN').length;
  const before = await closed();
  await closeDueRemittances(rig.deps);
  return (await closed()) - before;
}
