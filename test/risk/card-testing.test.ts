/** Thousands of card numbers tried through one shop, against the real bank; and honest shoppers meanwhile. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RANGES } from '../../bank/ranges.js';
import type { DemoShop } from '../../server/demo-shop.js';
import { bookOf } from '../bank/house.js';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, sandboxCard, type OpenedSession } from '../support/shopping.js';
import { advanceClock } from '../support/till.js';

let house: House;
let shop: DemoShop;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
beforeEach(async () => {
  shop = await house.openShop();
});
afterAll(() => house?.close());

const BINS = RANGES.map(({ bin }) => bin).filter(bin => !bin.startsWith('37'));
const TEN_MINUTES_s = 600;

interface Told {
  readonly __typename: string;
  readonly status?: string;
  readonly step?: string;
  readonly code?: string;
  readonly limit?: string;
  readonly retryable?: boolean;
}

/** As our pages hand a shopper's form on: from this address. */
async function tryCard(session: OpenedSession, number: string, address: string): Promise<Told> {
  const headers = {
    authorization: `Bearer ${session.token}`,
    'x-internal-token': house.environment.internalToken.reveal(),
    'x-forwarded-for': address,
  };
  const { data, errors } = await house.ask<{ submitCard: Told }>(
    `mutation ($input: SubmitCardInput!) { submitCard(input: $input) { __typename
       ... on CheckoutSession { status step } ... on Refusal { code limit retryable } } }`,
    { input: { idempotencyKey: randomUUID(), number, expiry: '12/30', securityCode: '123' } },
    { headers },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.submitCard;
}

interface Attack {
  readonly numbers: number;
  readonly atATime: number;
  readonly bin: (n: number) => string;
  readonly address: (n: number) => string;
}

/** What a thief's list brings: most are dead in one way or another, one in twenty lives. */
const CODES = ['14', '05', '54', '51', '41', '43', '57', '62', '05', '14'];
const codeOf = (n: number) => (n % 20 === 7 ? '00' : (CODES[n % CODES.length] ?? '05'));

async function attack({ numbers, atATime, bin, address }: Attack): Promise<Map<string, number>> {
  const told = new Map<string, number>();
  let next = 0;
  const thief = async () => {
    let session: OpenedSession | null = null;
    while (next < numbers) {
      const n = next++;
      session ??= await openSession(house, { bearer: shop.apiKey, amount: 100 });
      const number = sandboxCard(codeOf(n), { bin: bin(n), serial: String(n).padStart(5, '0') });
      const { code, status = '' } = await tryCard(session, number, address(n));
      const outcome = code ?? 'TRIED';
      told.set(outcome, (told.get(outcome) ?? 0) + 1);
      if (status !== 'OPEN' && code === undefined) session = null;
    }
  };
  await Promise.all(Array.from({ length: atATime }, thief));
  return told;
}

/** How often the bank was asked by this shop, as the bank's own book has it. */
async function askedOfTheBank(): Promise<number> {
  const { acceptor } = await house.server.app.deps.sql
    .selectFrom('shop')
    .select('acceptor')
    .where('id', '=', shop.shopId)
    .executeTakeFirstOrThrow();
  const { authorisations } = await bookOf(house.bank);
  return authorisations.filter(line => line['acceptor'] === acceptor).length;
}

/** An address, or a household's, for each. */
const elsewhere = (n: number) =>
  n % 2 ? `203.0.${n % 200}.${n % 250}` : `2001:db8:${(n % 60_000).toString(16)}:1::${n}`;
const honest = { serial: '98765', bin: '520012' } as const;

async function honestShopperPays(
  changes: { serial?: string; bin?: string } = {},
  address = '198.51.100.1',
): Promise<Told> {
  return tryCard(
    await openSession(house, { bearer: shop.apiKey }),
    sandboxCard('00', { ...honest, ...changes }),
    address,
  );
}

test('2 000 numbers of one BIN, from as many addresses: the bank sees a few tens, and others still pay', async () => {
  const told = await attack({ numbers: 2_000, atATime: 8, bin: () => '400012', address: elsewhere });
  const asked = await askedOfTheBank();
  expect([...told.keys()].toSorted()).toEqual(['CARD_TESTING_SUSPECTED', 'TRIED']);
  expect(told.get('TRIED')).toBe(asked);
  expect(asked).toBeGreaterThanOrEqual(40);
  expect(asked).toBeLessThanOrEqual(40 + 8 + 5);
  expect(await honestShopperPays()).toMatchObject({ status: 'PAID', step: 'TICKET' });
  expect(
    await tryCard(
      await openSession(house, { bearer: shop.apiKey }),
      sandboxCard('00', { serial: '99999' }),
      '192.0.2.9',
    ),
  ).toEqual({
    __typename: 'Refusal',
    code: 'CARD_TESTING_SUSPECTED',
    limit: '10 minutes',
    retryable: true,
  });
  await advanceClock(house, TEN_MINUTES_s, shop.apiKey);
  expect(
    await tryCard(
      await openSession(house, { bearer: shop.apiKey }),
      sandboxCard('00', { serial: '99998' }),
      '192.0.2.9',
    ),
  ).toMatchObject({ status: 'PAID' });
  await expectAllInOrder(house);
}, 120_000);

describe('hundreds of numbers', () => {
  test('of all BINs from one address: that address waits, and another shopper with such a card pays', async () => {
    const address = '203.0.113.7';
    await attack({ numbers: 400, atATime: 8, bin: n => BINS[n % BINS.length] ?? '', address: () => address });
    expect(await askedOfTheBank()).toBeLessThanOrEqual(30 + 8 + 5);
    expect(await honestShopperPays({}, address)).toMatchObject({ code: 'CARD_TESTING_SUSPECTED' });
    expect(await honestShopperPays({ bin: BINS[3] ?? '' })).toMatchObject({ status: 'PAID' });
  }, 60_000);

  test('from the many addresses of one household are from one address', async () => {
    await attack({
      numbers: 200,
      atATime: 4,
      bin: n => BINS[n % BINS.length] ?? '',
      address: n => `2001:db8:7:7::${n}`,
    });
    expect(await askedOfTheBank()).toBeLessThanOrEqual(30 + 4 + 5);
  }, 60_000);

  test('of all BINs from as many addresses: little more is borne of any BIN, and one that was left alone pays', async () => {
    const [spared = '', ...tried] = BINS.toSorted();
    await attack({ numbers: 500, atATime: 8, bin: n => tried[n % tried.length] ?? '', address: elsewhere });
    expect(await askedOfTheBank()).toBeLessThanOrEqual(40 + tried.length * 3 + 16);
    expect(await honestShopperPays({ bin: spared })).toMatchObject({ status: 'PAID' });
  }, 60_000);

  test('from behind a proxy that was not declared are not held against everybody behind it', async () => {
    await attack({ numbers: 100, atATime: 4, bin: () => '400012', address: () => '172.18.0.1' });
    expect(await askedOfTheBank()).toBeLessThanOrEqual(40 + 4 + 5);
    expect(await honestShopperPays({}, '172.18.0.1')).toMatchObject({ status: 'PAID' });
  }, 60_000);
});

test('who has paid here before pays with a card of the BIN that is tried', async () => {
  expect(await honestShopperPays({ bin: '400012', serial: '55555' })).toMatchObject({ status: 'PAID' });
  await attack({ numbers: 80, atATime: 4, bin: () => '400012', address: elsewhere });
  expect(await honestShopperPays({ bin: '400012', serial: '44444' })).toMatchObject({ code: 'CARD_TESTING_SUSPECTED' });
  expect(await honestShopperPays({ bin: '400012', serial: '55555' })).toMatchObject({ status: 'PAID' });
});

test('a bank that is out of order makes nobody a thief', async () => {
  for (let n = 0; n < 60; n += 1) {
    const session = await openSession(house, { bearer: shop.apiKey });
    const number = sandboxCard('91', { serial: String(n).padStart(5, '0') });
    expect(await tryCard(session, number, '203.0.113.9')).toMatchObject({ step: 'DECLINED' });
  }
  expect(await honestShopperPays({ bin: '400012' }, '203.0.113.9')).toMatchObject({ status: 'PAID' });
});

test('what is written of a visitor is no address, and another in every shop', async () => {
  await honestShopperPays({}, '198.51.100.77');
  const visitors = async () =>
    (
      await house.server.app.deps.sql
        .selectFrom('transaction')
        .select('visitor')
        .where('shop_id', '=', shop.shopId)
        .execute()
    ).map(({ visitor }) => visitor);
  const [here] = await visitors();
  expect(here).toMatch(/^[\w-]{22}$/);
  shop = await house.openShop();
  await honestShopperPays({}, '198.51.100.77');
  const [there] = await visitors();
  expect(there).toMatch(/^[\w-]{22}$/);
  expect(there).not.toBe(here);
});
