/**
 * Results of challenges (RReq) that come again, too early, too late, all at once or one against the other: the first that
 * counts is the truth, and nothing after it moves anything.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { DemoShop } from '../../server/demo-shop.js';
import { bookOf, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { bring, knock, knownOf, addressOf, rreqOf, type Known } from '../support/results.js';
import { rowsOf } from '../support/rows.js';
import { openSession, until, type OpenedSession } from '../support/shopping.js';
import {
  abandon,
  answerIssuer,
  completeChallenge,
  completeMethod,
  enrolledCard,
  giveUp,
  lookAt,
  seePayment,
  seePayments,
  submit,
} from '../support/threeds.js';
import { advanceClock } from '../support/till.js';
import { untilSettled } from './threeds-walk.js';

let house: House;
let cards = 0;
beforeAll(async () => {
  house = await startHouse({ threeds: true });
  // A remittance opens by itself for what is paid first; from then on nothing changes that nobody has changed.
  await submit(house, await openSession(house), newCard('00'));
  await until(
    () => house.ask('{ remittances { totalCount } }'),
    ({ data }) => JSON.stringify(data).includes('1'),
  );
}, 90_000);
afterEach(() => expectAllInOrder(house));
/** Nothing that anybody brings is more than the house can answer. */
afterEach(() => expect(house.log.filter(line => line.includes('"level":"error"'))).toEqual([]));
afterAll(() => house?.close());

function newCard(threeds = '02'): string {
  cards += 1;
  return enrolledCard(threeds, '00', { serial: String(cards).padStart(5, '0') });
}

async function challenged(shop: DemoShop = house.shop): Promise<{ session: OpenedSession; known: Known }> {
  const session = await openSession(house, { bearer: shop.apiKey });
  expect((await submit(house, session, newCard())).step).toBe('CHALLENGE');
  return { session, known: await knownOf(house, session) };
}

/** Each of these is answered so, and not one row of the shop is another than before. */
async function movesNothing(
  brought: readonly (() => Promise<string>)[],
  answers: readonly string[],
  shop = house.shop,
) {
  const before = await rowsOf(house, shop.shopId);
  for (const [index, knocks] of brought.entries()) expect(await knocks()).toBe(answers[index]);
  expect(await rowsOf(house, shop.shopId)).toBe(before);
}

const notTaken = () => house.log.filter(line => line.includes('result: not taken')).length;

describe('after a no', () => {
  test('the same no is answered the same, as often as it comes, and a yes is not taken', async () => {
    const { session, known } = await challenged();
    expect(await bring(house, known, 'N')).toBe('RRes 01');
    expect(await lookAt(house, session)).toMatchObject({ step: 'NOT_AUTHENTICATED', status: 'OPEN', attemptsLeft: 2 });
    const again = () => bring(house, known, 'N');
    await movesNothing([again, again, again], ['RRes 01', 'RRes 01', 'RRes 01']);
    const before = notTaken();
    const others = ['Y', 'A', 'U', 'R'].map(letter => () => bring(house, known, letter));
    await movesNothing(others, ['Erro 405', 'Erro 405', 'Erro 405', 'Erro 405']);
    // A person may read in the log that somebody contradicted himself.
    expect(notTaken()).toBe(before + 4);
    const { status, authentication, messages } = await seePayment(house, session);
    expect({ status, messages }).toEqual({ status: 'REFUSED', messages: [] });
    expect(authentication).toMatchObject({ outcome: 'FAILED', transStatus: 'N', liability: 'MERCHANT' });
  });
});

