import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DemoShop } from '../../server/demo-shop.js';
import { type House, startHouse } from '../support/house.js';
import { Browser, personOf, signIn, tryToSignIn } from '../support/members.js';
import { PushedClock } from '../support/pushed-clock.js';

const clock = new PushedClock();
const MINUTE_ms = 60_000;
let house: House;
let places = 0;
beforeAll(async () => {
  house = await startHouse({ run: 'api', outside: { clock } });
});
afterAll(() => house.close());

/** Each from another address, so that only the lock of the member can say no. */
const stranger = () => new Browser(house).from(`203.0.113.${(places += 1)}`);

async function wrongTries(count: number, email: string, browser: () => Browser) {
  const told = await Promise.all(Array.from({ length: count }, () => tryToSignIn(browser(), email, 'wrong password')));
  return told.map(({ code }) => code);
}

async function told(shop: DemoShop): Promise<string[]> {
  const { sql } = house.server.app.deps;
  const rows = await sql
    .selectFrom('event')
    .selectAll()
    .where('shop_id', '=', shop.shopId)
    .where('event', 'like', 'SIGN%')
    .orderBy('sequence')
    .execute();
  expect(JSON.stringify(rows)).not.toContain('203.0.113.');
  return rows.map(row => `${row.event} ${String(row.facts['device'])}`);
}

test('ten wrong tries of strangers lock strangers out for thirty minutes, and the owner comes in as ever', async () => {
  const shop = await house.openShop();
  const { email, password } = personOf(shop, 'ACCOUNTANT');
  const owner = await signIn(house, 'ACCOUNTANT', shop);
  expect(new Set(await wrongTries(10, email, stranger))).toEqual(new Set(['SIGN_IN_REFUSED']));
  expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  expect(await tryToSignIn(owner, email, password)).toMatchObject({ email });
  clock.push(29 * MINUTE_ms);
  expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  clock.push(2 * MINUTE_ms);
  expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ email });
});

test('the ten tries of a browser that was used before are its own', async () => {
  const shop = await house.openShop();
  const { email, password } = personOf(shop, 'OPERATOR');
  const lent = (await signIn(house, 'OPERATOR', shop)).from('198.51.100.9');
  await wrongTries(10, email, () => lent);
  expect(await tryToSignIn(lent, email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ email });
});

test('a browser is known to those who have signed in from it, and to nobody else', async () => {
  const shop = await house.openShop();
  const { email, password } = personOf(shop, 'ACCOUNTANT');
  const colleague = await signIn(house, 'VIEWER', shop);
  await wrongTries(10, email, stranger);
  expect(await tryToSignIn(colleague, email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  const forged = new Browser(house);
  forged.cookies.set('till-device', `${'A'.repeat(43)}.${'B'.repeat(43)}`);
  expect(await tryToSignIn(forged, email, password)).toMatchObject({ code: 'SIGN_IN_REFUSED' });
});

test('a right password forgets the wrong ones before it', async () => {
  const { email, password } = personOf(house.shop, 'VIEWER');
  for (const _ of [1, 2]) {
    await wrongTries(9, email, stranger);
    expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ email });
  }
});

test('of many tries made at once ten count, and each of them is told with no address in clear', async () => {
  const shop = await house.openShop();
  const { email } = personOf(shop, 'VIEWER');
  await wrongTries(15, email, stranger);
  const events = await told(shop);
  expect(events.filter(event => event === 'SIGN_IN_FAILED NEW')).toHaveLength(10);
  expect(events.filter(event => event === 'SIGN_IN_LOCKED NEW')).toHaveLength(1);
  expect(events).toHaveLength(11);
});

test('an address that nobody has is locked as well, so that nobody learns who exists', async () => {
  const { sql } = house.server.app.deps;
  await sql.deleteFrom('try_counter').execute();
  expect(new Set(await wrongTries(11, 'nobody@shop.example', stranger))).toEqual(new Set(['SIGN_IN_REFUSED']));
  const [counter] = await sql.selectFrom('try_counter').selectAll().execute();
  expect(counter).toMatchObject({ tries: 11, locked_until: expect.any(Date) });
  expect(counter?.id).not.toContain('nobody');
});

test('whoever tries one member after the other from one address is stopped, and others there are not counted', async () => {
  const one = () => new Browser(house).from('192.0.2.77');
  const shop = await house.openShop();
  const { email, password } = personOf(shop, 'VIEWER');
  expect(await tryToSignIn(one(), email, password)).toMatchObject({ email });
  for (let round = 0; round < 3; round++) await wrongTries(10, `nobody-${round}@shop.example`, one);
  expect(await tryToSignIn(one(), email, password)).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await tryToSignIn(stranger(), email, password)).toMatchObject({ email });
  clock.push(16 * MINUTE_ms);
  expect(await tryToSignIn(one(), email, password)).toMatchObject({ email });
});
