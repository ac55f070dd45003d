/**
 * Idempotency keys belong to a shop: one that another shop has used, for the same operation, is a fresh one.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType } from 'graphql';
import { buildGuichetSchema } from '../../server/schema.js';
import { atRest } from '../support/books.js';
import { documentOf, rootFields } from '../support/documents.js';
import { rowsOf } from '../support/rows.js';
import { until } from '../support/shopping.js';
import { seeDeliveries } from '../support/webhooks.js';
import { absent, bare, startTwoShops, type TwoShops } from './two-shops.js';

let shops: TwoShops;
beforeAll(async () => {
  shops = await startTwoShops();
}, 90_000);
afterAll(() => shops?.close());

const keyed = rootFields(buildGuichetSchema()).filter(({ kind, field }) => {
  const [input] = field.args;
  const type = input && getNamedType(input.type);
  return kind === 'mutation' && isInputObjectType(type) && Object.hasOwn(type.getFields(), 'idempotencyKey');
});

test.each(keyed.map(field => [field.name, field] as const))(
  'a key that the owner used for %s means nothing to a stranger',
  async (_, field) => {
    const { house, stranger, theirs } = shops;
    const used = documentOf(field, theirs);
    const key = (used.variables['input'] as { idempotencyKey: string }).idempotencyKey;
    const owners = await house.ask(used.query, used.variables);
    // What the owner asked for is told to their endpoint first: as soon as its events have their place, and then until it is heard.
    await atRest(house);
    await until(
      () => seeDeliveries(house, { status: 'PENDING' }),
      waiting => waiting.length === 0,
    );
    const before = await rowsOf(house, shops.owner.shopId);
    const asked = documentOf(field, absent(theirs));
    const withKey = { input: { ...(asked.variables['input'] as object), idempotencyKey: key } };
    const fresh = documentOf(field, absent(theirs));
    const [toUsed, toFresh] = [
      await house.ask(asked.query, withKey, stranger.apiKey),
      await house.ask(fresh.query, fresh.variables, stranger.apiKey),
    ];
    expect(bare(toUsed, absent(theirs))).toBe(bare(toFresh, absent(theirs)));
    expect(await rowsOf(house, shops.owner.shopId)).toBe(before);
    // To the owner it still stands for what it stood for.
    expect(bare(await house.ask(used.query, used.variables), theirs)).toBe(bare(owners, theirs));
  },
);
