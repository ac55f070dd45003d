/** What introspection shows: to a key what it may ask for, to everybody else the whole contract. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { SCOPES } from '../../server/core/caller.js';
import { createKey } from '../support/callers.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { WHO_MAY } from './who-may.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
}, 90_000);
afterAll(() => house?.close());

async function shownTo(authority: Parameters<House['ask']>[2]) {
  const { data, errors } = await house.ask<IntrospectionQuery>(getIntrospectionQuery(), {}, authority);
  if (errors) throw new Error(JSON.stringify(errors));
  const schema = buildClientSchema(data);
  const fields = (type: ReturnType<typeof schema.getQueryType>) => Object.keys(type?.getFields() ?? {}).toSorted();
  return {
    queries: fields(schema.getQueryType()),
    mutations: fields(schema.getMutationType()),
    types: Object.keys(schema.getTypeMap()),
  };
}

const key = (...scopes: Parameters<typeof createKey>[2][number][]) => createKey(house, house.shop.shopId, scopes);

test('an analyst is shown statistics and nothing else, and no mutation at all', async () => {
  const { queries, mutations, types } = await shownTo(await key('analytics:read'));
  expect(queries).toEqual(['transactionStats']);
  expect(mutations).toEqual([]);
  expect(types).toContain('TransactionStatsRow');
  expect(types).not.toEqual(expect.arrayContaining(['Transaction']));
  expect(types).not.toEqual(expect.arrayContaining(['Mutation']));
});

test('a key is shown what its scopes open, as the table of rights has it', async () => {
  const scopes = ['transactions:read', 'transactions:write'] as const;
  const { queries, mutations } = await shownTo(await key(...scopes));
  const open = Object.entries(WHO_MAY).filter(([, may]) => scopes.some(scope => may.scopes?.includes(scope)));
  expect([...queries, ...mutations].toSorted()).toEqual(open.map(([name]) => name).toSorted());
  expect(mutations).toContain('cancelTransaction');
});

test('one key is not shown what another was shown before', async () => {
  await shownTo(await key(...SCOPES));
  expect((await shownTo(await key('remittances:read'))).mutations).toEqual([]);
  expect((await shownTo(await key(...SCOPES))).mutations).toContain('closeRemittance');
});

test.each([
  ['nobody', async () => null],
  ['a member', () => signIn(house, 'VIEWER')],
] as readonly (readonly [string, () => Promise<Parameters<House['ask']>[2]>])[])(
  '%s is shown the whole contract',
  async (_, authority) => {
    const { queries, mutations } = await shownTo(await authority());
    expect([...queries, ...mutations].toSorted()).toEqual(
      expect.arrayContaining(Object.keys(WHO_MAY).filter(name => name !== 'transactionEvents')),
    );
  },
);

test('data is still answered beside what the schema is', async () => {
  const query =
    '{ __type(name: "Mutation") { name } ...Rows } fragment Rows on Query { transactionStats(groupBy: []) { count } }';
  const { data } = await house.ask(query, {}, await key('analytics:read'));
  expect(data).toEqual({ __type: null, transactionStats: [] });
  const both = await house.ask(
    '{ __schema { queryType { name } } invitation(token: "none") { email } }',
    {},
    await key('analytics:read'),
  );
  expect(both.errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain('INTERNAL');
});
