import { expect, test } from '@jest/globals';
import { closeDueRemittances, closeRemittance } from '../../server/remittance/close-remittance.js';
import { holdCapture, releaseCapture } from '../../server/remittance/hold-capture.js';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { BY_KEY, Rig } from './rig.js';

const house = Rig.forEachTest();

test('closing what holds nothing is refused, and the same key gets the same refusal', async () => {
  const rig = house();
  await rig.captured();
  const { id: remittanceId } = await rig.openRemittance();
  const input = { idempotencyKey: rig.key(), remittanceId };
  const close = () => closeRemittance(rig.deps, rig.shopId, BY_KEY, input);
  await expect(close()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
  await rig.pay();
  await expect(close()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
  expect(await rig.closeNow()).toMatchObject({ number: 2, debit_count: 1 });
});

test('a repeated request is answered with the remittance it closed; another key is told that it is closed', async () => {
  const rig = house();
  await rig.pay();
  const { id: remittanceId } = await rig.openRemittance();
  const input = { idempotencyKey: rig.key(), remittanceId };
  const first = await closeRemittance(rig.deps, rig.shopId, BY_KEY, input);
  await rig.pay({ serial: 2 });
  expect(await closeRemittance(rig.deps, rig.shopId, BY_KEY, input)).toEqual(first);
  const again = closeRemittance(rig.deps, rig.shopId, BY_KEY, { ...input, idempotencyKey: rig.key() });
  await expect(again).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
});

test("another shop's remittance and none at all look the same", async () => {
  const rig = house();
  await rig.pay();
  const { id: theirs } = await rig.openRemittance();
  const ours = await rig.newShop();
  const refusals = [theirs, 'rem_00000000000000000000000000', "' or true --"].map(remittanceId =>
    closeRemittance(rig.deps, ours, BY_KEY, { idempotencyKey: rig.key(), remittanceId }).catch(
      (error: unknown) => error,
    ),
  );
  const [one, ...others] = await Promise.all(refusals);
  expect(one).toMatchObject({ code: 'NOT_FOUND' });
  for (const other of others) expect(other).toEqual(one);
});

test('two shops close side by side, each with its own payments', async () => {
  const rig = house();
  const first = rig.shopId;
  const ofFirst = await rig.pay({ amount: 111n });
  const second = await rig.newShop();
  const ofSecond = await rig.pay({ amount: 222n });
  const one = await rig.closeNow('EUR', first);
  expect(one).toMatchObject({ shop_id: first, number: 1, debit_count: 1, debit_amount: 111n });
  expect(await rig.transaction(ofFirst.id)).toMatchObject({ status: 'REMITTING' });
  expect(await rig.transaction(ofSecond.id)).toMatchObject({ status: 'TO_CAPTURE' });
  expect(await rig.closeNow('EUR', second)).toMatchObject({ number: 1, debit_amount: 222n });
});

test('of many who close at once one closes, and nothing travels twice', async () => {
  const rig = house();
  for (let serial = 1; serial <= 4; serial++) await rig.pay({ serial });
  const { id: remittanceId } = await rig.openRemittance();
  const other = await rig.otherProcess();
  try {
    const closings = Array.from({ length: 8 }, (_, index) => {
      const input = { idempotencyKey: rig.key(), remittanceId };
      return closeRemittance(index % 2 ? rig.deps : other.deps, rig.shopId, BY_KEY, input).then(
        () => 'CLOSED',
        (error: { code?: string }) => error.code,
      );
    });
    const outcomes = await Promise.all(closings);
    expect(outcomes.filter(outcome => outcome === 'CLOSED')).toHaveLength(1);
    expect(outcomes.filter(outcome => outcome === 'ACTION_NOT_POSSIBLE')).toHaveLength(7);
  } finally {
    await other.close();
  }
  const items = await rig.deps.sql
    .selectFrom('remittance_item')
    .selectAll()
    .where('shop_id', '=', rig.shopId)
    .execute();
  expect(items).toHaveLength(4);
  expect((await rig.remittances()).map(row => row.status)).toEqual(['CLOSED', 'OPEN']);
});

test('a cancellation and a closing at the same instant have one winner', async () => {
  const rig = house();
  for (let serial = 1; serial <= 5; serial++) {
    const paid = await rig.pay({ serial });
    const cancel = { idempotencyKey: rig.key(), transactionId: paid.id, amount: null };
    const { id: remittanceId } = await rig.openRemittance();
    const close = { idempotencyKey: rig.key(), remittanceId };
    const [cancelled, closed] = await Promise.allSettled([
      cancelTransaction(rig.deps, rig.shopId, BY_KEY, cancel),
      closeRemittance(rig.deps, rig.shopId, BY_KEY, close),
    ]);
    const { status } = await rig.transaction(paid.id);
    expect([cancelled.status, closed.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(status).toBe(cancelled.status === 'fulfilled' ? 'CANCELLED' : 'REMITTING');
  }
});

test('what is held stays behind, and travels again once it is let go', async () => {
  const rig = house();
  const held = await rig.pay({ serial: 1 });
  await rig.pay({ serial: 2 });
  const of = () => ({ idempotencyKey: rig.key(), transactionId: held.id });
  expect(await holdCapture(rig.deps, rig.shopId, BY_KEY, of())).toMatchObject({ held_because: 'HELD_BY_PERSON' });
  await expect(holdCapture(rig.deps, rig.shopId, BY_KEY, of())).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  expect(await rig.closeNow()).toMatchObject({ debit_count: 1 });

  await releaseCapture(rig.deps, rig.shopId, BY_KEY, of());
  const twice = releaseCapture(rig.deps, rig.shopId, BY_KEY, of());
  await expect(twice).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  expect(await rig.closeNow()).toMatchObject({ debit_count: 1 });
  expect(await rig.told(held.id)).toEqual([
    'AUTHORISATION_REQUESTED→AUTHORISING',
    'AUTHORISED_FOR_CAPTURE→TO_CAPTURE',
    'HELD→TO_CAPTURE',
    'HOLD_RELEASED→TO_CAPTURE',
    'REMITTANCE_CLOSED→REMITTING',
  ]);
});

test('what is still to be validated, or is to be captured on a later day, does not travel', async () => {
  const rig = house();
  await rig.pay({ serial: 1, capture: { plan: 'VALIDATION', days: 3 } });
  await rig.pay({ serial: 2, capture: { plan: 'DEFERRED', days: 2 } });
  const { id: remittanceId } = await rig.openRemittance();
  const close = closeRemittance(rig.deps, rig.shopId, BY_KEY, { idempotencyKey: rig.key(), remittanceId });
  await expect(close).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });
  expect(await closeDueRemittances(rig.deps)).toBe(0);
});
