/** What a card did at a shop lately, as the till shows it beside the card. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { DemoShop } from '../../server/demo-shop.js';
import { listenToDatabase } from '../bench/database-listener.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
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

const CARD = sandboxCard('00', { serial: '12321' });
const HOUR_s = 3600;

async function payAt(one: DemoShop, number: string, amount: number, currency = 'EUR'): Promise<void> {
  await pay(house, await openSession(house, { bearer: one.apiKey, amount, currency }), number);
}

interface Exposure {
  readonly count: number;
  readonly refused: number;
  readonly amount: readonly { readonly amount: string; readonly currency: string; readonly formatted: string }[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}
interface Node {
  readonly createdAt: string;
  readonly card: Readonly<Record<'day' | 'week' | 'month', Exposure>>;
}

async function transactions(bearer = shop.apiKey): Promise<Node[]> {
  const exposure = 'count refused firstSeen lastSeen amount { amount currency formatted }';
  const { data, errors } = await house.ask<{ transactions: { edges: { node: Node }[] } }>(
    `{ transactions(first: 50) { edges { node { createdAt card { day: exposure(window: DAY_1) { ${exposure} }
        week: exposure(window: DAYS_7) { ${exposure} } month: exposure(window: DAYS_30) { ${exposure} } } } } } }`,
    {},
    bearer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.transactions.edges.map(({ node }) => node);
}

const latest = async (): Promise<Node['card']> => {
  const [node] = await transactions();
  if (!node) throw new Error('There is no transaction.');
  return node.card;
};

const inEuro = (amount: number) => expect.objectContaining({ amount: String(amount), currency: 'EUR' });

test('what was authorised is counted and added up per currency, what was not is counted apart', async () => {
  await payAt(shop, CARD, 1050);
  await payAt(shop, CARD, 2000);
  await payAt(shop, CARD, 700, 'JPY');
  const { day } = await latest();
  expect(day).toMatchObject({ count: 3, refused: 0 });
  expect(day.amount).toEqual([
    { amount: '3050', currency: 'EUR', formatted: '€30.50' },
    { amount: '700', currency: 'JPY', formatted: '¥700' },
  ]);
});

test('a decline is no sum, and another card is another card', async () => {
  await payAt(shop, CARD, 1050);
  await payAt(shop, sandboxCard('51', { serial: '77777' }), 900);
  const [declined, paid] = (await transactions()).map(({ card }) => card.day);
  expect(declined).toMatchObject({ count: 0, refused: 1, amount: [] });
  expect(paid).toMatchObject({ count: 1, refused: 0, amount: [inEuro(1050)] });
});

test('a card known elsewhere counts nothing here', async () => {
  const elsewhere = await house.openShop();
  await payAt(elsewhere, CARD, 5000);
  await payAt(shop, CARD, 1050);
  expect((await latest()).month).toMatchObject({ count: 1, amount: [inEuro(1050)] });
});

test('each window slides with the clock of the shop', async () => {
  await payAt(shop, CARD, 100);
  const [{ createdAt: first } = { createdAt: '' }] = await transactions();
  await advanceClock(house, 23 * HOUR_s, shop.apiKey);
  await payAt(shop, CARD, 200);
  const [{ createdAt: second } = { createdAt: '' }] = await transactions();
  const both = { count: 2, amount: [inEuro(300)], firstSeen: first, lastSeen: second };
  expect(await latest()).toMatchObject({ day: both, week: both, month: both });
  await advanceClock(house, 2 * HOUR_s, shop.apiKey);
  expect(await latest()).toMatchObject({ day: { count: 1, firstSeen: second }, week: both, month: both });
  await advanceClock(house, 7 * 24 * HOUR_s, shop.apiKey);
  const never = { count: 0, amount: [], firstSeen: null, lastSeen: null };
  expect(await latest()).toMatchObject({ day: never, week: never, month: both });
  await advanceClock(house, 24 * 24 * HOUR_s, shop.apiKey);
  expect(await latest()).toMatchObject({ month: never });
});

test('a list of cards is one statement more for each window, not one for each card', async () => {
  for (const serial of ['10001', '10002', '10003', '10004']) await payAt(shop, sandboxCard('00', { serial }), 100);
  const listener = listenToDatabase();
  expect((await transactions()).map(({ card }) => card.day.count)).toEqual([1, 1, 1, 1]);
  const asked = [...listener.counted()].filter(([text]) => text.includes('"card_fingerprint" = any'));
  expect(asked.map(([, times]) => times)).toEqual([3]);
});
