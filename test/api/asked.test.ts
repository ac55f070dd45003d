/** What a document asks for is all that is read, and each field says by itself what it says among all. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLObjectType, getNamedType, isLeafType } from 'graphql';
import { buildGuichetSchema } from '../../server/schema.js';
import { startHouse, type House } from '../support/house.js';
import { enrolledCard, submit } from '../support/threeds.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

const transaction = buildGuichetSchema().getType('Transaction') as GraphQLObjectType;

/** The field with all that can be asked beneath it without arguments, two levels deep. */
function selectionOf(field: string, of: GraphQLObjectType = transaction, depth = 2): string | null {
  const definition = of.getFields()[field];
  if (!definition || definition.args.some(({ type }) => String(type).endsWith('!'))) return null;
  const type = getNamedType(definition.type);
  if (isLeafType(type)) return field;
  if (!(type instanceof GraphQLObjectType) || depth === 0) return null;
  const inner = Object.keys(type.getFields()).flatMap(name => selectionOf(name, type, depth - 1) ?? []);
  return inner.length === 0 ? null : `${field} { ${inner.join(' ')} }`;
}

const NARROW = Object.values(transaction.getFields())
  .filter(({ extensions }) => extensions['reads'])
  .map(({ name }) => name);

/** Of what comes along with a transaction, each field that is made of some columns alone. */
const NARROW_BENEATH = ['card', 'authentication'].flatMap(field => {
  const type = getNamedType(transaction.getFields()[field]?.type) as GraphQLObjectType;
  const narrow = Object.values(type.getFields()).filter(({ extensions }) => extensions['reads']);
  return narrow.map(({ name }) => [field, name] as const);
});

let house: House;
let ids: string[];
beforeAll(async () => {
  house = await startHouse({ threeds: true });
  const paid = await openSession(house);
  await pay(house, paid, sandboxCard('00'));
  const declined = await openSession(house, { capture: { plan: 'VALIDATION', days: 3 } });
  await pay(house, declined, sandboxCard('51', { serial: '00002' }));
  const proven = await openSession(house, { capture: { plan: 'VALIDATION', days: 3 } });
  await submit(house, proven, enrolledCard('01'));
  const { data } = await house.ask<{ transactions: { nodes: { id: string }[] } }>('{ transactions { nodes { id } } }');
  ids = data.transactions.nodes.map(({ id }) => id);
  await refundOnPaper(ids.at(-1) ?? '');
}, 90_000);
afterAll(() => house?.close());

/** Only to be shown: no money was captured that could be given back. */
async function refundOnPaper(transactionId: string): Promise<void> {
  const at = new Date('2026-11-24T00:27:06.175Z');
  const refund = { transaction_id: transactionId, shop_id: house.shop.shopId, status: 'DENIED', sequence: 2 } as const;
  const asked = { currency: 'EUR', requested_by_kind: 'KEY', created_at: at, updated_at: at } as const;
  await house.server.app.deps.sql
    .insertInto('refund')
    .values([
      { id: `ref_${'0'.repeat(26)}`, reference: 'R1', rrn: '1', amount: 999_999_999_999n, ...refund, ...asked },
      { id: `ref_${'1'.repeat(26)}`, reference: 'R2', rrn: '2', amount: 5n, ...refund, ...asked },
    ])
    .execute();
}

test('there are a payment, a decline and an authentication to look at', () => {
  expect(ids).toHaveLength(3);
  expect(NARROW_BENEATH.length).toBeGreaterThan(15);
  expect(NARROW).toEqual(expect.arrayContaining(['status', 'amount', 'decline', 'card', 'authentication', 'refunds']));
});

async function seen(selection: string): Promise<unknown[]> {
  const list = await house.ask(`{ transactions(first: 10) { nodes { ${selection} } } }`);
  expect(list.errors).toBeUndefined();
  return (list.data as { transactions: { nodes: unknown[] } }).transactions.nodes;
}

/** By its global id a transaction is read whole, and what belongs to it by statements of its own. */
async function seenWhole(selection: string): Promise<unknown[]> {
  const query = `query ($id: ID!) { one: node(id: $id) { ... on Transaction { ${selection} } } }`;
  return Promise.all(ids.map(async id => ((await house.ask(query, { id })).data as { one: unknown }).one));
}

test.each(NARROW_BENEATH)('%s { %s } is the same where no more than it is read', async (field, beneath) => {
  const selection = `${field} { ${beneath} }`;
  const whole = await seenWhole(selection);
  expect(await seen(selection)).toEqual(whole);
  const spread = `... on Transaction { ${field} { ...Some } }`;
  const type = field === 'card' ? 'CardInformation' : 'Authentication';
  const list = await house.ask(
    `{ transactions(first: 10) { nodes { ${spread} } } } fragment Some on ${type} { ${beneath} }`,
  );
  expect((list.data as { transactions: { nodes: unknown[] } }).transactions.nodes).toEqual(whole);
  const both = `a: ${selection} b: card { masked } c: authentication { liability outcome }`;
  expect(await seen(both)).toEqual(await seenWhole(both));
});

describe.each(NARROW)('%s', field => {
  const selection = selectionOf(field) ?? field;

  test('says alone what it says beside a field that needs the whole row', async () => {
    const alone = await seen(selection);
    const besides = (await seen(`${selection} events { type }`)) as Record<string, unknown>[];
    expect(alone).toEqual(besides.map(node => ({ [field]: node[field] })));
  });

  test('says in a list, through a fragment and by an edge what it says of one', async () => {
    const by = (query: string) =>
      Promise.all(
        ids.map(async id => {
          const one = await house.ask(query, { id });
          return (one.data as { one: unknown }).one;
        }),
      );
    const ones = await by(`query ($id: ID!) { one: transaction(id: $id) { ${selection} } }`);
    // By its global id it is read whole, and what belongs to it by statements of its own.
    expect(ones).toEqual(await by(`query ($id: ID!) { one: node(id: $id) { ... on Transaction { ${selection} } } }`));
    expect(await seen(`... { ${selection} }`)).toEqual(ones);
    const edges = await house.ask(
      `{ transactions(first: 10) { edges { node { ...One } } } } fragment One on Transaction { ${selection} }`,
    );
    const connection = (edges.data as { transactions: { edges: { node: unknown }[] } }).transactions;
    expect(connection.edges.map(({ node }) => node)).toEqual(ones);
  });
});
