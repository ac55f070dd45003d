import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bookOf, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import {
  checkout,
  openSession,
  pay,
  cardDrawer,
  type CheckoutAnswer,
  type OpenedSession,
} from '../support/shopping.js';
import { operate, seeSession, seeTransaction } from '../support/till.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const newCard = cardDrawer();

const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const isPaid = (answer: CheckoutAnswer): boolean => answer.step === 'TICKET';
const codesOf = (answers: readonly { code?: string }[]): (string | undefined)[] =>
  [...new Set(answers.map(answer => answer.code))].toSorted();

/** None of these answers is anything else than one of these refusals. */
function expectOnly(codes: readonly string[], answers: readonly { code?: string }[]): void {
  for (const code of codesOf(answers)) expect(codes).toContain(code);
}

describe('two sessions of one order', () => {
  test('are never both paid, however many pay at once', async () => {
    const first = await openSession(house);
    const others = await Promise.all(times(7).map(() => openSession(house, { orderId: first.orderId })));
    const sessions = [first, ...others];
    const answers = await Promise.all(sessions.map(session => pay(house, session, newCard())));
    expect(answers.filter(isPaid)).toHaveLength(1);
    expectOnly(
      ['ORDER_IN_PROGRESS', 'ORDER_ALREADY_PAID'],
      answers.filter(answer => !isPaid(answer)),
    );

    const late = sessions.find((_, index) => !isPaid(answers[index] as CheckoutAnswer)) as OpenedSession;
    expect(await pay(house, late, newCard())).toMatchObject({ code: 'ORDER_ALREADY_PAID' });
    expect(await checkout(house, late)).toMatchObject({ step: 'CARD', status: 'OPEN', attemptsLeft: 3 });
  });

  test('wait for each other: in progress while the first is asked, paid afterwards', async () => {
    const first = await openSession(house);
    const second = await openSession(house, { orderId: first.orderId });
    await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 600 });
    const paying = pay(house, first, newCard());
    await untilProcessing(first);
    expect(await pay(house, second, newCard())).toMatchObject({ code: 'ORDER_IN_PROGRESS' });
    expect(await paying).toMatchObject({ step: 'TICKET' });
  });

  test('of two shops have nothing to do with each other', async () => {
    const elsewhere = await house.openShop();
    const here = await openSession(house, { orderId: 'the-same' });
    const there = await openSession(house, { orderId: 'the-same', bearer: elsewhere.apiKey });
    const answers = await Promise.all([here, there].map(session => pay(house, session, newCard())));
    expect(answers.every(isPaid)).toBe(true);
  });
});

async function untilProcessing(session: OpenedSession): Promise<void> {
  while ((await seeSession(house, session)).status !== 'PROCESSING') await new Promise(setImmediate);
}

describe('a double click', () => {
  test('with one key is one payment and one answer', async () => {
    const session = await openSession(house);
    const number = newCard();
    const key = { idempotencyKey: randomUUID() };
    const answers = await Promise.all(times(6).map(() => pay(house, session, number, key)));
    expect(answers.filter(isPaid).length).toBeGreaterThanOrEqual(1);
    expectOnly(
      ['IN_FLIGHT'],
      answers.filter(answer => !isPaid(answer)),
    );
    const paid = answers.find(isPaid);
    expect(await pay(house, session, number, key)).toEqual(paid);
    expect((await seeSession(house, session)).transactions).toHaveLength(1);
  });

  test('with different keys is one payment; the others hear that it is under way or done', async () => {
    const session = await openSession(house);
    const answers = await Promise.all(times(6).map(() => pay(house, session, newCard())));
    expect(answers.filter(isPaid)).toHaveLength(1);
    expectOnly(
      ['IN_FLIGHT', 'SESSION_PAID'],
      answers.filter(answer => !isPaid(answer)),
    );
    expect((await seeSession(house, session)).transactions).toHaveLength(1);
    expect((await seeSession(house, session)).attemptsLeft).toBe(2);
  });

  test('with one key for other inputs is refused', async () => {
    const session = await openSession(house);
    const number = newCard();
    const key = { idempotencyKey: randomUUID() };
    await pay(house, session, number, key);
    const reused = { code: 'IDEMPOTENCY_KEY_REUSED', path: 'idempotencyKey' };
    expect(await pay(house, session, newCard(), key)).toMatchObject(reused);
    expect(await pay(house, session, number, { ...key, expiry: '11/30' })).toMatchObject(reused);
    expect(await pay(house, session, number, { ...key, holderName: 'Ada' })).toMatchObject(reused);
    expect(await pay(house, session, null, { ...key, sameCard: true })).toMatchObject(reused);
  });

  test('with one key is the same input when only the writing of the number or the security code differs', async () => {
    const session = await openSession(house);
    const number = newCard();
    const key = { idempotencyKey: randomUUID() };
    const paid = await pay(house, session, number, key);
    expect(await pay(house, session, number.replaceAll(/(\d{4})/g, '$1 '), key)).toEqual(paid);
    expect(await pay(house, session, number, { ...key, securityCode: '999' })).toEqual(paid);
  });

  test('opens one session, shown again with the same token', async () => {
    const input = { idempotencyKey: randomUUID(), orderId: randomUUID(), amount: { amount: 500, currency: 'EUR' } };
    const ask = async (changes = {}, bearer = house.shop.apiKey) =>
      (
        await house.ask<{ createPaymentSession: { id?: string; token?: string; code?: string } }>(
          `mutation ($input: CreatePaymentSessionInput!) { createPaymentSession(input: $input) {
             ... on PaymentSession { id token } ... on Refusal { code } } }`,
          { input: { ...input, ...changes } },
          bearer,
        )
      ).data.createPaymentSession;
    const answers = await Promise.all(times(6).map(() => ask()));
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.token).toMatch(/^pst_/);
    expect(await ask({ amount: { amount: 501, currency: 'EUR' } })).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED' });
    const elsewhere = await house.openShop();
    expect((await ask({}, elsewhere.apiKey)).id).not.toBe(answers[0]?.id);
  });
});

