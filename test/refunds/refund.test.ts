import { expect, test } from '@jest/globals';
import { cardNumber } from '../../bank/grammar.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { loadRefund } from '../../server/refunds/refund.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { BY_KEY, Rig } from '../remittance/rig.js';

const house = Rig.forEachTest();

function ask(rig: Rig, transactionId: string, amount: bigint | null, shopId = rig.shopId) {
  return refundTransaction(rig.deps, shopId, BY_KEY, { idempotencyKey: rig.key(), transactionId, amount });
}

test('a refund is asked for, travels, and is credited under a reference number of its own', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  const refund = await ask(rig, paid.id, 400n);
  expect(refund).toMatchObject({ status: 'TO_CREDIT', amount: 400n, currency: 'EUR', requested_by_kind: 'KEY' });
  expect(refund.rrn).not.toBe(paid.rrn);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', refund_pending: 400n, refunded: 0n });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ refund_pending: 0n, refunded: 400n, captured: 1000n });
  expect(await rig.inTheBook('refunds')).toMatchObject([{ rrn: refund.rrn, originalRrn: paid.rrn, amount: 400 }]);
});

test('refunds add up to what was captured, and not one cent more', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  await ask(rig, paid.id, 600n);
  await expect(ask(rig, paid.id, 401n)).rejects.toMatchObject({
    code: 'AMOUNT_NOT_POSSIBLE',
    details: { path: 'amount', limit: '4.00 EUR' },
  });
  expect(await ask(rig, paid.id, null)).toMatchObject({ amount: 400n });
  await expect(ask(rig, paid.id, 1n)).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  await expect(ask(rig, paid.id, 1n)).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  expect(await rig.transaction(paid.id)).toMatchObject({ refunded: 1000n, refund_pending: 0n });
});

test('many refunds at once, from two processes, never exceed the capture', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  const other = await rig.otherProcess();
  try {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => {
        const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 300n };
        return refundTransaction(index % 2 ? rig.deps : other.deps, rig.shopId, BY_KEY, input).then(
          () => 'REFUNDED',
          (error: { code?: string }) => error.code,
        );
      }),
    );
    expect(outcomes.filter(outcome => outcome === 'REFUNDED')).toHaveLength(3);
    expect(outcomes.filter(outcome => outcome === 'AMOUNT_NOT_POSSIBLE')).toHaveLength(5);
  } finally {
    await other.close();
  }
  expect(await rig.transaction(paid.id)).toMatchObject({ refund_pending: 900n });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ refund_pending: 0n, refunded: 900n });
});

test('nothing is refunded before it is captured', async () => {
  const rig = house();
  const paid = await rig.pay();
  const refused = { code: 'ACTION_NOT_POSSIBLE' };
  await expect(ask(rig, paid.id, null)).rejects.toMatchObject({
    ...refused,
    message: expect.stringContaining('cancel'),
  });
  await rig.closeNow();
  await expect(ask(rig, paid.id, null)).rejects.toMatchObject({
    ...refused,
    message: expect.stringContaining('travels'),
  });
  const declined = await rig.pay({ number: cardNumber('400012', '00', 1, '51') });
  await expect(ask(rig, declined.id, null)).rejects.toMatchObject(refused);
});

test('nothing, a negative amount and an overlong or secret reason are refused, and nothing is written', async () => {
  const rig = house();
  const paid = await rig.captured();
  await expect(ask(rig, paid.id, 0n)).rejects.toMatchObject({ code: 'AMOUNT_NOT_POSSIBLE' });
  await expect(ask(rig, paid.id, -5n)).rejects.toMatchObject({ code: 'AMOUNT_NOT_POSSIBLE' });
  for (const reason of ['x'.repeat(201), 'line\nbreak', cardNumber('400012', '00', 1, '00')]) {
    const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 1n, reason };
    const refused = refundTransaction(rig.deps, rig.shopId, BY_KEY, input);
    await expect(refused).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { path: 'reason' } });
  }
  expect(await rig.transaction(paid.id)).toMatchObject({ refund_pending: 0n });
});

test('the same key and input give the same refund, also once it is credited; another input is refused', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 250n, reason: 'Parcel lost' };
  const first = await refundTransaction(rig.deps, rig.shopId, BY_KEY, input);
  const repeated = await Promise.all([1, 2, 3].map(() => refundTransaction(rig.deps, rig.shopId, BY_KEY, input)));
  expect(repeated.map(refund => refund.id)).toEqual([first.id, first.id, first.id]);
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await refundTransaction(rig.deps, rig.shopId, BY_KEY, input)).toMatchObject({
    id: first.id,
    status: 'CREDITED',
  });
  const other = refundTransaction(rig.deps, rig.shopId, BY_KEY, { ...input, amount: 251n });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await rig.transaction(paid.id)).toMatchObject({ refunded: 250n, refund_pending: 0n });
});

test('one key used many times at once refunds once', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 100n };
  const refunds = await Promise.all(
    Array.from({ length: 6 }, () => refundTransaction(rig.deps, rig.shopId, BY_KEY, input)),
  );
  expect(new Set(refunds.map(refund => refund.id)).size).toBe(1);
  expect(await rig.transaction(paid.id)).toMatchObject({ refund_pending: 100n });
});

test("another shop's transaction and none at all look the same", async () => {
  const rig = house();
  const theirs = await rig.captured();
  const ours = await rig.newShop();
  const foreign = await ask(rig, theirs.id, 1n, ours).catch((error: unknown) => error);
  const absent = await ask(rig, 'txn_00000000000000000000000000', 1n, ours).catch((error: unknown) => error);
  expect(foreign).toMatchObject({ code: 'NOT_FOUND' });
  expect(absent).toEqual(foreign);
  expect(await rig.transaction(theirs.id)).toMatchObject({ refund_pending: 0n });
});

test('once the card number is erased nothing can be refunded to it', async () => {
  const rig = house();
  const paid = await rig.captured();
  await rig.deps.sql
    .updateTable('card')
    .set({ sealed_number: null, sealed_key_id: null })
    .where('id', '=', paid.card_id)
    .execute();
  await expect(ask(rig, paid.id, 1n)).rejects.toMatchObject({ code: 'CARD_NOT_KEPT' });
});

test('a refund keeps its requester, its reason and its events', async () => {
  const rig = house();
  const paid = await rig.captured();
  const member = { kind: 'MEMBER', id: 'mem_1' } as const;
  const input = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 1n, reason: 'Returned, size 42' };
  const { id } = await refundTransaction(rig.deps, rig.shopId, member, input);
  const kept = await loadRefund(rig.deps.sql, id);
  expect(kept).toMatchObject({ reason: 'Returned, size 42', requested_by_kind: 'MEMBER', requested_by_id: 'mem_1' });
  expect(await rig.told(id)).toEqual(['REQUESTED→TO_CREDIT']);
  expect((await rig.told(paid.id)).at(-1)).toBe('REFUND_REQUESTED→CAPTURED');
});
