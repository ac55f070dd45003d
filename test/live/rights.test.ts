/**
 * The end of a right is the end of what was followed by it, within five seconds.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Profile } from '../../server/core/caller.js';
import type { DemoShop } from '../../server/demo-shop.js';
import { createKey } from '../support/callers.js';
import { startHouse, type House } from '../support/house.js';
import { personOf, signIn, type Browser } from '../support/members.js';
import { PushedClock } from '../support/pushed-clock.js';
import { follow, Following, payOne } from './following.js';
import { urlOf } from './sockets.js';

const clock = new PushedClock();
let house: House;
let shop: DemoShop;
const followings: Following[] = [];
beforeAll(async () => {
  house = await startHouse({ outside: { clock } });
  shop = await house.openShop({ enrolled: false });
});
afterEach(() => {
  for (const following of followings.splice(0)) following.end();
});
afterAll(() => house.close());

async function followAs(right: Parameters<typeof follow>[1]): Promise<Following> {
  const following = await follow(house, right);
  followings.push(following);
  const before = following.seen.length;
  await payOne(house, shop.apiKey);
  await following.until(({ seen }) => seen.length > before);
  return following;
}

/** Ended with this code in time, and nothing is told after that. */
async function expectEnd(following: Following, code: number): Promise<void> {
  const asked = performance.now();
  await following.until(({ closes }) => closes.length > 0);
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(following.closes).toMatchObject([{ code }]);
  const seen = following.seen.length;
  await payOne(house, shop.apiKey);
  const other = await followAs(shop.apiKey);
  expect(other.errors).toEqual([]);
  expect(following.seen).toHaveLength(seen);
}

async function idOf(profile: Profile): Promise<string> {
  const { email } = personOf(shop, profile);
  const { sql } = house.server.app.deps;
  return (await sql.selectFrom('member').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
}

async function change(browser: Browser, document: string, input: object = {}): Promise<void> {
  const { data, errors } = await browser.ask<Record<string, { __typename: string }>>(document, { input });
  if (errors || Object.values(data)[0]?.__typename === 'Refusal') throw new Error(JSON.stringify({ data, errors }));
}

test('a revoked key', async () => {
  const { sql } = house.server.app.deps;
  const key = await createKey(house, shop.shopId, ['transactions:read']);
  const following = await followAs(key);
  const { id } = await sql
    .selectFrom('shop_key')
    .select('id')
    .where('shop_id', '=', shop.shopId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await change(
    await signIn(house, 'ACCOUNTANT', shop),
    'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { __typename } }',
    { keyId: id },
  );
  await expectEnd(following, 4401);
});

test('signed out, in this browser alone', async () => {
  const [browser, other] = [await signIn(house, 'VIEWER', shop), await signIn(house, 'VIEWER', shop)];
  const following = await followAs(browser);
  const elsewhere = await followAs(other);
  await change(browser, 'mutation { signOut { __typename } }');
  await expectEnd(following, 4401);
  expect(elsewhere.closes).toEqual([]);
  await change(other, 'mutation { signOutEverywhere { __typename } }');
  await expectEnd(elsewhere, 4401);
});

test('another profile ends what was made for the one before; whoever comes back goes on with what it may see now', async () => {
  const following = await followAs(await signIn(house, 'OPERATOR', shop));
  const manager = await signIn(house, 'ACCOUNTANT', shop);
  const document = 'mutation ($input: ChangeMemberProfileInput!) { changeMemberProfile(input: $input) { __typename } }';
  await change(manager, document, { memberId: await idOf('OPERATOR'), profile: 'VIEWER' });
  await expectEnd(following, 4403);
});

test('a disabled member', async () => {
  const following = await followAs(await signIn(house, 'VIEWER', shop));
  await change(
    await signIn(house, 'ACCOUNTANT', shop),
    'mutation ($input: DisableMemberInput!) { disableMember(input: $input) { __typename } }',
    { memberId: await idOf('VIEWER') },
  );
  await expectEnd(following, 4401);
});

test('fifteen idle minutes: following is no activity, nor is coming in again', async () => {
  const browser = await signIn(house, 'ACCOUNTANT', shop);
  const following = await followAs(browser);
  clock.push(10 * 60_000);
  await browser.ask('{ me { id } }');
  clock.push(14 * 60_000);
  const again = new Following(urlOf(house), browser, {});
  followings.push(again);
  await again.until(({ connections }) => connections === 1);
  expect(following.closes).toEqual([]);
  clock.push(70_000);
  await expectEnd(following, 4401);
  await again.until(({ closes }) => closes.length > 0);
});
