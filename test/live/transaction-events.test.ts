import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemoShop } from '../../server/demo-shop.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { seeTransaction } from '../support/till.js';
import { follow, Following, payOne, positions, type Seen } from './following.js';
import { urlOf } from './sockets.js';

let house: House;
const followings: Following[] = [];
beforeAll(async () => {
  house = await startHouse();
});
afterAll(async () => {
  for (const following of followings) following.end();
  await house.close();
});

const openShop = (): Promise<DemoShop> => house.openShop({ enrolled: false });

async function followIt(...parameters: Parameters<typeof follow> extends [unknown, ...infer Rest] ? Rest : never) {
  const following = await follow(house, ...parameters);
  followings.push(following);
  return following;
}

test('what happens is told as it happens, with the transaction as it is', async () => {
  const { apiKey: bearer, shopId } = await openShop();
  await payOne(house, bearer);
  const [before] = (await positions(house, shopId)).slice(-1);
  const following = await followIt(bearer);
  const session = await payOne(house, bearer);
  const expected = await positions(house, shopId, before);
  await following.until(({ seen }) => seen.length >= expected.length);
  expect(following.cursors).toEqual(expected);
  expect(following.seen.at(-1)).toMatchObject({
    type: 'AUTHORISED_FOR_CAPTURE',
    transaction: { id: (await seeTransaction(house, session, bearer)).id, status: 'TO_CAPTURE' },
  });
  expect(following.errors).toEqual([]);
});

test('after a cursor everything comes, however long ago, and what happens meanwhile; without one, what comes from now on', async () => {
  const { apiKey: bearer, shopId } = await openShop();
  for (let orders = 0; orders < 3; orders++) await payOne(house, bearer);
  const first = await positions(house, shopId);
  const fromTheStart = await followIt(bearer, { after: '0' });
  const fromTheThird = await followIt(bearer, { after: first[2] });
  const fromNow = new Following(urlOf(house), bearer, {});
  followings.push(fromNow);
  await fromTheStart.until(({ seen }) => seen.length === first.length);
  await until(
    async () => fromNow.connections,
    connections => connections === 1,
  );
  await Promise.all([payOne(house, bearer), payOne(house, bearer, sandboxCard('51'))]);
  const all = await positions(house, shopId);
  await fromTheStart.until(({ seen }) => seen.length >= all.length);
  await fromTheThird.until(({ seen }) => seen.length >= all.length - 3);
  await fromNow.until(({ cursor }) => cursor === all.at(-1));
  expect(fromTheStart.cursors).toEqual(all);
  expect(fromTheThird.cursors).toEqual(all.slice(3));
  expect(fromNow.cursors).toEqual(all.slice(-fromNow.seen.length));
  expect(fromNow.seen.length).toBeLessThanOrEqual(all.length - first.length);
});

test.each([
  ['a state reached', { status: ['DECLINED'] }, ({ to }: Seen) => to === 'DECLINED'],
  ['a type', { type: ['AUTHORISED_FOR_CAPTURE'] }, ({ type }: Seen) => type === 'AUTHORISED_FOR_CAPTURE'],
])('by %s only that is told, and whoever comes back misses nothing of it', async (_, filter, isWanted) => {
  const { apiKey: bearer, shopId } = await openShop();
  const everything = await followIt(bearer);
  const some = await followIt(bearer, { filter });
  const card = sandboxCard('51');
  for (const next of [card, sandboxCard('00'), card, sandboxCard('00')]) await payOne(house, bearer, next);
  const all = await positions(house, shopId);
  await everything.until(({ seen }) => seen.length >= all.length);
  const wanted = everything.seen.filter(isWanted).map(({ cursor }) => cursor);
  expect(wanted).toHaveLength(2);
  await some.until(({ seen }) => seen.length >= 2);
  expect(some.cursors).toEqual(wanted);
  const back = await followIt(bearer, { filter, after: wanted[0] });
  await back.until(({ seen }) => seen.length >= 1);
  expect(back.cursors).toEqual(wanted.slice(1));
});

