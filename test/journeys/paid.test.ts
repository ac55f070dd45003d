import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 60_000);
afterAll(() => house?.close());

test('an order is paid: session, card, authorisation, ticket', async () => {
  const session = await openSession(house, { amount: 1050 });
  const paid = await pay(house, session, sandboxCard('00'));
  expect(paid).toMatchObject({ step: 'TICKET', status: 'PAID', ticket: { amount: { amount: 1050 } } });
});

test('a declined card leaves the session open for another one', async () => {
  const session = await openSession(house);
  const declined = await pay(house, session, sandboxCard('51'));
  expect(declined).toMatchObject({ step: 'DECLINED', status: 'OPEN', attemptsLeft: 2, decline: { moneyTaken: false } });
  expect(await pay(house, session, sandboxCard('00'))).toMatchObject({ step: 'TICKET', status: 'PAID' });
});
