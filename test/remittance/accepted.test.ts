import { expect, test } from '@jest/globals';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { refundTransaction } from '../../server/refunds/refund-transaction.js';
import { loadRefund } from '../../server/refunds/refund.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { tellUndone } from '../../server/transactions/tell-undone.js';
import { BY_KEY, Rig } from './rig.js';

const house = Rig.forEachTest();

test('payments close into a remittance, are captured one by one, and the totals agree', async () => {
  const rig = house();
  const first = await rig.pay({ amount: 1250n });
  const second = await rig.pay({ amount: 700n, serial: 2 });
  const closed = await rig.closeNow();
  expect(closed).toMatchObject({ status: 'CLOSED', number: 1, debit_count: 2, debit_amount: 1950n, credit_count: 0 });
  expect(await rig.transaction(first.id)).toMatchObject({ status: 'REMITTING', remitting: 1250n, to_capture: 0n });

  await sendRemittances(rig.deps);

  for (const { id, requested } of [first, second])
    expect(await rig.transaction(id)).toMatchObject({
      status: 'CAPTURED',
      captured: requested,
      remitting: 0n,
      remittance_id: closed.id,
    });
  const [sent, next] = await rig.remittances();
  expect(sent).toMatchObject({ status: 'ACKNOWLEDGED', bank_debit_count: 2, bank_debit_amount: 1950n });
  expect(next).toMatchObject({ status: 'OPEN', number: 2, business_day: '2027-03-10', debit_count: 0 });
  expect(await rig.told(closed.id)).toEqual(['OPENED→OPEN', 'CLOSED→CLOSED', 'SENT→SENT', 'ACKNOWLEDGED→ACKNOWLEDGED']);
  expect(await rig.told(first.id)).toEqual([
    'AUTHORISATION_REQUESTED→AUTHORISING',
    'AUTHORISED_FOR_CAPTURE→TO_CAPTURE',
    'REMITTANCE_CLOSED→REMITTING',
    'CAPTURE_ACCEPTED→CAPTURED',
  ]);
  expect(await rig.inTheBook('batches')).toMatchObject([
    { batch: '1', currency: 'EUR', closedWith: '00', totals: { debits: 2, debitAmount: 1950, credits: 0 } },
  ]);
});

test('captures and refunds travel together, each currency in a remittance of its own', async () => {
  const rig = house();
  const before = await rig.captured({ amount: 5000n });
  const asked = { idempotencyKey: rig.key(), transactionId: before.id, amount: 1999n };
  const refund = await refundTransaction(rig.deps, rig.shopId, BY_KEY, asked);
  await rig.pay({ amount: 300n });
  await rig.pay({ amount: 1200n, currency: 'JPY' });
  expect(await rig.closeNow('EUR')).toMatchObject({ debit_amount: 300n, credit_amount: 1999n, credit_count: 1 });
  expect(await rig.closeNow('JPY')).toMatchObject({ debit_amount: 1200n, credit_count: 0, number: 1 });
  await sendRemittances(rig.deps);

  expect(await loadRefund(rig.deps.sql, refund.id)).toMatchObject({ status: 'CREDITED', response_code: '00' });
  expect(await rig.transaction(before.id)).toMatchObject({ captured: 5000n, refunded: 1999n, refund_pending: 0n });
  expect(await rig.told(refund.id)).toEqual([
    'REQUESTED→TO_CREDIT',
    'REMITTANCE_CLOSED→REMITTING',
    'CREDIT_ACCEPTED→CREDITED',
  ]);
  expect((await rig.remittances()).map(row => `${row.currency} ${row.number} ${row.status}`)).toEqual([
    'EUR 1 ACKNOWLEDGED',
    'EUR 2 ACKNOWLEDGED',
    'EUR 3 OPEN',
    'JPY 1 ACKNOWLEDGED',
    'JPY 2 OPEN',
  ]);
  const batches = await rig.inTheBook('batches');
  expect(batches.map(batch => batch['closedWith'])).toEqual(['00', '00', '00']);
  expect(batches.find(batch => batch['batch'] === '2')).toMatchObject({
    currency: 'EUR',
    totals: { debitAmount: 300, credits: 1, creditAmount: 1999 },
  });
});

test('a payment cancelled in part is captured for the rest, even when the bank has not heard of the cancellation', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 900n });
  const asked = { idempotencyKey: rig.key(), transactionId: paid.id, amount: 400n };
  await cancelTransaction(rig.deps, rig.shopId, BY_KEY, asked);
  expect(await rig.closeNow()).toMatchObject({ debit_count: 1, debit_amount: 500n });
  await sendRemittances(rig.deps);
  await tellUndone(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', captured: 500n, cancelled: 400n });
  expect(await rig.told(paid.id)).toContain('RELEASE_CONFIRMED→CAPTURED');
  expect(await rig.inTheBook('authorisations')).toMatchObject([{ state: 'CAPTURED', captured: 500, held: 0 }]);
});

test('what was cancelled whole never travels', async () => {
  const rig = house();
  const cancelled = await rig.pay({ amount: 900n });
  await rig.pay({ amount: 100n, serial: 2 });
  const asked = { idempotencyKey: rig.key(), transactionId: cancelled.id, amount: null };
  await cancelTransaction(rig.deps, rig.shopId, BY_KEY, asked);
  expect(await rig.closeNow()).toMatchObject({ debit_count: 1, debit_amount: 100n });
});

test('hundreds of payments travel in one remittance', async () => {
  const rig = house();
  const { id } = await rig.pay({ amount: 100n });
  await copies(rig, id, 449);
  expect(await rig.closeNow()).toMatchObject({ debit_count: 450, debit_amount: 45_000n });
  const { items, numbers } = await rig.deps.sql
    .selectFrom('remittance_item')
    .select(all => [
      all.fn.countAll<bigint>().as('items'),
      all.fn.count<bigint>('transaction_id').distinct().as('numbers'),
    ])
    .where('shop_id', '=', rig.shopId)
    .executeTakeFirstOrThrow();
  expect([items, numbers]).toEqual([450n, 450n]);
});

/** Rows that only a database full of payments would have: the same payment again under other names. */
async function copies(rig: Rig, transactionId: string, count: number): Promise<void> {
  const { sql } = rig.deps;
  const transaction = await rig.transaction(transactionId);
  const session = await sql
    .selectFrom('payment_session')
    .selectAll()
    .where('id', '=', transaction.session_id)
    .executeTakeFirstOrThrow();
  for (let number = 0; number < count; number++) {
    const name = `${transactionId}_${number}`;
    const { shopper, metadata, lines, ...rest } = session;
    await sql
      .insertInto('payment_session')
      .values({
        ...rest,
        id: `ps_${name}`,
        order_id: name,
        token_hash: name,
        shopper: json(shopper),
        metadata: json(metadata),
        lines: JSON.stringify(lines),
      })
      .execute();
    const of = { id: name, session_id: `ps_${name}`, order_id: name, reference: name, rrn: String(number) };
    await sql
      .insertInto('transaction')
      .values({ ...transaction, ...of })
      .execute();
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