test('by brand and by transaction as well; somebody else’s is never told of, like one that is not there', async () => {
  const { apiKey: bearer } = await openShop();
  const other = await openShop();
  const visa = await seeTransaction(house, await payOne(house, bearer), bearer);
  await payOne(house, bearer);
  const theirs = await seeTransaction(house, await payOne(house, other.apiKey), other.apiKey);
  const one = await followIt(bearer, { after: '0', filter: { transactionId: visa.id } });
  const none = await followIt(bearer, { after: '0', filter: { transactionId: theirs.id } });
  const brand = await followIt(bearer, { after: '0', filter: { brand: ['AMEX'] } });
  const whole = await followIt(bearer, { after: '0' });
  await whole.until(({ seen }) => seen.length === 4);
  await one.until(({ seen }) => seen.length === 2);
  expect(one.seen.map(({ transaction }) => transaction.id)).toEqual([visa.id, visa.id]);
  expect([none.seen, brand.seen, none.errors, brand.errors]).toEqual([[], [], [], []]);
});

test('a shop’s followers see nothing of another', async () => {
  const [one, other] = [await openShop(), await openShop()];
  const following = await followIt(one.apiKey);
  const others = await followIt(other.apiKey);
  const member = await followIt(await signIn(house, 'VIEWER', one));
  await payOne(house, other.apiKey);
  await payOne(house, one.apiKey);
  const [theirs, ours] = [await positions(house, other.shopId), await positions(house, one.shopId)];
  for (const each of [following, member]) await each.until(({ seen }) => seen.length >= ours.length);
  await others.until(({ seen }) => seen.length >= theirs.length);
  expect([following.cursors, member.cursors, others.cursors]).toEqual([ours, ours, theirs]);
});

test.each(['evt_1', '-1', '1e3', ' 1', '9'.repeat(18), '9'.repeat(19)])(
  '%j is no cursor: told, and nothing is followed',
  async after => {
    const following = await followIt((await openShop()).apiKey, { after });
    await following.until(({ errors }) => errors.length > 0);
    expect(following.errors).toEqual([
      {
        message: expect.stringMatching(/^(Not a cursor of this list|This cursor lies ahead of the log)\.$/),
        path: ['transactionEvents'],
        locations: expect.anything(),
        extensions: { code: 'BAD_USER_INPUT', refusal: 'INPUT_INVALID', requestId: expect.stringMatching(/^req_/) },
      },
    ]);
  },
);

test('the cursor of the log is that of its last event, and of the shop alone', async () => {
  const [one, other] = [await openShop(), await openShop()];
  const cursorOf = async (bearer: string) => (await house.ask('{ feedCursor }', {}, bearer)).data['feedCursor'];
  // To be validated, or a remittance would be opened a moment later, which is an event of the shop as well.
  const capture = { plan: 'VALIDATION', days: 2 };
  await pay(house, await openSession(house, { bearer: one.apiKey, capture }), sandboxCard('00'));
  const ours = await positions(house, one.shopId);
  const before = await cursorOf(one.apiKey);
  expect(Number(before)).toBeGreaterThanOrEqual(Number(ours.at(-1)));
  await payOne(house, other.apiKey);
  await positions(house, other.shopId);
  expect(await cursorOf(one.apiKey)).toBe(before);
  const after = await followIt(one.apiKey, { after: before });
  await payOne(house, one.apiKey);
  const all = await positions(house, one.shopId);
  await after.until(({ cursor }) => cursor === all.at(-1));
  expect(after.cursors).toEqual(all.slice(ours.length));
});

test('who has left is forgotten', async () => {
  const { apiKey: bearer, shopId } = await openShop();
  const { tail } = house.server.app.deps;
  const isFollowed = () => Promise.resolve(tail.kept(shopId, tail.head) !== null);
  const both = [await followIt(bearer, { after: '0' }), await followIt(bearer, { after: '0' })];
  await payOne(house, bearer);
  for (const following of both) await following.until(({ seen }) => seen.length > 0);
  expect(await isFollowed()).toBe(true);
  for (const following of both) following.end();
  await until(isFollowed, followed => !followed);
});
