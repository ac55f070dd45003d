import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bookOf } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { checkout, openSession, pay, sandboxCard } from '../support/shopping.js';
import { advanceClock, seeSession, seeTransaction } from '../support/till.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

test('an order is paid: session, card, authorisation, ticket', async () => {
  const session = await openSession(house, { amount: 1050 });
  expect(await checkout(house, session)).toMatchObject({ step: 'CARD', status: 'OPEN', attemptsLeft: 3, ticket: null });
  const paid = await pay(house, session, sandboxCard('00'));
  expect(paid).toMatchObject({ step: 'TICKET', status: 'PAID', ticket: { amount: { amount: 1050 } } });
  expect(await checkout(house, session)).toEqual({ ...paid, __typename: 'CheckoutSession' });

  const transaction = await seeTransaction(house, session);
  expect(transaction).toMatchObject({
    status: 'TO_CAPTURE',
    outcome: 'ACCEPTED',
    reference: paid.ticket?.reference,
    authorisation: { code: paid.ticket?.authorisationCode },
    amounts: { requested: { amount: 1050 }, authorised: { amount: 1050 }, toCapture: { amount: 1050 } },
  });
  expect(transaction.events.map(event => event.type)).toEqual(['AUTHORISATION_REQUESTED', 'AUTHORISED_FOR_CAPTURE']);
  expect(transaction.messages).toMatchObject([
    { kind: 'AUTHORISATION', status: 'ANSWERED', responseCode: '00', attempts: 1 },
  ]);
});

test('the bank has in its book what we have in ours, under the same RRN, STAN and terminal', async () => {
  const session = await openSession(house, { amount: 4242 });
  await pay(house, session, sandboxCard('00'));
  const { authorisation } = await seeTransaction(house, session);
  const { authorisations } = await bookOf(house.bank);
  expect(authorisations.filter(line => line['rrn'] === authorisation.rrn)).toMatchObject([
    {
      acceptor: house.shop.acceptor,
      terminal: authorisation.terminal,
      stan: authorisation.stan,
      amount: 4242,
      held: 4242,
      currency: 'EUR',
      state: 'HELD',
      code: '00',
      authorisationCode: authorisation.code,
    },
  ]);
});

test('code 11 is a yes as well', async () => {
  const session = await openSession(house);
  expect(await pay(house, session, sandboxCard('11'))).toMatchObject({ step: 'TICKET', status: 'PAID' });
});

describe('the capture plan', () => {
  test('IMMEDIATE travels in the next remittance', async () => {
    const session = await openSession(house, { capture: { plan: 'IMMEDIATE' } });
    await pay(house, session, sandboxCard('00'));
    const { status, capture } = await seeTransaction(house, session);
    expect({ status, ...capture }).toMatchObject({ status: 'TO_CAPTURE', plan: 'IMMEDIATE', deadline: null });
  });

  test('DEFERRED travels so many business days later', async () => {
    const immediate = await openSession(house, { capture: { plan: 'DEFERRED', days: 0 } });
    const deferred = await openSession(house, { capture: { plan: 'DEFERRED', days: 5 } });
    for (const session of [immediate, deferred]) await pay(house, session, sandboxCard('00'));
    const today = (await seeTransaction(house, immediate)).capture.day ?? '';
    const later = (await seeTransaction(house, deferred)).capture.day ?? '';
    expect((Date.parse(later) - Date.parse(today)) / 86_400_000).toBe(5);
  });

  test('VALIDATION waits for the shop, until the cut-off of its last day', async () => {
    const session = await openSession(house, { capture: { plan: 'VALIDATION', days: 3 } });
    await pay(house, session, sandboxCard('00'));
    const { status, capture, amounts } = await seeTransaction(house, session);
    expect({ status, ...capture }).toMatchObject({ status: 'TO_VALIDATE', plan: 'VALIDATION', day: null });
    expect(amounts).toMatchObject({ toValidate: { amount: 1050 }, toCapture: { amount: 0 } });
    const paris = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', timeStyle: 'short' });
    expect(paris.format(new Date(capture.deadline ?? 0))).toBe('22:00');
  });

  test.each([
    { plan: 'IMMEDIATE', days: 1 },
    { plan: 'DEFERRED' },
    { plan: 'DEFERRED', days: 100 },
    { plan: 'DEFERRED', days: -1 },
    { plan: 'VALIDATION', days: 0 },
    { plan: 'VALIDATION', days: 100 },
  ])('$plan with $days days is refused', async capture => {
    await expect(openSession(house, { capture })).rejects.toThrow('CAPTURE_PLAN_INVALID');
  });
});

