import { expect, test } from '@jest/globals';
import { reverseTransaction } from '../../server/refunds/reverse-transaction.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { BY_KEY, Rig } from '../remittance/rig.js';

const house = Rig.forEachTest();

function reverse(rig: Rig, transactionId: string, amount: bigint | null, idempotencyKey = rig.key()) {
  return reverseTransaction(rig.deps, rig.shopId, BY_KEY, { idempotencyKey, transactionId, amount });
}

test('before its remittance a payment is cancelled, in part or whole', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n });
  expect(await reverse(rig, paid.id, 300n)).toMatchObject({ status: 'TO_CAPTURE', cancelled: 300n, to_capture: 700n });
  expect(await reverse(rig, paid.id, null)).toMatchObject({ status: 'CANCELLED', cancelled: 1000n, to_capture: 0n });
});

test('in a closed remittance it can be neither, and says so', async () => {
  const rig = house();
  const paid = await rig.pay();
  await rig.closeNow();
  await expect(reverse(rig, paid.id, null)).rejects.toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
});

test('after its capture it is refunded', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n });
  expect(await reverse(rig, paid.id, 300n)).toMatchObject({ status: 'CAPTURED', refund_pending: 300n });
  expect(await reverse(rig, paid.id, null)).toMatchObject({ refund_pending: 1000n });
});

test('a repeated request does not cancel first and refund later', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n });
  const key = rig.key();
  await reverse(rig, paid.id, 300n, key);
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await reverse(rig, paid.id, 300n, key)).toMatchObject({
    status: 'CAPTURED',
    cancelled: 300n,
    captured: 700n,
    refund_pending: 0n,
  });
});
