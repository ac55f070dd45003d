import { expect, test } from '@jest/globals';
import type { Deps } from '../../server/database/deps.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { cancelTransaction } from '../../server/transactions/cancel-transaction.js';
import { tellUndone } from '../../server/transactions/tell-undone.js';
import { MINUTE_ms } from '../../server/core/time.js';
import { BY_KEY, Rig } from '../remittance/rig.js';
import { until } from '../support/shopping.js';

const house = Rig.forEachTest();

async function cancelled(rig: Rig, amount: bigint | null): Promise<void> {
  const { id: transactionId } = await rig.pay({ amount: 1000n });
  await cancelTransaction(rig.deps, rig.shopId, BY_KEY, { idempotencyKey: rig.key(), transactionId, amount });
}

async function tell(rig: Rig, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await tellUndone(rig.deps);
    rig.clock.pass(MINUTE_ms);
  }
}

test('what was cancelled whole and is said to be captured already is not taken for released: a person hears of it', async () => {
  const rig = house();
  await cancelled(rig, null);
  await rig.order({ kind: 'CODE', mti: '0420', code: '21', count: 1 });
  await rig.order({ kind: 'CODE', mti: '0421', code: '21', count: 5 });
  await tell(rig, 5);
  expect(await rig.workList()).toEqual([]);
  await tell(rig, 1);
  expect(await rig.workList()).toEqual([{ kind: 'RELEASE_UNACKNOWLEDGED', open: true }]);

  await rig.clearFaults();
  await tell(rig, 1);
  expect(await rig.workList()).toEqual([{ kind: 'RELEASE_UNACKNOWLEDGED', open: false }]);
});

test('a part that was cancelled went with the capture when that is said to be captured already', async () => {
  const rig = house();
  await cancelled(rig, 400n);
  await rig.order({ kind: 'CODE', mti: '0420', code: '21', count: 1 });
  await tell(rig, 1);
  const pending = rig.deps.sql.selectFrom('exchange').select('id').where('shop_id', '=', rig.shopId);
  expect(await pending.where('status', '=', 'PENDING').execute()).toEqual([]);
});

/** One round whose answer takes longer than its lease lasts, while another process does the same. Answers what it complained of. */
async function overtaken(rig: Rig, mti: string, round: (deps: Deps) => Promise<number>): Promise<unknown[]> {
  await rig.order({ kind: 'DELAY', mti, count: 1, delayMs: 1_500 });
  const alarms: unknown[] = [];
  const log = { ...rig.deps.log, error: (event: string, facts?: object) => void alarms.push([event, facts]) };
  const slow = round({ ...rig.deps, log });
  const asked = () => rig.deps.sql.selectFrom('exchange').select('id').where('leased_until', 'is not', null).execute();
  await until(asked, rows => rows.length > 0);
  rig.clock.pass(MINUTE_ms);
  const other = await rig.otherProcess();
  try {
    expect(await round(other.deps)).toBeGreaterThan(0);
  } finally {
    await other.close();
  }
  expect(await asked()).toEqual([]);
  await slow;
  return alarms;
}

test('a round that comes back after another has settled its reversal gives no alarm', async () => {
  const rig = house();
  await cancelled(rig, null);
  expect(await overtaken(rig, '0420', tellUndone)).toEqual([]);
});

test('a round that comes back after another has settled its capture gives no alarm', async () => {
  const rig = house();
  const { id } = await rig.pay();
  await rig.closeNow();
  expect(await overtaken(rig, '0220', sendRemittances)).toEqual([]);
  expect(await rig.transaction(id)).toMatchObject({ status: 'CAPTURED' });
});
