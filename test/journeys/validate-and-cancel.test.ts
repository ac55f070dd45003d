import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import {
  checkout,
  openSession,
  pay,
  sandboxCard,
  type OpenedSession,
  type SessionWishes,
} from '../support/shopping.js';
import { advanceClock, operate, seeTransaction, type SeenTransaction, type Told } from '../support/till.js';

let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const VALIDATION = { capture: { plan: 'VALIDATION', days: 2 } };

async function paid(wishes: SessionWishes = {}): Promise<{ session: OpenedSession; transaction: SeenTransaction }> {
  const session = await openSession(house, { amount: 1050, ...wishes });
  cards += 1;
  await pay(house, session, sandboxCard('00', { serial: String(cards).padStart(5, '0') }));
  return { session, transaction: await seeTransaction(house, session) };
}

async function held(transaction: SeenTransaction): Promise<bigint> {
  await atRest(house);
  return heldAtBank(house, transaction.authorisation.rrn);
}

function amountsOf({ amounts }: Told): Record<string, number> {
  const { authorised, cancelled, toValidate, toCapture } = amounts ?? {};
  const all = { authorised, cancelled, toValidate, toCapture };
  return Object.fromEntries(Object.entries(all).map(([name, money]) => [name, money?.amount ?? -1]));
}

const possibleOnes = (told: Pick<Told, 'possibleActions'>): string[] =>
  (told.possibleActions ?? []).filter(({ blockedBecause }) => blockedBecause === null).map(({ action }) => action);

describe('validation', () => {
  test('of everything lets it travel, and the bank goes on holding it', async () => {
    const { session, transaction } = await paid(VALIDATION);
    expect(possibleOnes(transaction)).toEqual(['VALIDATE', 'CANCEL', 'REVERSE']);
    const told = await operate(house, 'validateTransaction', transaction.id);
    expect(told).toMatchObject({ __typename: 'Transaction', status: 'TO_CAPTURE', outcome: 'ACCEPTED' });
    expect(amountsOf(told)).toEqual({ authorised: 1050, cancelled: 0, toValidate: 0, toCapture: 1050 });
    expect(await held(transaction)).toBe(1050n);
    const now = await seeTransaction(house, session);
    expect(now.capture.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(now.messages).toHaveLength(1);
  });

  test('of a part cancels the rest at once, and the bank gives it back', async () => {
    const { transaction } = await paid(VALIDATION);
    const told = await operate(house, 'validateTransaction', transaction.id, 400);
    expect(told).toMatchObject({ status: 'TO_CAPTURE' });
    expect(amountsOf(told)).toEqual({ authorised: 1050, cancelled: 650, toValidate: 0, toCapture: 400 });
    expect(await held(transaction)).toBe(400n);
  });

  test('happens once: the second is refused, and says what is possible instead', async () => {
    const { transaction } = await paid(VALIDATION);
    await operate(house, 'validateTransaction', transaction.id, 400);
    const refused = await operate(house, 'validateTransaction', transaction.id, 100);
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'ACTION_NOT_POSSIBLE', retryable: false });
    expect(possibleOnes(refused)).toEqual(['CANCEL', 'REVERSE']);
    const cancel = refused.possibleActions?.find(({ action }) => action === 'CANCEL');
    expect(cancel).toMatchObject({ maxAmount: { amount: 400 }, blockedBecause: null });
    expect(await held(transaction)).toBe(400n);
  });

  test('comes after partial cancels, and takes what they left', async () => {
    const { transaction } = await paid(VALIDATION);
    await operate(house, 'cancelTransaction', transaction.id, 50);
    const told = await operate(house, 'validateTransaction', transaction.id);
    expect(amountsOf(told)).toEqual({ authorised: 1050, cancelled: 50, toValidate: 0, toCapture: 1000 });
    expect(await held(transaction)).toBe(1000n);
  });

  test('is refused once its deadline has passed', async () => {
    const { transaction } = await paid(VALIDATION);
    await advanceClock(house, 3 * 86_400);
    const refused = await operate(house, 'validateTransaction', transaction.id);
    expect(refused).toMatchObject({ __typename: 'Refusal', code: 'ACTION_NOT_POSSIBLE' });
  });

  test('is not for what needs none', async () => {
    const { transaction } = await paid();
    const refused = await operate(house, 'validateTransaction', transaction.id);
    expect(refused).toMatchObject({ code: 'ACTION_NOT_POSSIBLE', path: null });
    expect(await held(transaction)).toBe(1050n);
  });
});

