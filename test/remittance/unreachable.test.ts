import { expect, test } from '@jest/globals';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { MINUTE_ms } from '../../server/core/time.js';
import { Rig } from './rig.js';

const house = Rig.forEachTest();

test('a bank that cannot be reached parks the remittance, a person hears of it, and it goes on by itself', async () => {
  const rig = house();
  const paid = [await rig.pay({ serial: 21 }), await rig.pay({ serial: 22 }), await rig.pay({ serial: 23 })];
  const closed = await rig.closeNow();
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  await tryFor(rig, 6);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'PARKED' });
  expect(await rig.workList()).toEqual([{ kind: 'REMITTANCE_PARKED', open: true }]);
  for (const { id } of paid) expect(await rig.transaction(id)).toMatchObject({ status: 'REMITTING' });

  await rig.clearFaults();
  rig.clock.pass(MINUTE_ms);
  await sendRemittances(rig.deps);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 3 });
  for (const { id } of paid) expect(await rig.transaction(id)).toMatchObject({ status: 'CAPTURED' });
  expect(await rig.workList()).toEqual([{ kind: 'REMITTANCE_PARKED', open: false }]);
  expect(await rig.told(closed.id)).toEqual([
    'OPENED→OPEN',
    'CLOSED→CLOSED',
    'SENT→SENT',
    'PARKED→PARKED',
    'SENT→SENT',
    'ACKNOWLEDGED→ACKNOWLEDGED',
  ]);
});

test('while it is parked one message only asks whether the bank is back', async () => {
  const rig = house();
  for (const serial of [24, 25, 26]) await rig.pay({ serial });
  await rig.closeNow();
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  await tryFor(rig, 6);
  rig.clock.pass(MINUTE_ms);
  expect(await sendRemittances(rig.deps)).toBe(1);
});

test('the next remittance waits until the one before it is through', async () => {
  const rig = house();
  await rig.pay({ serial: 27 });
  await rig.closeNow();
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  await tryFor(rig, 6);
  await rig.clearFaults();
  const paid = await rig.pay({ serial: 28 });
  await rig.closeNow();
  await sendRemittances(rig.deps);
  expect((await rig.remittances()).map(row => row.status)).toEqual(['PARKED', 'CLOSED', 'OPEN']);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'REMITTING' });

  rig.clock.pass(MINUTE_ms);
  await sendRemittances(rig.deps);
  expect((await rig.remittances()).map(row => row.status)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED', 'OPEN']);
  const closings = (await rig.inTheBook('batches')).map(batch => batch['batch']);
  expect(closings).toEqual(['1', '2']);
});

test('totals that nobody answers park the remittance too, and its end follows when the bank is back', async () => {
  const rig = house();
  const paid = await rig.pay({ serial: 30 });
  await rig.closeNow();
  await rig.order({ kind: 'CODE', mti: '0500', code: '96', count: 1 });
  await sendRemittances(rig.deps);
  await rig.order({ kind: 'REFUSE_CONNECTIONS', probability: 1 });
  await tryFor(rig, 6);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED' });
  expect((await rig.remittances())[0]).toMatchObject({ status: 'PARKED' });
  await rig.clearFaults();
  rig.clock.pass(MINUTE_ms);
  await sendRemittances(rig.deps);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 1 });
  expect(await rig.workList()).toEqual([{ kind: 'REMITTANCE_PARKED', open: false }]);
});

/** So many rounds, each after the longest wait between two tries. */
async function tryFor(rig: Rig, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await sendRemittances(rig.deps);
    if (round < rounds - 1) rig.clock.pass(MINUTE_ms);
  }
}
