/**
 * Somebody else's and absent look the same: for every field that takes a name, the whole answer to the name of another shop's
 * thing is that to a name that nobody has, and the other shop's rows are as they were.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObjectType, isUnionType, getNamedType } from 'graphql';
import { ID_PREFIXES } from '../../server/core/identifiers.js';
import type { DemoShop } from '../../server/demo-shop.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { documentOf, namesOf, rootFields, type Named, type RootField } from '../support/documents.js';
import type { House } from '../support/house.js';
import { rowsOf } from '../support/rows.js';
import { openSession, pay, sandboxCard, type OpenedSession } from '../support/shopping.js';
import { absent, bare, startTwoShops, type TwoShops } from './two-shops.js';

const schema = buildGuichetSchema();
const naming = rootFields(schema).filter(field => field.names);

let shops: TwoShops;
let house: House;
let owner: DemoShop;
let stranger: DemoShop;
let theirs: Named;
let session: OpenedSession;

beforeAll(async () => {
  shops = await startTwoShops();
  ({ house, owner, stranger, theirs, session } = shops);
}, 90_000);
afterAll(() => shops?.close());

test('what this is told with exists: the owner finds every one of them', async () => {
  for (const name of ['paymentSession', 'transaction', 'refund', 'remittance'] as const) {
    const field = naming.find(each => each.name === name) as RootField;
    const { query, variables } = documentOf(field, theirs);
    expect((await house.ask(query, variables)).data[name]).toMatchObject({ id: expect.stringMatching(/_/) });
  }
});

test('whatever an argument may name the owner has: a new kind of thing is not finished until it stands in theirs', () => {
  const kinds = naming.flatMap(field => namesOf(field));
  expect(kinds.filter(kind => !theirs[kind])).toEqual([]);
});

describe.each(naming.map(field => [field.name, field] as const))('%s', (_, field) => {
  test('tells nobody of another shop anything, and changes nothing', async () => {
    const before = await rowsOf(house, owner.shopId);
    for (const [who, caller] of shops.callers) {
      const foreign = documentOf(field, theirs);
      const nobodys = documentOf(field, absent(theirs));
      const toForeign = await house.ask(foreign.query, foreign.variables, caller);
      const toAbsent = await house.ask(nobodys.query, nobodys.variables, caller);
      expect([who, bare(toForeign, theirs)]).toEqual([who, bare(toAbsent, absent(theirs))]);
    }
    expect(await rowsOf(house, owner.shopId)).toBe(before);
  });
});

describe('node', () => {
  const byId = 'query ($id: ID!) { node(id: $id) { __typename id } }';

  test('finds its own things and no others, whatever is asked', async () => {
    const field = naming.find(({ name }) => name === 'node') as RootField;
    expect(field).toBeDefined();
    for (const kind of ['session', 'transaction', 'refund', 'remittance'] as const) {
      const id = theirs[kind];
      expect((await house.ask(byId, { id })).data['node']).toMatchObject({ id });
      expect((await house.ask(byId, { id }, stranger.apiKey)).data).toEqual({ node: null });
    }
    for (const prefix of Object.values(ID_PREFIXES))
      expect((await house.ask(byId, { id: `${prefix}_${'7'.repeat(26)}` })).data).toEqual({ node: null });
    for (const id of ['', 'x', theirs['session']?.toUpperCase(), `${theirs['session']} `, '../../etc', "' or 1=1 --"])
      expect((await house.ask(byId, { id })).data).toEqual({ node: null });
  });
});

describe('lists', () => {
  test.each(['paymentSessions', 'transactions'])(
    "%s of a stranger hold nothing of another shop's, by no filter and no cursor",
    async list => {
      const kind = list === 'transactions' ? 'transaction' : 'session';
      const newcomer = await house.openShop();
      const filters = [
        `filter: { orderId: "${theirs['orderId']}" }`,
        `after: "${theirs[kind]}"`,
        `before: "${theirs[kind]}"`,
      ];
      for (const filter of filters) {
        const query = `{ ${list}(first: 100, ${filter}) { totalCount edges { node { id } } } }`;
        const { data } = await house.ask(query, {}, newcomer.apiKey);
        expect(JSON.stringify(data)).not.toContain(theirs[kind]);
        expect(data[list]).toMatchObject({ edges: [] });
      }
    },
  );
});

describe("a shopper's token", () => {
  test('leads to nothing but its own session, whichever way the schema is walked', () => {
    const seen = new Set<string>();
    const walk = (name: string): void => {
      const type = schema.getType(name);
      if (seen.has(name)) return;
      seen.add(name);
      if (isUnionType(type)) for (const member of type.getTypes()) walk(member.name);
      if (isObjectType(type)) for (const field of Object.values(type.getFields())) walk(getNamedType(field.type).name);
    };
    walk('CheckoutSession');
    for (const type of [
      'PaymentSession',
      'Transaction',
      'Refund',
      'Remittance',
      'Member',
      'ApiKey',
      'TransactionEvent',
    ])
      expect(seen).not.toContain(type);
  });

  test('shows its own session, and another one its own', async () => {
    const other = await openSession(house);
    for (const { id, token } of [session, other])
      expect((await house.ask('{ checkout { id } }', {}, token)).data).toEqual({ checkout: { id } });
  });

  test('is not to be had from the id of a session', async () => {
    const { vault } = house.server.app.deps;
    for (const guess of [session.id, vault.hash(session.id), session.id.replace('ps_', '')])
      expect((await house.ask('{ checkout { id } }', {}, `pst_${guess}`)).status).toBe(401);
  });

  test('has idempotency keys of its own: the same key in two sessions is two payments', async () => {
    const key = { idempotencyKey: 'the same in both' };
    for (const serial of ['00071', '00072'])
      expect(await pay(house, await openSession(house), sandboxCard('00', { serial }), key)).toMatchObject({
        step: 'TICKET',
      });
  });
});