async function authorised(): Promise<{ session: OpenedSession; id: string; rrn: string }> {
  const session = await openSession(house, { amount: 1050, capture: { plan: 'VALIDATION', days: 5 } });
  await pay(house, session, newCard());
  const { id, authorisation } = await seeTransaction(house, session);
  return { session, id, rrn: authorisation.rrn };
}

describe('operations at once', () => {
  test('with one key happen once', async () => {
    const { session, id, rrn } = await authorised();
    const key = { idempotencyKey: randomUUID() };
    const told = await Promise.all(times(6).map(() => operate(house, 'cancelTransaction', id, 100, key)));
    expect(told.map(({ __typename }) => __typename)).toEqual(times(6).map(() => 'Transaction'));
    expect((await seeTransaction(house, session)).amounts.cancelled.amount).toBe(100);
    await atRest(house);
    expect(await heldAtBank(house, rrn)).toBe(950n);
  });

  test('never give up more than there is', async () => {
    const { session, id, rrn } = await authorised();
    const told = await Promise.all(times(8).map(() => operate(house, 'cancelTransaction', id, 200)));
    expect(told.filter(({ __typename }) => __typename === 'Transaction')).toHaveLength(5);
    expect(codesOf(told)).toEqual(['AMOUNT_NOT_POSSIBLE', undefined]);
    expect((await seeTransaction(house, session)).amounts).toMatchObject({
      cancelled: { amount: 1000 },
      toValidate: { amount: 50 },
    });
    await atRest(house);
    expect(await heldAtBank(house, rrn)).toBe(50n);
  });

  test('validate and cancel have one winner', async () => {
    for (const _ of times(4)) {
      const { session, id, rrn } = await authorised();
      await Promise.all([operate(house, 'validateTransaction', id, 300), operate(house, 'cancelTransaction', id)]);
      const { status, amounts } = await seeTransaction(house, session);
      expect({ status, open: amounts.toCapture.amount }).toEqual({ status: 'CANCELLED', open: 0 });
      await atRest(house);
      expect(await heldAtBank(house, rrn)).toBe(0n);
    }
  });
});

test('many shoppers at once: every session is paid once, and the bank holds one amount for each', async () => {
  const sessions = await Promise.all(times(24).map(index => openSession(house, { amount: 100 + index })));
  const answers = await Promise.all(sessions.map(session => pay(house, session, newCard())));
  expect(answers.every(isPaid)).toBe(true);
  const { authorisations } = await bookOf(house.bank);
  for (const session of sessions) {
    const { authorisation, amounts } = await seeTransaction(house, session);
    const lines = authorisations.filter(line => line['rrn'] === authorisation.rrn);
    expect(lines).toMatchObject([{ held: amounts.requested.amount, stan: authorisation.stan }]);
  }
});