describe('after a yes', () => {
  test('a no is not taken, and another yes brings no other proof', async () => {
    const { session, known } = await challenged();
    await answerIssuer(await lookAt(house, session), [{ code: '1234' }]);
    expect((await untilSettled(house, session)).step).toBe('TICKET');
    const letters = ['N', 'U', 'A', 'Y'];
    await movesNothing(
      letters.map(letter => () => bring(house, known, letter)),
      ['Erro 405', 'Erro 405', 'Erro 405', 'RRes 01'],
    );
    expect((await seePayment(house, session)).authentication).toMatchObject({ eci: '05', liability: 'ISSUER' });
  });

  test('a yes with a CAVV that the issuer did not give is the issuer’s to refuse, and no money is held', async () => {
    const { session, known } = await challenged();
    expect(await bring(house, known, 'Y')).toBe('RRes 01');
    expect((await untilSettled(house, session)).step).toBe('DECLINED');
    expect((await seePayment(house, session)).messages).toEqual([{ kind: 'AUTHORISATION', responseCode: '63' }]);
  });
});

describe('a result that comes when all is over', () => {
  test.each([
    ['the shopper would rather use another card', (session: OpenedSession) => abandon(house, session), 'OPEN'],
    ['the shopper has given the order up', (session: OpenedSession) => giveUp(house, session), 'CANCELLED'],
  ])('since %s changes nothing', async (_, ends, status) => {
    const { session, known } = await challenged();
    expect(await ends(session)).toMatchObject({ status });
    const letters = ['Y', 'N', 'Y'].map(letter => () => bring(house, known, letter));
    await movesNothing(letters, ['Erro 405', 'Erro 405', 'Erro 405']);
    expect((await seePayment(house, session)).messages).toEqual([]);
  });

  test('since its time is over changes nothing, and neither does it when the session has expired', async () => {
    const shop = await house.openShop();
    const { session, known } = await challenged(shop);
    const late = () => bring(house, known, 'Y');
    await advanceClock(house, 13 * 60, shop.apiKey);
    expect(await lookAt(house, session)).toMatchObject({ step: 'NOT_AUTHENTICATED', status: 'OPEN' });
    await movesNothing([late], ['Erro 405'], shop);
    await advanceClock(house, 3600, shop.apiKey);
    expect(await lookAt(house, session)).toMatchObject({ step: 'ENDED', status: 'EXPIRED' });
    await movesNothing([late], ['Erro 405'], shop);
  });

  test('for the first card does nothing for the second', async () => {
    const { session, known } = await challenged();
    await abandon(house, session);
    expect((await submit(house, session, newCard())).step).toBe('CHALLENGE');
    await movesNothing([() => bring(house, known, 'Y')], ['Erro 405']);
    // Nor with the ids of the second at the address of the first.
    const second = await knownOf(house, session);
    await movesNothing([() => knock(house, addressOf(known), rreqOf(second, 'Y'))], ['Erro 301']);
    await answerIssuer(await lookAt(house, session), [{ code: '1234' }]);
    expect((await untilSettled(house, session)).step).toBe('TICKET');
    expect((await seePayments(house, session)).map(({ status }) => status)).toEqual(['REFUSED', 'TO_CAPTURE']);
  });
});

describe('a result that comes before anybody was challenged', () => {
  test('is not found while the issuer’s look at the browser goes on', async () => {
    const session = await openSession(house);
    expect((await submit(house, session, newCard('11'))).step).toBe('METHOD');
    const known = await knownOf(house, session);
    await movesNothing([() => bring(house, known, 'Y')], ['404']);
    expect((await completeMethod(house, session, true)).step).toBe('TICKET');
  });

  test('is not found while the directory is being asked', async () => {
    const session = await openSession(house);
    const number = newCard();
    await order(house.bank, { kind: 'THREEDS_DELAY', delayMs: 3_000, card: number });
    const submitted = submit(house, session, number);
    const known = await knownOf(house, session);
    expect(known.row.status).toBe('REQUESTING');
    expect(await bring(house, known, 'Y')).toBe('404');
    expect((await submitted).step).toBe('CHALLENGE');
    await answerIssuer(await lookAt(house, session), [{ code: '1234' }]);
    expect((await untilSettled(house, session)).step).toBe('TICKET');
  });

  test('adds nothing to an issuer’s word that needed no challenge', async () => {
    const session = await openSession(house);
    expect((await submit(house, session, newCard('04'))).step).toBe('NOT_AUTHENTICATED');
    const known = await knownOf(house, session);
    await movesNothing([() => bring(house, known, 'Y')], ['Erro 405']);
  });
});

