import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { checkout, openSession, pay, sandboxCard } from '../support/shopping.js';
import { advanceClock, seeSession } from '../support/till.js';

let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

function newCard(code: string): string {
  cards += 1;
  return sandboxCard(code, { bin: '520012', serial: String(cards).padStart(5, '0') });
}

const again = { sameCard: true };

describe('after a decline, the same card', () => {
  test.each(['17', '14', '82'])('may be tried again at once where the code (%s) allows it', async code => {
    const session = await openSession(house);
    const number = newCard(code);
    await pay(house, session, number);
    expect(await pay(house, session, number)).toMatchObject({ step: 'DECLINED', attemptsLeft: 1 });
    expect(await pay(house, session, null, again)).toMatchObject({ step: 'DECLINED', status: 'REFUSED' });
  });

  test.each(['43', '62', '12', '77'])('may not be tried again where the code (%s) forbids it', async code => {
    const session = await openSession(house);
    const number = newCard(code);
    await pay(house, session, number);
    const refused = { code: 'CARD_NOT_ALLOWED_AGAIN' };
    expect(await pay(house, session, number)).toMatchObject({ ...refused, path: 'number' });
    expect(await pay(house, session, ` ${number.replaceAll(/(\d{4})/g, '$1 ')}`)).toMatchObject(refused);
    expect(await pay(house, session, number, { expiry: '11/31' })).toMatchObject(refused);
    expect(await pay(house, session, null, again)).toMatchObject({ ...refused, path: 'sameCard' });
    expect(await checkout(house, session)).toMatchObject({ step: 'DECLINED', attemptsLeft: 2 });
  });

  test('may not be tried again by way of another card', async () => {
    const session = await openSession(house);
    const stolen = newCard('43');
    await pay(house, session, stolen);
    await pay(house, session, newCard('17'));
    expect(await pay(house, session, stolen)).toMatchObject({ code: 'CARD_NOT_ALLOWED_AGAIN', path: 'number' });
  });

  test('may be tried again later, when the code says later: not within the hour', async () => {
    const session = await openSession(house, { expiresInSeconds: 86_400 });
    const number = newCard('51');
    await pay(house, session, number);
    await advanceClock(house, 3_540);
    expect(await pay(house, session, number)).toMatchObject({ code: 'CARD_NOT_ALLOWED_AGAIN' });
    expect(await pay(house, session, null, again)).toMatchObject({ code: 'CARD_NOT_ALLOWED_AGAIN' });
    await advanceClock(house, 60);
    expect(await pay(house, session, null, again)).toMatchObject({ step: 'DECLINED', attemptsLeft: 1 });
  });

  test('may be tried in another session', async () => {
    const number = newCard('51');
    await pay(house, await openSession(house), number);
    expect(await pay(house, await openSession(house), number)).toMatchObject({ step: 'DECLINED', attemptsLeft: 2 });
  });
});

describe('sameCard: true', () => {
  test('uses the card of the last attempt with a new security code, and stores no card again', async () => {
    const session = await openSession(house);
    await pay(house, session, newCard('82'), { brand: 'MASTERCARD', holderName: 'Ada L.' });
    await pay(house, session, null, again);
    const { transactions } = await seeSession(house, session);
    expect(transactions.map(({ card }) => card)).toEqual([transactions[0]?.card, transactions[0]?.card]);
    const { count } = await house.server.app.deps.sql
      .selectFrom('transaction')
      .select(cards => cards.fn.count<bigint>('card_id').distinct().as('count'))
      .where('session_id', '=', session.id)
      .executeTakeFirstOrThrow();
    expect(count).toBe(1n);
  });

  test('needs a security code, and an attempt before it', async () => {
    const session = await openSession(house);
    expect(await pay(house, session, null, again)).toMatchObject({ code: 'CARD_NOT_ALLOWED_AGAIN', path: 'sameCard' });
    await pay(house, session, newCard('82'));
    expect(await pay(house, session, null, { ...again, securityCode: null })).toMatchObject({
      code: 'SECURITY_CODE_INVALID',
      path: 'securityCode',
    });
    expect(await pay(house, session, null, { ...again, securityCode: '1234' })).toMatchObject({
      code: 'SECURITY_CODE_INVALID',
    });
  });
});

describe('the card that is tried and tried', () => {
  test('is refused after ten tries at one shop within thirty days; another card goes on', async () => {
    const number = newCard('17');
    for (let tried = 0; tried < 10;) {
      const session = await openSession(house);
      for (let attempt = 0; attempt < 3 && tried < 10; attempt++, tried++)
        expect(await pay(house, session, number)).toMatchObject({ step: 'DECLINED' });
    }
    const session = await openSession(house);
    expect(await pay(house, session, number)).toMatchObject({ code: 'CARD_TRIED_TOO_OFTEN', path: 'number' });
    expect(await checkout(house, session)).toMatchObject({ step: 'CARD', attemptsLeft: 3 });
    expect(await pay(house, session, newCard('00'))).toMatchObject({ step: 'TICKET' });

    const elsewhere = await house.openShop();
    const there = await openSession(house, { bearer: elsewhere.apiKey });
    expect(await pay(house, there, number)).toMatchObject({ step: 'DECLINED' });
    await advanceClock(house, 30 * 86_400);
    expect(await pay(house, await openSession(house), number)).toMatchObject({ step: 'DECLINED' });
  });
});
