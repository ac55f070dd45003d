import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { atRest, heldAtBank } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { checkout, openSession, pay, sandboxCard } from '../support/shopping.js';
import { advanceClock, seeSession, seeTransaction } from '../support/till.js';

let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

/** A card that nobody has used yet. */
function newCard(code: string, bin = '400012'): string {
  cards += 1;
  return sandboxCard(code, { bin, serial: String(cards).padStart(5, '0') });
}

test('declined, then paid with another card', async () => {
  const session = await openSession(house);
  const declined = await pay(house, session, newCard('51'));
  expect(declined).toMatchObject({ step: 'DECLINED', status: 'OPEN', attemptsLeft: 2, decline: { moneyTaken: false } });
  expect(await checkout(house, session)).toEqual(declined);
  expect(await pay(house, session, newCard('00'))).toMatchObject({ step: 'TICKET', status: 'PAID', decline: null });
  const { transactions } = await seeSession(house, session);
  expect(transactions.map(({ status, outcome }) => `${status} ${outcome}`)).toEqual([
    'DECLINED UNPAID',
    'TO_CAPTURE ACCEPTED',
  ]);
});

test('the words of a decline and of a ticket come in the language that is asked for, else in the session’s', async () => {
  const session = await openSession(house);
  await pay(house, session, newCard('51'));
  const words = 'own: decline { title } fr: decline(locale: "fr") { title } en: decline(locale: "en") { title }';
  const declined = await house.ask(`{ checkout { ${words} } }`, {}, session.token);
  const { own, fr, en } = declined.data['checkout'] as Record<'own' | 'fr' | 'en', { title: string }>;
  expect(own).toEqual(fr);
  expect(en.title).not.toBe(fr.title);
  await pay(house, session, newCard('00'));
  const times = 'fr: ticket { createdAtText } en: ticket(locale: "en-GB") { createdAtText }';
  const { data } = await house.ask(`{ checkout { ${times} } }`, {}, session.token);
  expect(data['checkout']).toEqual({
    fr: { createdAtText: expect.stringContaining(' à ') },
    en: { createdAtText: expect.stringContaining(' at ') },
  });
  const other = await house.ask('{ checkout { ticket(locale: "de") { reference } } }', {}, session.token);
  expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

describe('each family of codes', () => {
  test.each([
    ['17', 'CANCELLED', 'SAME_CARD_AGAIN'],
    ['14', 'CARD_DATA', 'SAME_CARD_CORRECTED'],
    ['54', 'CARD_DATA', 'SAME_CARD_CORRECTED'],
    ['82', 'CARD_DATA', 'SAME_CARD_CORRECTED'],
    ['05', 'DECLINED', 'SAME_CARD_LATER'],
    ['51', 'LIMIT', 'SAME_CARD_LATER'],
    ['91', 'TECHNICAL', 'SAME_CARD_LATER'],
    ['12', 'TECHNICAL', 'OTHER_CARD'],
    ['43', 'OPPOSED', 'OTHER_CARD'],
    ['59', 'RISK', 'OTHER_CARD'],
    ['58', 'CONTRACT', 'OTHER_CARD'],
  ])('%s (%s) leaves the session open and advises %s; nothing is reversed', async (code, family, nextStep) => {
    const session = await openSession(house);
    const answer = await pay(house, session, newCard(code));
    expect(answer).toMatchObject({ step: 'DECLINED', status: 'OPEN', decline: { nextStep, moneyTaken: false } });
    const { status, decline, messages } = await seeTransaction(house, session);
    expect({ status, decline }).toMatchObject({ status: 'DECLINED', decline: { code, family } });
    expect(messages.map(({ kind, responseCode }) => [kind, responseCode])).toEqual([['AUTHORISATION', code]]);
  });

  test.each(['03', '13', '24', '25', '30', '31', '34', '60', '87'])(
    '%s is not about the card, so no card can help: the session ends and the shop is to be asked',
    async code => {
      const session = await openSession(house);
      const answer = await pay(house, session, newCard(code));
      expect(answer).toMatchObject({
        step: 'DECLINED',
        status: 'REFUSED',
        attemptsLeft: 0,
        decline: { nextStep: 'CONTACT_SHOP', moneyTaken: false },
      });
      expect(await pay(house, session, newCard('00'))).toMatchObject({ code: 'SESSION_REFUSED' });
    },
  );

  test.each(['08', '10'])('%s is no full yes, and what the bank holds for it is given back', async code => {
    const session = await openSession(house);
    const answer = await pay(house, session, newCard(code));
    expect(answer).toMatchObject({ step: 'DECLINED', status: 'OPEN', decline: { nextStep: 'OTHER_CARD' } });
    await expectReversed(session);
  });

  test('a code nobody lists is a decline, and is reversed', async () => {
    const session = await openSession(house);
    const answer = await pay(house, session, newCard('77'));
    expect(answer).toMatchObject({ step: 'DECLINED', status: 'OPEN', decline: { nextStep: 'OTHER_CARD' } });
    await expectReversed(session);
  });

  test('a code nobody lists that stands for an approval is a decline, and what is held is given back', async () => {
    const session = await openSession(house);
    await order(house.bank, { kind: 'UNKNOWN_CODE', mti: '0100' });
    expect(await pay(house, session, newCard('00'))).toMatchObject({ step: 'DECLINED', status: 'OPEN' });
    expect((await seeTransaction(house, session)).decline).toMatchObject({ code: 'ZZ' });
    await expectReversed(session);
  });

  test.each(['68', '94', '97'])('%s says that nobody knows: unknown, then reversed, then open again', async code => {
    const session = await openSession(house);
    const answer = await pay(house, session, newCard(code));
    expect(['UNKNOWN', 'CARD']).toContain(answer.step);
    await atRest(house);
    expect(await checkout(house, session)).toMatchObject({ step: 'CARD', status: 'OPEN', decline: null });
    const { status, decline, messages, events } = await seeTransaction(house, session);
    expect({ status, decline }).toEqual({ status: 'REVERSED', decline: null });
    expect(messages.map(({ kind }) => kind)).toEqual(['AUTHORISATION', 'REVERSAL']);
    expect(events[1]).toMatchObject({ type: 'ANSWER_MISSING', facts: { cause: `CODE_${code}` } });
  });

  test.each([
    ['70', 'A1'],
    ['71', '1A'],
  ])('a soft decline (%s: %s) is a decline while nobody can be authenticated', async (digits, code) => {
    const shop = await house.openShop({ enrolled: false });
    const session = await openSession(house, { bearer: shop.apiKey });
    const number = sandboxCard(digits, { bin: '411111', threeds: '01', serial: digits.padStart(5, '9') });
    expect(await pay(house, session, number)).toMatchObject({ step: 'DECLINED', decline: { nextStep: 'OTHER_CARD' } });
    expect((await seeTransaction(house, session, shop.apiKey)).decline).toMatchObject({
      code,
      family: 'AUTHENTICATION',
    });
    expect(await pay(house, session, number)).toMatchObject({ code: 'CARD_NOT_ALLOWED_AGAIN' });
  });
});

async function expectReversed(session: { id: string }): Promise<void> {
  await atRest(house);
  const { status, messages, authorisation } = await seeTransaction(house, session);
  expect(status).toBe('DECLINED');
  expect(messages).toMatchObject([
    { kind: 'AUTHORISATION' },
    { kind: 'REVERSAL', status: 'ANSWERED', responseCode: '00' },
  ]);
  expect(await heldAtBank(house, authorisation.rrn)).toBe(0n);
}

test('a session with no attempt left is refused, and its order is free again', async () => {
  const session = await openSession(house);
  const left = [];
  for (const code of ['51', '05', '91']) left.push((await pay(house, session, newCard(code))).attemptsLeft);
  expect(left).toEqual([2, 1, 0]);
  expect(await checkout(house, session)).toMatchObject({
    step: 'DECLINED',
    status: 'REFUSED',
    attemptsLeft: 0,
    decline: { nextStep: 'NONE' },
  });
  expect(await pay(house, session, newCard('00'))).toMatchObject({ code: 'SESSION_REFUSED' });
  const another = await openSession(house, { orderId: session.orderId });
  expect(await pay(house, another, newCard('00'))).toMatchObject({ step: 'TICKET' });
});

test('a decline after the time of its session was over ends the session', async () => {
  const session = await openSession(house, { expiresInSeconds: 300 });
  await order(house.bank, { kind: 'DELAY', mti: '0100', delayMs: 700 });
  const attempt = pay(house, session, newCard('51'));
  await advanceClock(house, 301);
  expect(await checkout(house, session)).toMatchObject({ step: 'PROCESSING', status: 'PROCESSING' });
  await attempt;
  expect(await checkout(house, session)).toMatchObject({ step: 'ENDED', status: 'EXPIRED' });
});