describe('cancelling', () => {
  test.each([{ capture: { plan: 'IMMEDIATE' } }, { capture: { plan: 'DEFERRED', days: 3 } }, VALIDATION])(
    'all of it releases the hold and frees the order: %j',
    async wishes => {
      const { session, transaction } = await paid(wishes);
      const told = await operate(house, 'cancelTransaction', transaction.id);
      expect(told).toMatchObject({ status: 'CANCELLED', outcome: 'UNPAID' });
      expect(amountsOf(told)).toEqual({ authorised: 1050, cancelled: 1050, toValidate: 0, toCapture: 0 });
      expect(await held(transaction)).toBe(0n);
      expect(await checkout(house, session)).toMatchObject({ step: 'ENDED', status: 'PAID' });
      const { transaction: next } = await paid({ orderId: session.orderId });
      expect(next.status).toBe('TO_CAPTURE');
    },
  );

  test('in parts tells the bank what remains, until nothing does', async () => {
    const { session, transaction } = await paid(VALIDATION);
    for (const [amount, status, remains] of [
      [50, 'TO_VALIDATE', 1000],
      [600, 'TO_VALIDATE', 400],
      [400, 'CANCELLED', 0],
    ] as const) {
      const told = await operate(house, 'cancelTransaction', transaction.id, amount);
      expect(told.status).toBe(status);
      expect(amountsOf(told)).toMatchObject({ cancelled: 1050 - remains, toValidate: remains });
      expect(await held(transaction)).toBe(BigInt(remains));
    }
    const { messages, events } = await seeTransaction(house, session);
    expect(messages.map(({ kind }) => kind)).toEqual(['AUTHORISATION', 'RELEASE', 'RELEASE', 'RELEASE']);
    expect(events.filter(({ type }) => type === 'RELEASE_CONFIRMED')).toHaveLength(3);
  });

  test('in parts is right at the bank whichever message comes first', async () => {
    const { transaction } = await paid();
    await order(house.bank, { kind: 'DROP_REQUEST', mti: '0420' });
    await operate(house, 'cancelTransaction', transaction.id, 100);
    await operate(house, 'cancelTransaction', transaction.id, 200);
    expect(await held(transaction)).toBe(750n);
  });

  test('what is cancelled is refused, with the reason', async () => {
    const { transaction } = await paid();
    await operate(house, 'cancelTransaction', transaction.id);
    const refused = await operate(house, 'cancelTransaction', transaction.id);
    expect(refused).toMatchObject({
      code: 'ACTION_NOT_POSSIBLE',
      message: expect.stringMatching(/cancelled|reversed/),
    });
    expect(possibleOnes(refused)).toEqual([]);
  });

  test('what was declined is refused, with the reason', async () => {
    const session = await openSession(house);
    await pay(house, session, sandboxCard('43', { serial: '99999' }));
    const { id } = await seeTransaction(house, session);
    const refused = await operate(house, 'cancelTransaction', id);
    expect(refused).toMatchObject({ code: 'ACTION_NOT_POSSIBLE', message: expect.stringMatching(/declined/) });
  });
});

describe('an amount', () => {
  test.each(['validateTransaction', 'cancelTransaction'] as const)(
    'is above zero and at most what there is: %s',
    async verb => {
      const { transaction } = await paid(VALIDATION);
      const refusal = { __typename: 'Refusal', code: 'AMOUNT_NOT_POSSIBLE', path: 'amount', limit: '10.50 EUR' };
      for (const amount of [0, 1051, 999_999_999_999]) {
        const refused = await operate(house, verb, transaction.id, amount);
        expect(refused).toMatchObject(refusal);
        expect(possibleOnes(refused)).toEqual(['VALIDATE', 'CANCEL', 'REVERSE']);
      }
      expect(await held(transaction)).toBe(1050n);
    },
  );

  test('of a currency without minor units is told without a point', async () => {
    const { transaction } = await paid({ ...VALIDATION, currency: 'JPY', amount: 500 });
    expect(await operate(house, 'validateTransaction', transaction.id, 501)).toMatchObject({ limit: '500 JPY' });
    const refused = await operate(house, 'cancelTransaction', transaction.id, 501);
    expect(refused).toMatchObject({ limit: '500 JPY', message: 'The amount is at most 500 JPY.' });
  });
});

test('a transaction that does not exist is not found', async () => {
  for (const id of [`txn_${'0'.repeat(26)}`, 'nonsense', '', `txn_${'0'.repeat(5_000)}`])
    expect(await operate(house, 'cancelTransaction', id)).toMatchObject({ code: 'NOT_FOUND', path: 'transactionId' });
});

test('one key, one answer: also after the transaction has gone on', async () => {
  const { transaction } = await paid(VALIDATION);
  const key = { idempotencyKey: randomUUID() };
  const first = await operate(house, 'cancelTransaction', transaction.id, 50, key);
  await operate(house, 'validateTransaction', transaction.id);
  expect(await operate(house, 'cancelTransaction', transaction.id, 50, key)).toMatchObject({ id: first.id });
  expect(await operate(house, 'cancelTransaction', transaction.id, 51, key)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
    path: 'idempotencyKey',
  });
  expect(await operate(house, 'validateTransaction', transaction.id, 50, key)).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await held(transaction)).toBe(1000n);
});
