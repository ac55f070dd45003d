/** The one box of the till, over GraphQL, on payments that were really made. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

const PAYMENTS = [
  { order: 'lamp-1', amount: 1050, currency: 'EUR', code: '00', serial: '11111' },
  { order: 'lamp-2', amount: 105, currency: 'EUR', code: '00', serial: '22222' },
  { order: 'Lamp-3', amount: 1050, currency: 'JPY', code: '00', serial: '33333' },
  { order: 'déjà vu', amount: 7000, currency: 'EUR', code: '51', serial: '44444' },
  { order: 'lamp', amount: 20_000, currency: 'EUR', code: '00', serial: '55555', bin: '520012' },
] as const;

let house: House;
beforeAll(async () => {
  house = await startHouse();
  for (const { order, amount, currency, code, serial, ...card } of PAYMENTS) {
    const session = await openSession(house, { orderId: order, amount, currency });
    await pay(house, session, sandboxCard(code, { ...card, serial }));
  }
}, 90_000);
afterAll(() => house?.close());

interface Found {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}
interface Node {
  readonly orderId: string;
  readonly reference: string;
  readonly authorisation: { readonly code: string; readonly rrn: string };
  readonly card: { readonly masked: string };
}

const QUERY = `query ($filter: TransactionFilter) { transactions(filter: $filter, orderBy: OLDEST_FIRST) {
  totalCount edges { node { orderId reference authorisation { code rrn } card { masked } } } } }`;

async function ask(filter: object) {
  return house.ask<{ transactions: Found }>(QUERY, { filter });
}

async function nodes(filter: object): Promise<Node[]> {
  const { data, errors } = await ask(filter);
  if (errors) throw new Error(JSON.stringify(errors));
  const found = data.transactions.edges.map(({ node }) => node);
  expect(data.transactions.totalCount).toBe(found.length);
  return found;
}

const orders = async (filter: object) => (await nodes(filter)).map(({ orderId }) => orderId);
const search = (text: string) => orders({ text });

describe('a word finds', () => {
  test('an order, whole or from its beginning, and never from its middle', async () => {
    expect(await search('lamp-2')).toEqual(['lamp-2']);
    expect(await search('lamp')).toEqual(['lamp-1', 'lamp-2', 'lamp']);
    expect(await search('amp')).toEqual([]);
    expect(await search('order:Lamp')).toEqual(['Lamp-3']);
    expect(await search('"déjà v"')).toEqual(['déjà vu']);
    expect(await search('%')).toEqual([]);
  });

  test('an amount as it is written in each currency', async () => {
    expect(await search('10.50')).toEqual(['lamp-1']);
    expect(await search('10,5')).toEqual(['lamp-1']);
    expect(await search('1050')).toEqual(['Lamp-3']);
    expect(await search('amount:>1,05')).toEqual(['lamp-1', 'Lamp-3', 'déjà vu', 'lamp']);
    expect(await search('amount:>=70 amount:<200')).toEqual(['déjà vu']);
    expect(await search('amount:<=1.05')).toEqual(['lamp-2']);
  });

  test('the last four digits, with or without saying so, and the masked number', async () => {
    const [{ card: { masked } } = { card: { masked: '' } }] = await nodes({ orderId: 'lamp-1' });
    const last = masked.slice(-4);
    expect(await search(last)).toEqual(['lamp-1']);
    expect(await search(`last4:${last}`)).toEqual(['lamp-1']);
    expect(await orders({ last4: last })).toEqual(['lamp-1']);
    expect(await search(masked)).toEqual(['lamp-1']);
    expect(await search(masked.replaceAll('*', '•'))).toEqual(['lamp-1']);
    expect(await search(`520012******${last}`)).toEqual([]);
  });

  test('a reference, an RRN and an authorisation code, in any case', async () => {
    const [one] = await nodes({ orderId: 'lamp-2' });
    const { reference = '', authorisation = { code: '', rrn: '' } } = one ?? {};
    for (const word of [reference, reference.toLowerCase(), authorisation.rrn, authorisation.code.toLowerCase()])
      expect([word, await search(word)]).toEqual([word, ['lamp-2']]);
    expect(await search(`ref:${reference} rrn:${authorisation.rrn} code:${authorisation.code}`)).toEqual(['lamp-2']);
  });
});

test('all words must match, each in any way', async () => {
  expect(await search('status:declined')).toEqual(['déjà vu']);
  expect(await search('status:to-capture brand:mastercard')).toEqual(['lamp']);
  expect(await search('currency:eur lamp')).toEqual(['lamp-1', 'lamp-2', 'lamp']);
  expect(await search('lamp 10.50')).toEqual(['lamp-1']);
  expect(await search('lamp 10.50 status:declined')).toEqual([]);
  expect(await search('   ')).toHaveLength(PAYMENTS.length);
});

test('the other conditions of the filter hold together with the words', async () => {
  expect(await orders({ currency: ['JPY', 'USD'] })).toEqual(['Lamp-3']);
  expect(await orders({ amountFrom: 1050, amountTo: 7000 })).toEqual(['lamp-1', 'Lamp-3', 'déjà vu']);
  expect(await orders({ capturePlan: ['DEFERRED'] })).toEqual([]);
  expect(await orders({ capturePlan: ['IMMEDIATE'], authentication: ['NOT_ENROLLED'], text: 'lamp-1' })).toEqual([
    'lamp-1',
  ]);
  expect(await orders({ authentication: ['AUTHENTICATED'] })).toEqual([]);
});

describe('a card number', () => {
  const number = sandboxCard('00', { serial: '11111' });
  const grouped = number.replaceAll(/(.{4})(?=.)/g, '$1 ');

  test.each([
    ['alone', number],
    ['in groups', grouped],
    ['with dashes', grouped.replaceAll(' ', '-')],
    ['beside other words', `12 ${grouped} 10.50`],
    ['under a name', `order:${number}`],
    ['in quotes', `"${grouped}"`],
  ])('%s is refused, and written nowhere', async (_, text) => {
    const { data, errors } = await ask({ text });
    expect(data).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusal: 'CARD_NUMBER_NOT_SEARCHABLE' });
    expect(errors?.[0]?.message).toMatch(/last four digits/);
    expect(JSON.stringify(errors)).not.toContain(number.slice(4, 12));
    expect(house.log.join('\n').replaceAll(/\D/g, '')).not.toContain(number);
  });
});

test.each([
  'last4:12',
  'last4:abcd',
  'amount:many',
  'status:paid',
  'brand:unknown',
  'currency:XXX',
  'a b c d e f g h i',
  'x'.repeat(101),
  'a\u0000b',
])('what cannot be understood is refused: %j', async text => {
  const { errors } = await ask({ text });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', refusal: 'INPUT_INVALID' });
});

test('another shop finds nothing of this one', async () => {
  const { apiKey } = await house.openShop();
  const { data } = await house.ask<{ transactions: Found }>(QUERY, { filter: { text: 'lamp' } }, apiKey);
  expect(data.transactions.edges).toEqual([]);
});

test('pages of a stretch of time follow each other without gap or repeat, in both directions', async () => {
  const filter = { from: '2020-01-01T00:00:00Z', until: '2999-01-01T00:00:00Z' };
  const page = async (place: string) => {
    const { data } = await house.ask<{ transactions: Found & { pageInfo: Record<string, string> } }>(
      `query ($filter: TransactionFilter) { transactions(filter: $filter, ${place}) {
         edges { node { orderId } } pageInfo { startCursor endCursor hasNextPage } } }`,
      { filter },
    );
    const { startCursor = '', endCursor = '' } = data.transactions.pageInfo;
    return { orders: data.transactions.edges.map(({ node }) => node.orderId), startCursor, endCursor };
  };
  const first = await page('first: 2');
  const second = await page(`first: 2, after: "${first.endCursor}"`);
  const third = await page(`first: 2, after: "${second.endCursor}"`);
  expect([...first.orders, ...second.orders, ...third.orders]).toEqual(PAYMENTS.map(({ order }) => order).toReversed());
  expect((await page(`last: 2, before: "${second.startCursor}"`)).orders).toEqual(first.orders);
});
