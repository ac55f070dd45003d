import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { checkout, openSession, pay, cardDrawer, until, type OpenedSession } from '../support/shopping.js';
import { advanceClock, seeSession } from '../support/till.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const newCard = cardDrawer();

interface Seen {
  readonly __typename: string;
  readonly step?: string;
  readonly status?: string;
  readonly code?: string;
  readonly extensionsLeft?: number;
  readonly secondsLeft?: number;
}

async function byShopper(session: OpenedSession, verb: 'cancelCheckout' | 'extendCheckout'): Promise<Seen> {
  const { data } = await house.ask<Record<string, Seen>>(
    `mutation { ${verb}(input: {}) { __typename ... on CheckoutSession { step status extensionsLeft secondsLeft }
       ... on Refusal { code } } }`,
    {},
    session.token,
  );
  return data[verb] as Seen;
}

async function cancelByShop(session: OpenedSession, idempotencyKey = randomUUID() as string): Promise<Seen> {
  const { data } = await house.ask<{ cancelPaymentSession: Seen }>(
    `mutation ($input: CancelPaymentSessionInput!) { cancelPaymentSession(input: $input) {
       __typename ... on PaymentSession { status } ... on Refusal { code } } }`,
    { input: { idempotencyKey, sessionId: session.id } },
  );
  return data.cancelPaymentSession;
}

