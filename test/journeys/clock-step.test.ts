/**
 * A machine whose clock was two hours fast for a moment, and then set right: what it has written down is due in two hours by its
 * word, and must not wait for them.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { systemClock } from '../../server/adapters/system.js';
import { addTime, HOUR_ms } from '../../server/core/time.js';
import { recoverUnsettled } from '../../server/transactions/recover.js';
import { order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { seeTransaction } from '../support/till.js';

let fast_ms = 0;
let house: House;
beforeAll(async () => {
  const clock = { ...systemClock, now: () => addTime(systemClock.now(), fast_ms) };
  house = await startHouse({ acquirerTimeout_ms: 1_000, outside: { clock } });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

test('a reversal that was to be repeated by the fast clock is repeated by the right one', async () => {
  fast_ms = 2 * HOUR_ms;
  const session = await openSession(house);
  await order(house.bank, { kind: 'DROP_ANSWER', mti: '0100' });
  await order(house.bank, { kind: 'DROP_REQUEST', mti: '0420' });
  await pay(house, session, sandboxCard('00', { serial: '00001' }));
  await until(
    async () => (await seeTransaction(house, session)).messages.at(-1),
    message => message?.cause === 'NO_ANSWER',
  );
  fast_ms = 0;
  await atRest(house);
  expect(await seeTransaction(house, session)).toMatchObject({ status: 'REVERSED' });
});

test('an authorisation that was claimed by the fast clock and never settled is taken over', async () => {
  fast_ms = 2 * HOUR_ms;
  const session = await openSession(house);
  const { sql } = house.server.app.deps;
  await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 900 });
  const paying = pay(house, session, sandboxCard('00', { serial: '00002' }));
  const awaited = await until(
    () => sql.selectFrom('transaction').select('id').where('status', '=', 'AUTHORISING').executeTakeFirst(),
    found => found !== undefined,
  );
  fast_ms = 0;
  expect(awaited).toBeDefined();
  await recoverUnsettled(house.server.app.deps);
  await paying;
  await atRest(house);
  expect(await seeTransaction(house, session)).toMatchObject({ status: 'REVERSED' });
});
