/**
 * Who may ask for what: every root field of the schema, asked for by every kind of caller, against a grid written by hand.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROFILES, type Profile, type Scope } from '../../server/core/caller.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { createKey, keysOfOneScope, nobodies } from '../support/callers.js';
import { documentOf, rootFields, type Named, type RootField } from '../support/documents.js';
import type { Answer } from '../support/graphql.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { WHO_MAY } from './who-may.js';

const fields = rootFields(buildGuichetSchema());
const NOTHING: Named = { orderId: 'none', reference: 'NONE' };
/** Whoever asks for these is somebody else afterwards; they have stories of their own. */
const LEAVING: ReadonlySet<string> = new Set(['signOut', 'signOutEverywhere']);

type Bearer = Parameters<House['ask']>[2];

let house: House;
let ofNobody: ReadonlyMap<string, string | null>;
let ofScope: ReadonlyMap<Scope, string>;
let ofProfile: ReadonlyMap<Profile, Bearer>;
let withoutScope: string;
let shopper: string;

beforeAll(async () => {
  house = await startHouse();
  const shop = await house.openShop();
  ofNobody = await nobodies(house, shop.shopId);
  ofScope = await keysOfOneScope(house, shop.shopId);
  withoutScope = await createKey(house, shop.shopId, []);
  ofProfile = new Map(await Promise.all(PROFILES.map(async one => [one, await signIn(house, one, shop)] as const)));
  const session = await openSession(house, { bearer: shop.apiKey });
  await pay(house, session, sandboxCard('00'));
  shopper = session.token;
}, 90_000);
afterAll(() => house?.close());

async function ask(field: RootField, bearer: Bearer): Promise<string> {
  const { query, variables } = documentOf(field, NOTHING);
  return verdictOf(await house.ask(query, variables, bearer));
}

function verdictOf({ status, data, errors }: Answer<unknown>): string {
  const [error] = errors ?? [];
  if (!error) return data ? 'ALLOWED' : 'NOTHING AT ALL';
  return `${status} ${error.extensions.code}${data ? ' WITH DATA' : ''}`;
}

test('every root field has its line, and every line its field', () => {
  expect(fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(WHO_MAY).toSorted());
});

describe.each(fields.map(field => [field.name, field] as const))('%s', (name, field) => {
  const may = WHO_MAY[name] ?? {};
  const verdict = (allowed: boolean | undefined) => (allowed || may.anybody ? 'ALLOWED' : '403 FORBIDDEN');

  test(`is ${may.anybody ? 'open to anybody' : 'closed to those who are nobody'}`, async () => {
    for (const [who, bearer] of ofNobody)
      expect([who, await ask(field, bearer)]).toEqual([who, may.anybody ? 'ALLOWED' : '401 UNAUTHENTICATED']);
  });

  test(`is open to ${Object.values(may).flat().join(', ')} and to no other`, async () => {
    expect(await ask(field, withoutScope)).toBe(verdict(false));
    expect(await ask(field, shopper)).toBe(verdict(may.shopper));
    for (const [scope, key] of ofScope)
      expect([scope, await ask(field, key)]).toEqual([scope, verdict(may.scopes?.includes(scope))]);
    for (const [profile, browser] of LEAVING.has(name) ? [] : ofProfile)
      expect([profile, await ask(field, browser)]).toEqual([profile, verdict(may.profiles?.includes(profile))]);
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