describe('at once', () => {
  test('of a yes and a no one is the truth, and the other was never taken', async () => {
    const { session, known } = await challenged();
    const letters = ['N', 'Y', 'N', 'Y', 'N', 'Y'];
    const answers = await Promise.all(letters.map(letter => bring(house, known, letter)));
    const last = await untilSettled(house, session);
    const payment = await seePayment(house, session);
    const truth = payment.authentication.transStatus;
    expect(answers).toEqual(letters.map(letter => (letter === truth ? 'RRes 01' : 'Erro 405')));
    // The made-up proof of the yes is worth nothing to the bank: whichever won, no money is held.
    expect([last.step, payment.status]).toEqual(
      truth === 'Y' ? ['DECLINED', 'DECLINED'] : ['NOT_AUTHENTICATED', 'REFUSED'],
    );
    expect(payment.messages).toHaveLength(truth === 'Y' ? 1 : 0);
  });

  test('giving up and the bank’s yes have one winner', async () => {
    for (let time = 0; time < 5; time++) {
      const { session } = await challenged();
      const page = await lookAt(house, session);
      await Promise.all([answerIssuer(page, [{ code: '1234' }]), giveUp(house, session)]);
      const { status } = await untilSettled(house, session);
      expect((await seePayment(house, session)).status).toBe(status === 'PAID' ? 'TO_CAPTURE' : 'REFUSED');
      expect(['PAID', 'CANCELLED']).toContain(status);
    }
  });

  test('a browser that comes back in the same instant does not lose the bank’s word', async () => {
    for (let time = 0; time < 8; time++) {
      const { session, known } = await challenged();
      const [, answer] = await Promise.all([completeChallenge(house, session), bring(house, known, 'N')]);
      expect(answer).toBe('RRes 01');
      expect(await lookAt(house, session)).toMatchObject({ step: 'NOT_AUTHENTICATED' });
    }
  });

  test('nor does it lose the shopper’s own wish for another card', async () => {
    for (let time = 0; time < 8; time++) {
      const { session } = await challenged();
      const [, told] = await Promise.all([completeChallenge(house, session), abandon(house, session)]);
      expect(told).toMatchObject({ step: 'NOT_AUTHENTICATED', status: 'OPEN' });
    }
  });

  test('three devices that come back together, and one that answers, make one payment', async () => {
    const { session, known } = await challenged();
    const page = await lookAt(house, session);
    const back = [1, 2, 3].map(() => completeChallenge(house, session));
    await Promise.all([answerIssuer(page, [{ code: '1234' }]), ...back]);
    const seen = await Promise.all([1, 2, 3].map(() => untilSettled(house, session)));
    expect(seen.map(({ step }) => step)).toEqual(['TICKET', 'TICKET', 'TICKET']);
    const { authorisations } = await bookOf(house.bank);
    const { rrn } = (await seePayment(house, session)).authorisation;
    expect(authorisations.filter(line => line['rrn'] === rrn)).toHaveLength(1);
    expect(known.row.status).toBe('CHALLENGE');
  });

  test('however often the look at the browser ends, the directory is asked once', async () => {
    const session = await openSession(house);
    await submit(house, session, newCard('11'));
    await Promise.all([true, false, true, false].map(done => completeMethod(house, session, done)));
    await until(
      () => lookAt(house, session),
      ({ step }) => step === 'CHALLENGE' || step === 'TICKET',
    );
    const { row } = await knownOf(house, session);
    const { authentications } = await bookOf(house.bank);
    const asked = authentications.filter(each => each['threeDSServerTransID'] === row.server_transaction_id);
    expect(asked).toHaveLength(1);
    expect((await seePayments(house, session)).length).toBe(1);
  });
});
