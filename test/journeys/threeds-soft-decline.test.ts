/**
 * Soft declines: the card's bank wants the shopper authenticated after all, once. Of money asked for before, nothing is held.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { bookOf, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, type OpenedSession } from '../support/shopping.js';
import { answerIssuer, enrolledCard, seePayment, submit, type SeenCheckout } from '../support/threeds.js';
import { untilSettled } from './threeds-walk.js';

/** The codes A1 and 1A in a card's number. */
const A1 = '70';
const ONE_A = '71';

let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse({ threeds: true });
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

function newCard(threeds: string, code: string, bin?: string): string {
  cards += 1;
  return enrolledCard(threeds, code, { serial: String(cards).padStart(5, '0'), ...(bin === undefined ? {} : { bin }) });
}

interface Sent {
  readonly session: OpenedSession;
  readonly told: SeenCheckout;
}

/** The directory fails before any ARes, so the money is asked for without proof; its issuer then insists. */
async function unproven(number: string): Promise<Sent> {
  const session = await openSession(house);
  await order(house.bank, { kind: 'THREEDS_ERRO', card: number });
  return { session, told: await submit(house, session, number) };
}

const codesOf = async (session: OpenedSession) =>
  (await seePayment(house, session)).messages.map(({ kind, responseCode }) => [kind, responseCode]);

async function rowsOf(session: OpenedSession) {
  const { sql } = house.server.app.deps;
  const { id } = await seePayment(house, session);
  const [asked, told] = await Promise.all([
    sql.selectFrom('exchange').selectAll().where('transaction_id', '=', id).orderBy('id').execute(),
    sql.selectFrom('authentication').selectAll().where('transaction_id', '=', id).orderBy('id').execute(),
  ]);
  return { asked, told };
}

describe('an issuer that insists', () => {
  test.each([
    ['A1', A1],
    ['1A', ONE_A],
  ])('after %s challenges the shopper, and the same attempt is paid with the proof', async (code, digits) => {
    const { session, told } = await unproven(newCard('02', digits));
    expect(told).toMatchObject({ step: 'CHALLENGE', status: 'PROCESSING', attemptsLeft: 2 });
    expect((await seePayment(house, session)).status).toBe('AUTHENTICATING');
    await answerIssuer(told, [{ code: '1234' }]);
    expect(await untilSettled(house, session)).toMatchObject({ step: 'TICKET', ticket: { authenticated: true } });
    expect(await codesOf(session)).toEqual([
      ['AUTHORISATION', code],
      ['AUTHORISATION', '00'],
    ]);
    expect((await seePayment(house, session)).authentication).toMatchObject({
      outcome: 'AUTHENTICATED',
      challenged: true,
      liability: 'ISSUER',
    });
  });

  test('is asked for another authorisation, with a challenge mandated and without the security code', async () => {
    const { session, told } = await unproven(newCard('02', A1));
    await answerIssuer(told, [{ code: '1234' }]);
    await untilSettled(house, session);
    const { asked, told: authentications } = await rowsOf(session);
    expect(new Set(asked.map(({ stan }) => stan)).size).toBe(2);
    expect(new Set(asked.map(({ rrn }) => rrn)).size).toBe(2);
    // The bank says what it thinks of a security code (SR) exactly where one came.
    expect(asked.map(({ answer }) => /SR0/.test(answer?.['48'] ?? ''))).toEqual([true, false]);
    expect(authentications.map(({ request }) => request?.['threeDSRequestorChallengeInd'])).toEqual(['01', '04']);
    const { authorisations } = await bookOf(house.bank);
    const held = asked.map(({ rrn }) => authorisations.find(line => line['rrn'] === rrn)?.['held']);
    expect(held).toEqual([0, 1050]);
  });

  test.each([
    ['three wrong codes', [{ code: '1' }, { code: '2' }, { code: '3' }], 'FAILED'],
    ['a cancellation', [{ cancel: 'yes' }], 'CANCELLED'],
  ])('and gets %s asks for no money again', async (_, entries, reason) => {
    const { session, told } = await unproven(newCard('02', A1));
    await answerIssuer(told, entries);
    const last = await untilSettled(house, session);
    expect(last).toMatchObject({ step: 'NOT_AUTHENTICATED', status: 'OPEN', attemptsLeft: 2 });
    expect(last.notAuthenticated).toEqual({ reason });
    expect(await codesOf(session)).toEqual([['AUTHORISATION', 'A1']]);
    expect(await seePayment(house, session)).toMatchObject({ status: 'REFUSED', refusalReason: reason });
  });

  test('on a Mastercard says 65; once authenticated, 65 is a limit and a decline', async () => {
    const { session, told } = await unproven(newCard('02', '65', '555555'));
    expect(told.step).toBe('CHALLENGE');
    await answerIssuer(told, [{ code: '1234' }]);
    expect((await untilSettled(house, session)).step).toBe('DECLINED');
    expect(await codesOf(session)).toEqual([
      ['AUTHORISATION', '65'],
      ['AUTHORISATION', '65'],
    ]);
  });
});

describe('a decline it is', () => {
  test.each(['05', '12'])(
    'where the issuer insists and then has no proof to give (behaviour %s): once, not again',
    async threeds => {
      const session = await openSession(house);
      expect((await submit(house, session, newCard(threeds, A1))).step).toBe('DECLINED');
      expect(await codesOf(session)).toEqual([
        ['AUTHORISATION', 'A1'],
        ['AUTHORISATION', 'A1'],
      ]);
      expect((await rowsOf(session)).told).toHaveLength(2);
    },
  );

  test('where 65 comes from a Visa, authenticated or not', async () => {
    const { session, told } = await unproven(newCard('02', '65'));
    expect(told.step).toBe('DECLINED');
    expect(await codesOf(session)).toEqual([['AUTHORISATION', '65']]);
  });

  test('where the shop takes no part', async () => {
    const shop = await house.openShop({ enrolled: false });
    const session = await openSession(house, { bearer: shop.apiKey });
    expect((await submit(house, session, newCard('02', A1))).step).toBe('DECLINED');
    const { authentication, messages } = await seePayment(house, session, shop.apiKey);
    expect(authentication.outcome).toBe('NOT_ENROLLED');
    expect(messages.map(({ responseCode }) => responseCode)).toEqual(['A1']);
  });
});

test('a proof that comes at once leaves nothing to insist on', async () => {
  for (const threeds of ['01', '03']) {
    const session = await openSession(house);
    expect((await submit(house, session, newCard(threeds, A1))).step).toBe('TICKET');
    expect(await codesOf(session)).toEqual([['AUTHORISATION', '00']]);
  }
});
