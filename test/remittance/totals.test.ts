import { expect, test } from '@jest/globals';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { Rig } from './rig.js';

const house = Rig.forEachTest();

test("totals that differ keep the bank's own and wait for a person, while what was accepted stays captured", async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n });
  const closed = await rig.closeNow();
  await rig.order({ kind: 'OUT_OF_BALANCE' });
  await sendRemittances(rig.deps);

  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', captured: 1000n });
  expect((await rig.remittances())[0]).toMatchObject({
    status: 'OUT_OF_BALANCE',
    response_code: '95',
    debit_count: 1,
    debit_amount: 1000n,
    bank_debit_count: 2,
    bank_debit_amount: 1001n,
  });
  expect(await rig.workList()).toEqual([{ kind: 'REMITTANCE_OUT_OF_BALANCE', open: true }]);
  expect(await rig.told(closed.id)).toContain('OUT_OF_BALANCE→OUT_OF_BALANCE');
});

test('a remittance that is out of balance does not keep the next one waiting', async () => {
  const rig = house();
  await rig.pay();
  await rig.closeNow();
  await rig.order({ kind: 'OUT_OF_BALANCE' });
  await sendRemittances(rig.deps);
  await rig.captured();
  expect((await rig.remittances()).map(row => row.status)).toEqual(['OUT_OF_BALANCE', 'ACKNOWLEDGED', 'OPEN']);
});

test('totals are told again until they are answered with a code that ends the batch', async () => {
  const rig = house();
  await rig.pay();
  await rig.closeNow();
  await rig.order({ kind: 'CODE', mti: '0500', code: '96' });
  await sendRemittances(rig.deps);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'SENT' });
  rig.clock.pass(2_000);
  await sendRemittances(rig.deps);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED' });
});
