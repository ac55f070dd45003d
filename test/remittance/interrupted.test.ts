import { expect, test } from '@jest/globals';
import { MINUTE_ms } from '../../server/core/time.js';
import { beginSending } from '../../server/remittance/begin-sending.js';
import { adviceOf, surroundingsOf } from '../../server/remittance/round.js';
import { sendRemittances } from '../../server/remittance/send-remittance.js';
import { leaseDue } from '../../server/transactions/advices.js';
import { Rig } from './rig.js';

const house = Rig.forEachTest();

test('a process killed after the bank accepted an item repeats it, and it is captured once', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n });
  await rig.closeNow();
  await sayWithoutHearing(rig);
  expect(await rig.inTheBook('authorisations')).toMatchObject([{ state: 'CAPTURED', captured: 1000 }]);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'REMITTING' });

  expect(await sendRemittances(rig.deps)).toBe(0);
  rig.clock.pass(MINUTE_ms);
  await sendRemittances(rig.deps);
  expect(await rig.transaction(paid.id)).toMatchObject({ status: 'CAPTURED', captured: 1000n });
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 1, debit_amount: 1000n });
  expect((await rig.inTheBook('batches'))[0]).toMatchObject({ items: [{ item: 'CAPTURE', amount: 1000 }] });
  const { request } = await rig.deps.sql
    .selectFrom('exchange')
    .select('request')
    .where('transaction_id', '=', paid.id)
    .where('kind', '=', 'CAPTURE')
    .executeTakeFirstOrThrow();
  expect(request?.['0']).toBe('0221');
});

test('a process that wakes up after another took its message over writes nothing more', async () => {
  const rig = house();
  const paid = await rig.pay({ amount: 1000n });
  await rig.closeNow();
  const asleep = sayWithoutHearing(rig);
  await asleep;
  rig.clock.pass(MINUTE_ms);
  const other = await rig.otherProcess();
  try {
    await Promise.all([sendRemittances(other.deps), sendRemittances(rig.deps)]);
  } finally {
    await other.close();
  }
  expect((await rig.told(paid.id)).filter(event => event.startsWith('CAPTURE_ACCEPTED'))).toHaveLength(1);
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 1 });
});

test('two workers that send at the same time tell every item and the totals once', async () => {
  const rig = house();
  for (let serial = 31; serial < 43; serial++) await rig.pay({ serial });
  const closed = await rig.closeNow();
  const other = await rig.otherProcess();
  try {
    await Promise.all([sendRemittances(other.deps), sendRemittances(rig.deps)]);
    await sendRemittances(rig.deps);
  } finally {
    await other.close();
  }
  expect((await rig.remittances())[0]).toMatchObject({ status: 'ACKNOWLEDGED', debit_count: 12 });
  const messages = rig.deps.sql
    .selectFrom('exchange')
    .select(['kind', 'attempts'])
    .where('remittance_id', '=', closed.id);
  const told = await messages.execute();
  expect(told.filter(message => message.kind === 'CAPTURE')).toHaveLength(12);
  expect(told.filter(message => message.kind === 'TOTALS')).toHaveLength(1);
  expect(told.every(message => message.attempts === 1)).toBe(true);
});

/** As far as a process comes that is killed before it writes the bank's answer down. */
async function sayWithoutHearing(rig: Rig): Promise<void> {
  await beginSending(rig.deps);
  const round = await surroundingsOf(rig.deps, await leaseDue(rig.deps, ['CAPTURE', 'REFUND', 'TOTALS']));
  for (const around of round) await rig.deps.acquirer.advise(adviceOf(rig.deps, around));
}