describe('money', () => {
  test('a currency without minor units is asked for as it is', async () => {
    const session = await openSession(house, { amount: 4999, currency: 'JPY' });
    expect(await pay(house, session, sandboxCard('00', { serial: '00392' }))).toMatchObject({ step: 'TICKET' });
    const { authorisation } = await seeTransaction(house, session);
    const { authorisations } = await bookOf(house.bank);
    expect(authorisations.find(line => line['rrn'] === authorisation.rrn)).toMatchObject({
      currency: 'JPY',
      held: 4999,
    });
    const { data } = await house.ask(
      `query ($id: ID!) { paymentSession(id: $id) { amount { amount currency formatted(locale: "en") } } }`,
      { id: session.id },
    );
    expect(data['paymentSession']).toEqual({ amount: { amount: 4999, currency: 'JPY', formatted: '¥4,999' } });
  });

  test('what the account does not hold any more is declined, whatever the card says', async () => {
    const number = sandboxCard('00', { serial: '00051' });
    const first = await openSession(house, { amount: 499_999 });
    expect(await pay(house, first, number)).toMatchObject({ step: 'TICKET' });
    const second = await openSession(house, { amount: 2 });
    expect(await pay(house, second, number)).toMatchObject({ step: 'DECLINED' });
    expect((await seeTransaction(house, second)).decline).toMatchObject({ code: '51', family: 'LIMIT' });
  });

  test('a currency the shop does not take is refused', async () => {
    await expect(openSession(house, { currency: 'GBP' })).rejects.toThrow('CURRENCY_NOT_ACCEPTED');
  });
});

describe('a card with two brands', () => {
  const bins = { '497010': 'VISA', '513100': 'MASTERCARD' } as const;

  test.each(Object.entries(bins))('%s is CB as the shop prefers, or %s as the shopper chooses', async (bin, other) => {
    for (const [chosen, brand, brandChosenBy] of [
      [undefined, 'CB', 'SHOP'],
      ['CB', 'CB', 'SHOPPER'],
      [other, other, 'SHOPPER'],
    ] as const) {
      const session = await openSession(house);
      const number = sandboxCard('00', { bin, serial: '00002' });
      expect(await pay(house, session, number, chosen ? { brand: chosen } : {})).toMatchObject({ step: 'TICKET' });
      expect((await seeTransaction(house, session)).card).toMatchObject({ brand, brandChosenBy });
    }
  });

  test('takes no brand that is not on it, and none the shop does not take', async () => {
    const session = await openSession(house);
    const refused = await pay(house, session, sandboxCard('00', { bin: '497010' }), { brand: 'MASTERCARD' });
    expect(refused).toMatchObject({ code: 'BRAND_NOT_POSSIBLE', path: 'brand' });
    const shop = await house.openShop({ brands: ['VISA'] });
    const there = await openSession(house, { bearer: shop.apiKey });
    expect(await pay(house, there, sandboxCard('00', { bin: '497010' }), { brand: 'CB' })).toMatchObject({
      code: 'BRAND_NOT_POSSIBLE',
    });
    expect(await pay(house, there, sandboxCard('00', { bin: '497010' }))).toMatchObject({ step: 'TICKET' });
    expect((await seeTransaction(house, there, shop.apiKey)).card).toMatchObject({
      brand: 'VISA',
      brandChosenBy: 'ONLY_ONE',
    });
  });
});

test('what is asked for and what is held never depends on the shopper: only the card is hers', async () => {
  const session = await openSession(house, { amount: 700 });
  const attempt = pay(house, session, sandboxCard('00'), { amount: 1 });
  await expect(attempt).rejects.toThrow('BAD_USER_INPUT');
  expect(await pay(house, session, sandboxCard('00'))).toMatchObject({ ticket: { amount: { amount: 700 } } });
  const { authorisation } = await seeTransaction(house, session);
  expect(await heldAtBank(house, authorisation.rrn)).toBe(700n);
});

test('a paid session stays paid when its time is over', async () => {
  const session = await openSession(house);
  await pay(house, session, sandboxCard('00'));
  await advanceClock(house, 3_600);
  expect(await seeSession(house, session)).toMatchObject({ status: 'PAID' });
  expect(await checkout(house, session)).toMatchObject({ step: 'TICKET' });
});
