import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { cardNumber } from '../../bank/grammar.js';
import { addDays } from '../../server/core/time.js';
import { runDue } from '../../server/timetable.js';
import { lapseAuthorisations } from '../../server/transactions/lapse-authorisations.js';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { holdCapture } from '../../server/remittance/hold-capture.js';
import { TransactionView } from '../../server/transactions/transaction.view.js';
import { validateTransaction } from '../../server/transactions/validate-transaction.js';
import { BY_KEY, Rig } from '../remittance/rig.js';

/** Visa is valid for seven days when the shopper asked, for four days and eighteen hours when the merchant did. */
const house = Rig.forEachTest('2027-03-01T09:00:00Z');
const LATE = { plan: 'DEFERRED', days: 10 } as const;
const HOUR_ms = 3_600_000;
const DAY_ms = 24 * HOUR_ms;

test('an authorisation that ends before its capture day is released, and asked again by the merchant when it has come', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n, capture: LATE });
  await days(rig, 7);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_AUTHORISE', authorisation_expires_at: null });
  expect(await rig.inTheBook('authorisations')).toMatchObject([{ rrn: paid.rrn, state: 'REVERSED', held: 0 }]);

  await days(rig, 2);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_AUTHORISE' });
  await hours(rig, 14);
  const again = await rig.transaction(paid.id);
  expect(again).toMatchObject({
    status: 'TO_CAPTURE',
    initiator: 'MERCHANT',
    authorised: 1000n,
    capture_day: paid.capture_day,
  });
  expect(again.rrn).not.toBe(paid.rrn);
  expect(again.scheme_transaction_id).toBe(paid.scheme_transaction_id);
  expect(again.authorisation_expires_at?.getTime()).toBe(
    (again.authorised_at?.getTime() ?? 0) + 4 * DAY_ms + 18 * HOUR_ms,
  );

  await days(rig, 1);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', captured: 1000n });
  expect(await rig.inTheBook('authorisations')).toMatchObject([
    { rrn: paid.rrn, captured: 0 },
    { rrn: again.rrn, state: 'CAPTURED', captured: 1000 },
  ]);
  expect((await rig.told(paid.id)).slice(2)).toEqual([
    'AUTHORISATION_LAPSED→TO_AUTHORISE',
    'RELEASE_CONFIRMED→TO_AUTHORISE',
    'AUTHORISATION_REQUESTED→AUTHORISING',
    'AUTHORISED_FOR_CAPTURE→TO_CAPTURE',
    'REMITTANCE_CLOSED→REMITTING',
    'CAPTURE_ACCEPTED→CAPTURED',
  ]);
});

test('only what is still open is asked again', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n, capture: LATE });
  const part = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 400n };
  await cancelTransaction(rig.deps, rig.shopId, BY_KEY, part);
  await days(rig, 8);
  const more = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 100n };
  await cancelTransaction(rig.deps, rig.shopId, BY_KEY, more);
  await days(rig, 3);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', authorised: 500n, captured: 500n });
});

test("the issuer's no to the second authorisation ends the payment", async () => {
  const rig = house();
  const number = cardNumber('400012', '00', 7, '00');
  const paid = await rig.pay({ capture: LATE, number });
  await days(rig, 8);
  await rig.order({ kind: 'CODE', card: number, code: '51', mti: '0100' });
  await days(rig, 2);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'EXPIRED', response_code: '51', to_capture: 0n });
  expect((await rig.told(paid.id)).at(-1)).toBe('REAUTHORISATION_DECLINED→EXPIRED');
  expect(new TransactionView(await rig.transaction(paid.id)).decline).toMatchObject({ code: '51', family: 'LIMIT' });
});

test('an unusable answer to the second authorisation is reversed and asked once more, later', async () => {
  const rig = house();
  const number = cardNumber('400012', '00', 8, '00');
  const paid = await rig.pay({ capture: LATE, number });
  await days(rig, 8);
  await rig.order({ kind: 'CLOSE_MID_FRAME', card: number, mti: '0100' });
  // The business day before it ends at ten in the evening in Paris, at nine in UTC.
  rig.clock.passUntil(`${addDays(paid.capture_day ?? '', -1)}T21:00:00Z`);
  await runDue(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_AUTHORISE' });
  expect((await rig.told(paid.id)).slice(-3)).toEqual([
    'AUTHORISATION_REQUESTED→AUTHORISING',
    'ANSWER_MISSING→UNKNOWN',
    'REAUTHORISATION_REVERSED→TO_AUTHORISE',
  ]);
  await hours(rig, 1);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_CAPTURE' });
  const held = (await rig.inTheBook('authorisations')).map(line => line['held']);
  expect(held).toEqual([0, 0, 1000]);
});

test('a capture that a person holds is not asked again', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: LATE });
  await holdCapture(rig.deps, rig.shopId, BY_KEY, { idempotencyKey: rig.key(), transactionId: paid.id });
  await days(rig, 11);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_AUTHORISE' });
});

test('without its card number a lapsed payment expires', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: LATE });
  await days(rig, 8);
  const card = rig.deps.sql.updateTable('card').where('id', '=', paid.card_id);
  await card.set({ sealed_number: null, sealed_key_id: null }).execute();
  await days(rig, 3);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'EXPIRED' });
});

test('what an overdue closing still carries has not lapsed', async () => {
  const rig = house();
  const paid = await rig.pay();
  rig.clock.pass(9 * DAY_ms);
  await runDue(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED' });
});

test('two workers let an authorisation lapse once', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: LATE });
  rig.clock.pass(8 * DAY_ms);
  await Promise.all([lapseAuthorisations(rig.deps), lapseAuthorisations(rig.deps), lapseAuthorisations(rig.deps)]);
  expect((await rig.told(paid.id)).filter(event => event.startsWith('AUTHORISATION_LAPSED'))).toHaveLength(1);
});

test('what is not validated in time expires as of its deadline, and nothing stays held', async () => {
  const rig = house();
  const paid = await rig.pay({ capture: { plan: 'VALIDATION', days: 2 } });
  await days(rig, 3);
  expect(await rig.transaction(paid.id)).toMatchObject({
    status: 'EXPIRED',
    to_validate: 0n,
    cancelled: 1000n,
  });
  expect(new TransactionView(await rig.transaction(paid.id)).decline).toBeNull();
  expect(await rig.inTheBook('authorisations')).toMatchObject([{ state: 'REVERSED', held: 0 }]);
});

test('what is validated after its authorisation ended is asked again at once', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 900n, capture: { plan: 'VALIDATION', days: 20 } });
  await days(rig, 9);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_VALIDATE' });
  const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 800n };
  expect(await validateTransaction(rig.deps, rig.shopId, BY_KEY, input)).toMatchObject({ status: 'TO_AUTHORISE' });
  await runDue(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'TO_CAPTURE', authorised: 800n });
  await days(rig, 1);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', captured: 800n });
});

/** Time passes hour by hour, and what becomes due happens. */
async function hours(rig: Rig, count: number): Promise<void> {
  for (let hour = 0; hour < count; hour++) {
    rig.clock.pass(HOUR_ms);
    await runDue(rig.deps);
  }
}

async function days(rig: Rig, count: number): Promise<void> {
  for (let half = 0; half < 2 * count; half++) {
    rig.clock.pass(DAY_ms / 2);
    await runDue(rig.deps);
  }
}
