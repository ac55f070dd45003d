/**
 * What an authentication is worth once it is over: by brand, for what is done with the money later, for the next try and for
 * other sessions of the order.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, type OpenedSession, type SessionWishes } from '../support/shopping.js';
import { answerIssuer, enrolledCard, lookAt, seePayment, seePayments, submit } from '../support/threeds.js';
import { advanceClock, operate, seeTransaction } from '../support/till.js';
import { untilSettled } from './threeds-walk.js';

const DAY_s = 86_400;
let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse({ threeds: true });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

function newCard(threeds = '02', bin = '411111'): string {
  cards += 1;
  return enrolledCard(threeds, '00', { bin, serial: String(cards).padStart(5, '0') });
}

/** A payment whose shopper was challenged and has passed. */
async function passed(wishes: SessionWishes = {}): Promise<OpenedSession> {
  const session = await openSession(house, wishes);
  await answerIssuer(await submit(house, session, newCard()), [{ code: '1234' }]);
  expect((await untilSettled(house, session)).step).toBe('TICKET');
  return session;
}

describe('the liability is the issuer’s by the word of the directory, whichever brand was chosen', () => {
  test.each([
    ['497010', 'CB', '05', '06'],
    ['497010', 'VISA', '05', '06'],
    ['513100', 'CB', '02', '01'],
    ['513100', 'MASTERCARD', '02', '01'],
    ['581710', 'CB', '05', '06'],
    ['411111', 'VISA', '05', '06'],
    ['555555', 'MASTERCARD', '02', '01'],
    ['675910', 'MAESTRO', '02', '01'],
    ['378282', 'AMEX', '05', '06'],
  ])('%s as %s: ECI %s for a yes, %s for an attempt', async (bin, brand, yes, attempt) => {
    for (const [threeds, eci] of [
      ['01', yes],
      ['03', attempt],
    ] as const) {
      const session = await openSession(house);
      expect((await submit(house, session, newCard(threeds, bin), { brand })).step).toBe('TICKET');
      expect((await seePayment(house, session)).authentication).toMatchObject({ eci, liability: 'ISSUER' });
    }
  });
});

describe('what is done with the money later', () => {
  test('a validation of a part, its capture and a refund leave the authentication what it was', async () => {
    const shop = await house.openShop();
    const bearer = shop.apiKey;
    const session = await passed({ bearer, capture: { plan: 'VALIDATION', days: 3 } });
    const before = await seePayment(house, session, bearer);
    expect(before).toMatchObject({ status: 'TO_VALIDATE', authentication: { liability: 'ISSUER' } });
    expect(await operate(house, 'validateTransaction', before.id, 600, { bearer })).toMatchObject({
      status: 'TO_CAPTURE',
    });
    await advanceClock(house, 2 * DAY_s, bearer);
    expect(await seeTransaction(house, session, bearer)).toMatchObject({
      status: 'CAPTURED',
      amounts: { captured: { amount: 600 } },
    });
    const { data } = await house.ask<{ refundTransaction: { status: string } }>(
      `mutation ($input: RefundTransactionInput!) { refundTransaction(input: $input) { ... on Refund { status } } }`,
      { input: { idempotencyKey: randomUUID(), transactionId: before.id, amount: 250 } },
      bearer,
    );
    expect(data.refundTransaction).toEqual({ status: 'TO_CREDIT' });
    await advanceClock(house, 2 * DAY_s, bearer);
    const after = await seePayment(house, session, bearer);
    expect(after.events.map(({ type }) => type)).toContain('CREDIT_ACCEPTED');
    expect(after.authentication).toEqual(before.authentication);
  });

  test('a capture that the merchant has authorised again is at the merchant’s risk', async () => {
    const shop = await house.openShop();
    const bearer = shop.apiKey;
    const session = await passed({ bearer, capture: { plan: 'DEFERRED', days: 12 } });
    expect((await seePayment(house, session, bearer)).authentication.liability).toBe('ISSUER');
    await advanceClock(house, 8 * DAY_s, bearer);
    expect((await seePayment(house, session, bearer)).status).toBe('TO_AUTHORISE');
    await advanceClock(house, 6 * DAY_s, bearer);
    const { status, authentication, messages } = await seePayment(house, session, bearer);
    expect(status).toBe('CAPTURED');
    expect(messages.filter(({ kind }) => kind === 'AUTHORISATION')).toHaveLength(2);
    // The proof was for the first authorisation; the second went without.
    expect(authentication).toMatchObject({ outcome: 'AUTHENTICATED', liability: 'MERCHANT' });
  });
});

describe('the next try', () => {
  test('with another card is another authentication; the last no ends the session', async () => {
    const session = await openSession(house);
    for (const attemptsLeft of [2, 1]) {
      expect(await submit(house, session, newCard('04'))).toMatchObject({
        step: 'NOT_AUTHENTICATED',
        status: 'OPEN',
        attemptsLeft,
      });
    }
    expect(await submit(house, session, newCard('06'))).toMatchObject({ step: 'NOT_AUTHENTICATED', status: 'REFUSED' });
    expect(await submit(house, session, newCard('01'))).toMatchObject({ code: 'SESSION_REFUSED' });
    expect((await seePayments(house, session)).map(({ authentication }) => authentication.outcome)).toEqual([
      'FAILED',
      'FAILED',
      'REJECTED',
    ]);
  });

  test('with the same card may pass where the first did not', async () => {
    const session = await openSession(house);
    const number = newCard('02');
    await answerIssuer(await submit(house, session, number), [{ cancel: 'yes' }]);
    expect((await untilSettled(house, session)).step).toBe('NOT_AUTHENTICATED');
    await answerIssuer(await submit(house, session, number), [{ code: '1234' }]);
    expect((await untilSettled(house, session)).step).toBe('TICKET');
  });

  test('is not taken while the bank is asking', async () => {
    const session = await openSession(house);
    const key = randomUUID();
    const number = newCard('02');
    await submit(house, session, number, { idempotencyKey: key });
    expect(await submit(house, session, newCard('01'))).toMatchObject({ code: 'IN_FLIGHT' });
    // The same form sent again is answered, not repeated.
    expect(await submit(house, session, number, { idempotencyKey: key })).toMatchObject({ step: 'CHALLENGE' });
    expect(await seePayments(house, session)).toHaveLength(1);
  });
});

