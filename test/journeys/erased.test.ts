/** Card numbers are erased once nobody needs them any more, and not before: what is to be given back cannot be without. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { eraseCards } from '../../server/cards/erase-cards.js';
import { DAY_ms, HOUR_ms } from '../../server/core/time.js';
import { control, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { PushedClock } from '../support/pushed-clock.js';
import { openSession, pay, cardDrawer, until, type OpenedSession } from '../support/shopping.js';
import { advanceClock, operate, seeTransaction } from '../support/till.js';

let house: House;
const clock = new PushedClock();
beforeAll(async () => {
  house = await startHouse({ acquirerTimeout_ms: 400, outside: { clock } });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const DAY_s = DAY_ms / 1_000;

const newCard = cardDrawer();

const cardOf = async (session: OpenedSession) => {
  const { id } = await seeTransaction(house, session);
  return house.server.app.deps.sql
    .selectFrom('card')
    .innerJoin('transaction', 'transaction.card_id', 'card.id')
    .where('transaction.id', '=', id)
    .select(['card.id', 'card.sealed_number', 'card.sealed_key_id'])
    .executeTakeFirstOrThrow();
};

/** Whether the number is there still after the job has looked, so long from now. */
async function isKeptAfter(session: OpenedSession, later_ms: number): Promise<boolean> {
  const { deps } = house.server.app;
  const then = new Date(deps.clock.now().getTime() + later_ms);
  await eraseCards({ ...deps, clock: { ...deps.clock, now: () => then } });
  return (await cardOf(session)).sealed_number !== null;
}

test('the card of a payment that came to nothing is kept as long as a late approval may come, and erased then', async () => {
  const session = await openSession(house);
  await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 4_000 });
  expect(await pay(house, session, newCard())).toMatchObject({ step: 'UNKNOWN' });
  await until(
    () => seeTransaction(house, session),
    ({ status }) => status === 'REVERSED',
  );
  // For the shop a day passes: the session is over, and every job has run.
  await advanceClock(house, DAY_s);
  const { authorisation } = await until(
    () => seeTransaction(house, session),
    ({ events }) => events.at(-1)?.type === 'RELEASE_CONFIRMED',
  );
  expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
  expect(await isKeptAfter(session, HOUR_ms)).toBe(true);
  expect(await isKeptAfter(session, 3 * HOUR_ms)).toBe(false);
});

test('the card of a declined payment is kept while its session is open', async () => {
  const session = await openSession(house, { expiresInSeconds: 86_400 });
  expect(await pay(house, session, newCard('05'))).toMatchObject({ step: 'DECLINED' });
  expect(await isKeptAfter(session, 3 * HOUR_ms)).toBe(true);
  await advanceClock(house, DAY_s);
  expect(await isKeptAfter(session, 3 * HOUR_ms)).toBe(false);
});

test('the card of a captured payment is kept for refunds, thirteen months', async () => {
  const session = await openSession(house);
  await pay(house, session, newCard());
  await advanceClock(house, DAY_s);
  expect(await seeTransaction(house, session)).toMatchObject({ status: 'CAPTURED' });
  expect(await isKeptAfter(session, 390 * DAY_ms)).toBe(true);
  expect(await isKeptAfter(session, 400 * DAY_ms)).toBe(false);
});

test('of what cannot be given back without the number a person hears', async () => {
  const { sql } = house.server.app.deps;
  const session = await openSession(house);
  await pay(house, session, newCard());
  const { id } = await seeTransaction(house, session);
  const { id: cardId, ...sealed } = await cardOf(session);
  const keep = (number: typeof sealed) => sql.updateTable('card').set(number).where('id', '=', cardId).execute();
  await order(house.bank, { kind: 'DEAF', forMs: 600_000, mti: '0420' });
  expect(await operate(house, 'cancelTransaction', id)).toMatchObject({ status: 'CANCELLED' });
  await keep({ sealed_number: null, sealed_key_id: null });
  await control(house.bank, 'DELETE', '/faults');
  const work = async () =>
    (await house.ask<{ workList: { kind: string }[] }>('{ workList { kind } }')).data.workList.map(({ kind }) => kind);
  await until(
    async () => {
      clock.push(61_000);
      return work();
    },
    kinds => kinds.length > 0,
  );
  expect(await work()).toEqual(['RELEASE_UNACKNOWLEDGED']);
  await keep(sealed);
  clock.push(61_000);
  await atRest(house);
  expect(await work()).toEqual([]);
});
