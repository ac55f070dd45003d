/**
 * Who may ask for what, for every field of the schema and every kind of caller. The grid is written by hand: a new root field
 * is not finished until its line stands here.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Scope } from '../../server/core/caller.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { createKey, keysOfOneScope, nobodies } from '../support/callers.js';
import { documentOf, rootFields, type Named, type RootField } from '../support/documents.js';
import type { Answer } from '../support/graphql.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

/** Fields that the shopper of a session may ask for, and those that keys may with one of these scopes. */
const MAY: Readonly<Record<string, 'SHOPPER' | readonly Scope[]>> = {
  checkout: 'SHOPPER',
  submitCard: 'SHOPPER',
  cancelCheckout: 'SHOPPER',
  extendCheckout: 'SHOPPER',
  paymentSession: ['sessions:read'],
  paymentSessions: ['sessions:read'],
  createPaymentSession: ['sessions:write'],
  cancelPaymentSession: ['sessions:write'],
  transaction: ['transactions:read'],
  transactions: ['transactions:read'],
  refund: ['transactions:read'],
  workList: ['transactions:write'],
  validateTransaction: ['transactions:write'],
  cancelTransaction: ['transactions:write'],
  refundTransaction: ['transactions:write'],
  reverseTransaction: ['transactions:write'],
  resolveUnknown: ['transactions:write'],
  remittance: ['remittances:read'],
  remittances: ['remittances:read'],
  closeRemittance: ['remittances:write'],
  holdCapture: ['remittances:write'],
  releaseCapture: ['remittances:write'],
  advanceTestClock: ['clock:write'],
  node: ['sessions:read', 'transactions:read', 'remittances:read'],
};

const fields = rootFields(buildGuichetSchema());
const known = fields.filter(field => Object.hasOwn(MAY, field.name));
const NOTHING: Named = { orderId: 'none', reference: 'NONE' };

let house: House;
let ofNobody: ReadonlyMap<string, string | null>;
let ofScope: ReadonlyMap<Scope, string>;
let withoutScope: string;
let shopper: string;

beforeAll(async () => {
  house = await startHouse();
  const shop = await house.openShop();
  ofNobody = await nobodies(house, shop.shopId);
  ofScope = await keysOfOneScope(house, shop.shopId);
  withoutScope = await createKey(house, shop.shopId, []);
  const session = await openSession(house, { bearer: shop.apiKey });
  await pay(house, session, sandboxCard('00'));
  shopper = session.token;
}, 60_000);
afterAll(() => house?.close());

async function ask(field: RootField, bearer: string | null): Promise<Answer<unknown>> {
  const { query, variables } = documentOf(field, NOTHING);
  return house.ask(query, variables, bearer);
}

function verdictOf({ status, data, errors }: Answer<unknown>): string {
  const [error] = errors ?? [];
  if (!error) return data ? 'ALLOWED' : 'NOTHING AT ALL';
  return `${status} ${error.extensions.code}${data ? ' WITH DATA' : ''}`;
}

test('the grid has a line for every root field', () => {
  expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(MAY).toSorted());
});

describe.each(known.map(field => [field.name, field] as const))('%s', (name, field) => {
  const may = MAY[name] ?? [];

  test('is closed to those who are nobody', async () => {
    for (const [who, bearer] of ofNobody)
      expect([who, verdictOf(await ask(field, bearer))]).toEqual([who, '401 UNAUTHENTICATED']);
  });

  test(`is open to ${may === 'SHOPPER' ? 'the shopper alone' : may.join(' or ')}`, async () => {
    expect(verdictOf(await ask(field, withoutScope))).toBe('403 FORBIDDEN');
    expect(verdictOf(await ask(field, shopper))).toBe(may === 'SHOPPER' ? 'ALLOWED' : '403 FORBIDDEN');
    for (const [scope, key] of ofScope) {
      const expected = may !== 'SHOPPER' && may.includes(scope) ? 'ALLOWED' : '403 FORBIDDEN';
      expect([scope, verdictOf(await ask(field, key))]).toEqual([scope, expected]);
    }
  });
});

describe('what a field leads to is ruled as well', () => {
  const session = 'paymentSessions(first: 1) { edges { node { id transaction { id } } } }';

  test.each([
    ['sessions:read', `{ ${session} }`, '403 FORBIDDEN'],
    ['sessions:read', '{ node(id: "x") { ... on Transaction { status } } }', '403 FORBIDDEN'],
    ['transactions:read', '{ node(id: "x") { ... on PaymentSession { token } } }', '403 FORBIDDEN'],
    ['transactions:read', '{ transactions { edges { node { session { token } } } } }', '403 FORBIDDEN'],
    ['transactions:read', '{ transactions { edges { node { session { orderId } } } } }', '403 FORBIDDEN'],
    ['transactions:read', '{ transactions { edges { node { remittance { id } } } } }', '403 FORBIDDEN'],
    [
      'remittances:read',
      '{ remittances { edges { node { items { edges { node { transaction { status } } } } } } } }',
      '403 FORBIDDEN',
    ],
    ['sessions:write', '{ node(id: "x") { id } }', '403 FORBIDDEN'],
    ['remittances:read', '{ remittances { edges { node { id } } } workList { id } }', '403 FORBIDDEN'],
    [
      'sessions:read',
      '{ __typename ...on Query { ...F } } fragment F on Query { transactions { totalCount } }',
      '403 FORBIDDEN',
    ],
  ] as const)('%s may not ask %s', async (scope, query, expected) => {
    expect(verdictOf(await house.ask(query, {}, ofScope.get(scope) ?? null))).toBe(expected);
  });

  test('an operation that is not run is ruled with the rest, so that nothing is hidden behind a name', async () => {
    const query = 'query A { paymentSessions { totalCount } } query B { transactions { totalCount } }';
    const response = await fetch(`${house.publicUrl}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ofScope.get('sessions:read')}` },
      body: JSON.stringify({ query, operationName: 'A' }),
    });
    expect(response.status).toBe(403);
  });
});

test('anybody may ask what the schema is, and nothing else', async () => {
  const { data } = await house.ask<{ __schema: { queryType: { name: string } } }>(
    '{ __typename __schema { queryType { name } types { name fields { name } } } }',
    {},
    null,
  );
  expect(data.__schema.queryType.name).toBe('Query');
});
