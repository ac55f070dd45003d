/**
 * Who is asked to be authenticated, in which version, and what a shop may say where nobody can be asked.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { DemoShop } from '../../server/demo-shop.js';
import { bookOf, control, order } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession } from '../support/shopping.js';
import { enrolledCard, lookAt, seePayment, submit } from '../support/threeds.js';
import { expectWay, takeWay } from './threeds-walk.js';
import { PASSED, PROVEN, paid, refused, type Way } from './threeds-way.js';

let house: House;
let cards = 100;
beforeAll(async () => {
  house = await startHouse({ threeds: true });
  // The ranges are known before any of these: what the directory is asked from here on is told below.
  await submit(house, await openSession(house), enrolledCard('01'));
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

const take = (way: Way, shop: DemoShop = house.shop) => takeWay(house, way, cards++, shop);

async function strictShop(): Promise<DemoShop> {
  const shop = await house.openShop();
  const { sql } = house.server.app.deps;
  await sql.updateTable('shop').set({ authorise_if_unavailable: false }).where('id', '=', shop.shopId).execute();
  return shop;
}

test('a shop that is not enrolled is paid without a question, whatever its shopper’s card', async () => {
  const shop = await house.openShop({ enrolled: false });
  const before = (await bookOf(house.bank)).authentications.length;
  for (const threeds of ['02', '04', '06', '11']) {
    const way = { threeds, acts: [], end: paid({ outcome: 'NOT_ENROLLED', version: null }) };
    expectWay(way, await take(way, shop));
  }
  expect((await bookOf(house.bank)).authentications).toHaveLength(before);
});

describe('a shop that will not go on where nobody can say', () => {
  test.each([
    ['05', 'UNREACHABLE', { transStatus: 'U', reason: '22' }],
    ['13', 'TECHNICAL', {}],
    ['14', 'TECHNICAL', {}],
  ] as const)('refuses after behaviour %s: %s', async (threeds, reason, said) => {
    const way = { threeds, acts: [], end: refused(reason, { outcome: 'UNAVAILABLE', ...said }) };
    expectWay(way, await take(way, await strictShop()));
  });

  test('is paid where the issuer vouches, takes an exemption, or has nothing to say about the card', async () => {
    const shop = await strictShop();
    const ways: Way[] = [
      { threeds: '00', acts: [], end: paid({ outcome: 'NOT_ENROLLED', version: null }) },
      { threeds: '01', acts: [], end: paid(PROVEN) },
      {
        threeds: '03',
        acts: [],
        end: paid({ outcome: 'ATTEMPTED', transStatus: 'A', eci: '06', liability: 'ISSUER' }),
      },
      { threeds: '12', acts: [], end: paid({ outcome: 'INFORMATIONAL', transStatus: 'I' }) },
      { ...PASSED, threeds: '02' },
    ];
    for (const way of ways) expectWay(way, await take(way, shop));
  });
});

describe('a directory that speaks no more than 2.1', () => {
  const speaks = (version: '2.1.0' | '2.2.0') =>
    house.server.app.deps.sql.updateTable('threeds_directory').set({ last_version: version }).execute();

  test('is asked in 2.1, from the first word to the last', async () => {
    await speaks('2.1.0');
    const passed = { ...PASSED.end, authentication: { ...PASSED.end.authentication, version: '2.1.0' } };
    const ways: Way[] = [
      { threeds: '01', acts: [], end: paid({ ...PROVEN, version: '2.1.0' }) },
      { first: 'METHOD', threeds: '11', acts: ['METHOD_DONE'], end: paid({ ...PROVEN, version: '2.1.0' }) },
      { ...PASSED, threeds: '02', end: passed },
    ];
    for (const way of ways) expectWay(way, await take(way));
    await speaks('2.2.0');
  });
});

describe('a directory that never told its ranges', () => {
  const forget = async () => {
    const { sql } = house.server.app.deps;
    await sql.deleteFrom('threeds_directory').execute();
    await sql.deleteFrom('threeds_range').execute();
    await order(house.bank, { kind: 'THREEDS_ERRO', message: 'preq', probability: 1, seed: 'always' });
  };

  test('leaves it to the shop: one goes on at its own risk, another does not', async () => {
    await forget();
    const lenient = await openSession(house);
    await submit(house, lenient, enrolledCard('02', '00', { serial: '90001' }));
    expect(await lookAt(house, lenient)).toMatchObject({ step: 'TICKET' });
    const { authentication } = await seePayment(house, lenient);
    expect(authentication).toMatchObject({ outcome: 'UNAVAILABLE', version: null, liability: 'MERCHANT' });

    const shop = await strictShop();
    const strict = await openSession(house, { bearer: shop.apiKey });
    const told = await submit(house, strict, enrolledCard('02', '00', { serial: '90002' }));
    expect(told).toMatchObject({ __typename: 'Refusal', code: 'AUTHENTICATION_NOT_POSSIBLE' });
    expect(await lookAt(house, strict)).toMatchObject({ step: 'CARD', status: 'OPEN', attemptsLeft: 3 });
    // A card that takes no part is no concern of the directory's.
    await submit(house, strict, enrolledCard('00', '00', { serial: '90003' }));
    expect(await lookAt(house, strict)).toMatchObject({ step: 'TICKET' });
    expect((await seePayment(house, strict, shop.apiKey)).authentication).toMatchObject({ outcome: 'NOT_ENROLLED' });
  });

  test('is asked again by the next payment, and believed from then on', async () => {
    await control(house.bank, 'DELETE', '/faults');
    const way = { ...PASSED, threeds: '02' };
    expectWay(way, await take(way));
  });
});
