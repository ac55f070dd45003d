import { expect, test } from '@jest/globals';
import { MINUTE_ms } from '../../server/core/time.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { loadRefund } from '../../server/refunds/refund.js';
import { releaseCapture } from '../../server/remittance/hold-capture.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { cardNumber } from '../../bank/grammar.js';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { BY_KEY, Rig } from './rig.js';

const house = Rig.forEachTest();
const cardOf = (serial: number) => cardNumber('400012', '00', serial, '00');

test('a rejected item waits for a person, the others are captured, and the totals agree without it', async () => {
  const rig = house();
  const good = await rig.pay({ amount: 1000n, serial: 11 });
  const bad = await rig.pay({ amount: 2500n, serial: 12 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(12), code: '57' });
  const closed = await rig.closeNow();
  await sendRemittances(rig.deps);

  expect(await rig.transaction(good.id)).toMatchObject({ status: 'CAPTURED' });
  expect(await rig.transaction(bad.id)).toMatchObject({
    status: 'TO_CAPTURE',
    to_capture: 2500n,
    remitting: 0n,
    held_because: 'REJECTED_57',
    remittance_id: null,
  });
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 1, debit_amount: 1000n });
  expect(await itemsOf(rig, closed.id)).toEqual(['1000 ACCEPTED 00', '2500 REJECTED 57']);
});

test('what comes between two codes that nobody lists begins the count anew', async () => {
  const rig = house();
  const paid = await rig.pay({ serial: 18 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(18), code: 'ZQ' });
  await rig.closeNow();
  for (let told = 1; told <= 6; told++) {
    if (told === 4) await rig.order({ kind: 'CHANGED_AMOUNT', card: cardOf(18), count: 1 });
    await sendRemittances(rig.deps);
    rig.clock.pass(MINUTE_ms);
  }
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'REMITTING' });
});

test('a rejected item is presented again in a later remittance, once a person lets it go', async () => {
  const rig = house();
  const paid = await rig.pay({ serial: 13 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(13) });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  await expect(rig.closeNow()).rejects.toMatchObject({ code: 'NOTHING_TO_REMIT' });

  await releaseCapture(rig.deps, rig.shopId, BY_KEY, { idempotencyKey: rig.key(), transactionId: paid.id });
  const again = await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({
    status: 'CAPTURED',
    held_because: null,
    remittance_id: again.id,
  });
  expect(await rig.inTheBook('authorisations')).toMatchObject([{ state: 'CAPTURED', captured: 1000 }]);
});

test('a rejected item may be cancelled instead', async () => {
  const rig = house();
  const paid = await rig.pay({ serial: 14 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(14) });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  const asked = { idempotencyKey: rig.key(), transactionId: paid.id, amount: null };
  expect(await cancelTransaction(rig.deps, rig.shopId, BY_KEY, asked)).toMatchObject({ status: 'CANCELLED' });
});

test('a rejected refund is final, and its amount may be refunded again', async () => {
  const rig = house();
  const paid = await rig.captured({ amount: 1000n, serial: 15 });
  const ask = () => ({ idempotencyKey: rig.key(), transactionId: paid.id, amount: 1000n });
  const refused = await refundTransaction(rig.deps, rig.shopId, BY_KEY, ask());
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(15), code: '41' });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await loadRefund(rig.deps.sql, refused.id)).toMatchObject({ status: 'REJECTED', response_code: '41' });
  expect(await rig.transaction(paid.id)).toMatchObject({ refunded: 0n, refund_pending: 0n });

  const second = await refundTransaction(rig.deps, rig.shopId, BY_KEY, ask());
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect(await loadRefund(rig.deps.sql, second.id)).toMatchObject({ status: 'CREDITED' });
  expect(await rig.inTheBook('refunds')).toMatchObject([{ rrn: second.rrn, amount: 1000 }]);
});

test('a code that nobody lists, or that leaves it unknown, is a no only when nothing else comes for as long as a message is told', async () => {
  const rig = house();
  const duplicate = await rig.pay({ serial: 19 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(19), code: '94' });
  const garbled = await rig.pay({ serial: 16 });
  const meant = await rig.pay({ serial: 17 });
  await rig.order({ kind: 'UNKNOWN_CODE', card: cardOf(16), code: 'ZZ', count: 5 });
  await rig.order({ kind: 'REJECT_ITEM', card: cardOf(17), code: 'ZQ' });
  await rig.closeNow();
  for (let told = 1; told <= 5; told++) {
    await sendRemittances(rig.deps);
    expect(await rig.transaction(garbled.id)).toMatchObject({ status: 'REMITTING' });
    expect(await rig.transaction(meant.id)).toMatchObject({ status: 'REMITTING' });
    expect(await rig.transaction(duplicate.id)).toMatchObject({ status: 'REMITTING' });
    rig.clock.pass(MINUTE_ms);
  }
  expect(await rig.workList()).toEqual([]);

  await sendRemittances(rig.deps);
  expect(await rig.transaction(garbled.id)).toMatchObject({ status: 'CAPTURED' });
  expect(await rig.transaction(meant.id)).toMatchObject({ status: 'TO_CAPTURE', held_because: 'REJECTED_ZQ' });
  expect(await rig.transaction(duplicate.id)).toMatchObject({ status: 'TO_CAPTURE', held_because: 'REJECTED_94' });
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 1 });
});

async function itemsOf(rig: Rig, remittanceId: string): Promise<string[]> {
  const items = rig.deps.sql.selectFrom('remittance_item').selectAll().where('remittance_id', '=', remittanceId);
  const rows = await items.orderBy('amount').execute();
  return rows.map(row => `${row.amount} ${row.status} ${row.response_code}`);
}