describe('time', () => {
  test('does not end a session whose shopper is being asked; afterwards it does', async () => {
    for (const [minutes, end] of [
      [8, { step: 'TICKET', status: 'PAID' }],
      [13, { step: 'ENDED', status: 'EXPIRED' }],
    ] as const) {
      const shop = await house.openShop();
      const session = await openSession(house, { bearer: shop.apiKey, expiresInSeconds: 300 });
      const page = await submit(house, session, newCard());
      await advanceClock(house, minutes * 60, shop.apiKey);
      if (minutes === 8) {
        expect(await lookAt(house, session)).toMatchObject({ step: 'CHALLENGE', status: 'PROCESSING' });
        await answerIssuer(page, [{ code: '1234' }]);
      }
      expect(await untilSettled(house, session)).toMatchObject(end);
    }
  });
});

test('a day that passes at once brings what is due in its order: abandoned after twelve minutes, expired after thirty', async () => {
  const shop = await house.openShop();
  const session = await openSession(house, { bearer: shop.apiKey });
  // An issuer that says nothing by itself: nobody is quicker than our own timer.
  await answerIssuer(await submit(house, session, newCard('08')), [{ code: '1234' }]);
  await advanceClock(house, DAY_s, shop.apiKey);
  const { sql } = house.server.app.deps;
  const { id } = await seePayment(house, session, shop.apiKey);
  const events = await sql
    .selectFrom('event')
    .select(['event', 'at'])
    .where('subject_id', 'in', [id, session.id])
    .orderBy('at')
    .orderBy('subject')
    .execute();
  const [opened] = events;
  const minutes = events.map(({ event, at }) => [event, Math.round((at.getTime() - Number(opened?.at)) / 60_000)]);
  expect(minutes.filter(([, after]) => Number(after) > 0)).toEqual([
    ['ATTEMPT_ENDED', 12],
    ['AUTHENTICATION_REFUSED', 12],
    ['EXPIRED', 30],
  ]);
});

describe('of two sessions of one order, both being asked,', () => {
  test('one is paid, and the other asks for no money', async () => {
    const one = await openSession(house);
    const other = await openSession(house, { orderId: one.orderId });
    const pages = await Promise.all([one, other].map(session => submit(house, session, newCard())));
    await Promise.all(pages.map(page => answerIssuer(page, [{ code: '1234' }])));
    const seen = await Promise.all([one, other].map(session => untilSettled(house, session)));
    expect(seen.map(({ step }) => step).toSorted()).toEqual(['NOT_AUTHENTICATED', 'TICKET']);
    expect(seen.map(({ notAuthenticated }) => notAuthenticated?.reason)).toContain('ORDER_TAKEN');
    const loser = seen[0]?.step === 'TICKET' ? other : one;
    const { status, refusalReason, messages } = await seePayment(house, loser);
    expect({ status, messages }).toEqual({ status: 'REFUSED', messages: [] });
    expect(refusalReason).toMatch(/^ORDER_(?:IN_PROGRESS|ALREADY_PAID)$/);
    // From here on nobody is authenticated for this order in vain.
    expect(await submit(house, loser, newCard('02'))).toMatchObject({ code: 'ORDER_ALREADY_PAID' });
    expect(await seePayments(house, loser)).toHaveLength(1);
  });
});

describe('a shop that cancels the session of a shopper who is being asked', () => {
  const cancel = async (sessionId: string, idempotencyKey: string) =>
    (
      await house.ask<{ cancelPaymentSession: object }>(
        `mutation ($input: CancelPaymentSessionInput!) { cancelPaymentSession(input: $input) {
           ... on PaymentSession { id status } ... on Refusal { code } } }`,
        { input: { idempotencyKey, sessionId } },
      )
    ).data.cancelPaymentSession;

  test('abandons the authentication; its key stands for that session and no other', async () => {
    const [session, other] = [await openSession(house), await openSession(house)];
    await submit(house, session, newCard());
    const key = randomUUID();
    const cancelled = { id: session.id, status: 'CANCELLED' };
    expect(await cancel(session.id, key)).toEqual(cancelled);
    expect(await cancel(other.id, key)).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await cancel(session.id, key)).toEqual(cancelled);
    // Nor is a key free that only found it cancelled already.
    const second = randomUUID();
    expect(await cancel(session.id, second)).toEqual(cancelled);
    expect(await cancel(other.id, second)).toEqual({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await lookAt(house, other)).toMatchObject({ step: 'CARD', status: 'OPEN' });
    expect(await seePayment(house, session)).toMatchObject({
      status: 'REFUSED',
      authentication: { outcome: 'ABANDONED' },
      messages: [],
    });
  });
});