describe('giving the order up', () => {
  test('by the shopper ends the session, as often as it is asked', async () => {
    const session = await openSession(house);
    for (let time = 0; time < 2; time++)
      expect(await byShopper(session, 'cancelCheckout')).toMatchObject({ step: 'ENDED', status: 'CANCELLED' });
    expect(await pay(house, session, newCard())).toMatchObject({ code: 'SESSION_CANCELLED' });
    expect(await byShopper(session, 'extendCheckout')).toMatchObject({ code: 'SESSION_CANCELLED' });
    expect(await checkout(house, session)).toMatchObject({ step: 'ENDED', status: 'CANCELLED' });
  });

  test('by the shop ends it too, under one key once', async () => {
    const session = await openSession(house);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => cancelByShop(session, key)));
    for (const answer of answers) expect(answer).toEqual({ __typename: 'PaymentSession', status: 'CANCELLED' });
    expect(await byShopper(session, 'cancelCheckout')).toMatchObject({ status: 'CANCELLED' });
  });

  test('frees the order for another session', async () => {
    const session = await openSession(house);
    await byShopper(session, 'cancelCheckout');
    const another = await openSession(house, { orderId: session.orderId });
    expect(await pay(house, another, newCard())).toMatchObject({ step: 'TICKET' });
  });

  test('is in flight while the acquirer is asked, and too late once it is paid', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 700 });
    const paying = pay(house, session, newCard());
    await until(
      () => seeSession(house, session),
      ({ status }) => status === 'PROCESSING',
    );
    expect(await checkout(house, session)).toMatchObject({ step: 'PROCESSING' });
    expect(await byShopper(session, 'cancelCheckout')).toMatchObject({ code: 'IN_FLIGHT' });
    expect(await cancelByShop(session)).toMatchObject({ code: 'IN_FLIGHT' });
    expect(await byShopper(session, 'extendCheckout')).toMatchObject({ code: 'IN_FLIGHT' });
    expect(await paying).toMatchObject({ step: 'TICKET', status: 'PAID' });
    expect(await byShopper(session, 'cancelCheckout')).toMatchObject({ code: 'SESSION_PAID' });
    expect(await cancelByShop(session)).toMatchObject({ code: 'SESSION_PAID' });
  });

  test('and paying at once have one winner', async () => {
    for (let round = 0; round < 5; round++) {
      const session = await openSession(house);
      const [paid, cancelled] = await Promise.all([
        pay(house, session, newCard()),
        byShopper(session, 'cancelCheckout'),
      ]);
      const { status } = await seeSession(house, session);
      if (status === 'PAID') {
        expect(paid).toMatchObject({ step: 'TICKET' });
        expect(cancelled.code).toMatch(/^(IN_FLIGHT|SESSION_PAID)$/);
      } else {
        expect({ status, code: paid.code }).toEqual({ status: 'CANCELLED', code: 'SESSION_CANCELLED' });
        expect(cancelled).toMatchObject({ status: 'CANCELLED' });
      }
    }
  });

  test('a session that is not there is not found', async () => {
    const none = { id: `ps_${'0'.repeat(26)}` } as OpenedSession;
    expect(await cancelByShop(none)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('time', () => {
  test('ends a session that nobody pays, and frees its order', async () => {
    const session = await openSession(house, { expiresInSeconds: 300 });
    await advanceClock(house, 299);
    expect(await checkout(house, session)).toMatchObject({ step: 'CARD', status: 'OPEN' });
    await advanceClock(house, 2);
    expect(await seeSession(house, session)).toMatchObject({ status: 'EXPIRED' });
    expect(await checkout(house, session)).toMatchObject({ step: 'ENDED', status: 'EXPIRED' });
    expect(await pay(house, session, newCard())).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await byShopper(session, 'cancelCheckout')).toMatchObject({ code: 'SESSION_EXPIRED' });
    expect(await byShopper(session, 'extendCheckout')).toMatchObject({ code: 'SESSION_EXPIRED' });
    const another = await openSession(house, { orderId: session.orderId });
    expect(await pay(house, another, newCard())).toMatchObject({ step: 'TICKET' });
  });

  test('does not end a session that is being paid', async () => {
    const session = await openSession(house, { expiresInSeconds: 300 });
    await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 600 });
    const paying = pay(house, session, newCard());
    await until(
      () => seeSession(house, session),
      ({ status }) => status === 'PROCESSING',
    );
    await advanceClock(house, 3_600);
    expect(await paying).toMatchObject({ step: 'TICKET', status: 'PAID' });
  });

  test('of another shop does not pass', async () => {
    const elsewhere = await house.openShop();
    const session = await openSession(house, { expiresInSeconds: 300, bearer: elsewhere.apiKey });
    await advanceClock(house, 86_400);
    expect(await checkout(house, session)).toMatchObject({ step: 'CARD', status: 'OPEN' });
  });

  test('may be asked for ten times, and is never less than it was', async () => {
    const session = await openSession(house, { expiresInSeconds: 7_200 });
    expect(await byShopper(session, 'extendCheckout')).toMatchObject({ extensionsLeft: 9, step: 'CARD' });
    expect((await byShopper(session, 'extendCheckout')).secondsLeft).toBeGreaterThan(7_100);
    await advanceClock(house, 7_000);
    expect((await byShopper(session, 'extendCheckout')).secondsLeft).toBeGreaterThan(1_790);
    for (let left = 6; left >= 0; left--)
      expect(await byShopper(session, 'extendCheckout')).toMatchObject({ extensionsLeft: left });
    expect(await byShopper(session, 'extendCheckout')).toMatchObject({ code: 'EXTENSIONS_USED_UP' });
    expect(await pay(house, session, newCard())).toMatchObject({ step: 'TICKET' });
  });

  test.each([0, 299, 86_401, -1])('a life of %d seconds is refused', async expiresInSeconds => {
    await expect(openSession(house, { expiresInSeconds })).rejects.toThrow('EXPIRES_IN_INVALID');
  });
});

const move = async (input: object, bearer?: string) =>
  house.ask<{ advanceTestClock: { __typename: string; code?: string } }>(
    `mutation ($input: AdvanceTestClockInput!) { advanceTestClock(input: $input) {
       __typename ... on TestClock { now aheadSeconds } ... on Refusal { code path } } }`,
    { input },
    bearer,
  );

describe('the test clock', () => {
  test.each([
    { bySeconds: -1 },
    { to: '2020-01-01T00:00:00Z' },
    { bySeconds: 2_000_000_000 },
    { to: '2999-01-01T00:00:00Z' },
  ])('only goes forward, and not for ever: %j', async input => {
    expect((await move(input)).data.advanceTestClock).toMatchObject({ __typename: 'Refusal', code: 'INPUT_INVALID' });
  });

  test('goes to an instant', async () => {
    const to = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const { data } = await move({ to });
    expect(data.advanceTestClock).toMatchObject({ __typename: 'TestClock' });
    expect((data.advanceTestClock as { now?: string }).now?.slice(0, 16)).toBe(to.slice(0, 16));
  });
});
