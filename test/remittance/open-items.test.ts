import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse();
}, 90_000);
afterEach(() => expectAllInOrder(house));
afterAll(() => house?.close());

test('what an open remittance would carry is paged through, and leaves out what is held or cancelled', async () => {
  const ids = [await paid(100), await paid(200), await paid(300), await paid(400)];
  await change('holdCapture', ids[1]);
  await change('cancelTransaction', ids[3]);
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([first, second]).toEqual([
    { totalCount: 2, nodes: [shown(ids[0], 100)], pageInfo: { hasNextPage: true, endCursor: ids[0] } },
    { totalCount: 2, nodes: [shown(ids[2], 300)], pageInfo: { hasNextPage: false, endCursor: ids[2] } },
  ]);
  const { data } = await house.ask(STRANGERS, {}, await stranger());
  expect(data['remittances']).toEqual({ nodes: [] });
});

const STRANGERS = '{ remittances(first: 2) { nodes { items(first: 1) { totalCount } } } }';

const shown = (id: string | undefined, amount: number) => ({
  id,
  kind: 'CAPTURE',
  status: 'PENDING',
  amount: { amount },
  transaction: { id },
});

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

async function page(after: string | null): Promise<Page> {
  const query = `query ($after: String) { remittances { nodes { items(first: 1, after: $after) {
    totalCount nodes { id kind status amount { amount } transaction { id } } pageInfo { hasNextPage endCursor } } } } }`;
  const { data } = await house.ask<{ remittances: { nodes: { items: Page }[] } }>(query, { after });
  const [open, ...others] = data.remittances.nodes;
  expect(others).toEqual([]);
  if (!open) throw new Error('No remittance is open.');
  return open.items;
}

async function paid(amount: number): Promise<string> {
  const session = await openSession(house, { amount });
  await pay(house, session, sandboxCard('00'));
  const query = 'query ($id: ID!) { paymentSession(id: $id) { transaction { id } } }';
  const { data } = await house.ask<{ paymentSession: { transaction: { id: string } } }>(query, { id: session.id });
  return data.paymentSession.transaction.id;
}

async function change(verb: 'holdCapture' | 'cancelTransaction', transactionId: string | undefined): Promise<void> {
  const type = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { __typename } }`;
  const { data } = await house.ask(document, { input: { idempotencyKey: `${verb} ${transactionId}`, transactionId } });
  expect(data[verb]).toEqual({ __typename: 'Transaction' });
}

async function stranger(): Promise<string> {
  return (await house.openShop()).apiKey;
}
