import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemTimers } from '../../server/adapters/system.js';
import { lastPosition } from '../../server/database/feed-rows.js';
import { FeedTail } from '../../server/database/feed-tail.js';
import { atRest } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, until } from '../support/shopping.js';
import { silentLog } from '../support/silent-log.js';

let house: House;
let tail: FeedTail;
beforeAll(async () => {
  house = await startHouse();
  tail = new FeedTail(house.server.app.deps.sql, systemTimers, silentLog);
  await openSession(house);
  await atRest(house);
  await tail.start();
});
afterAll(async () => {
  await tail?.stop();
  await house?.close();
});

test('nobody wakes it, and it sees what comes all the same', async () => {
  const before = tail.head;
  let wakes = 0;
  const leave = tail.follow(house.shop.shopId, () => {
    wakes += 1;
  });
  await openSession(house);
  await until(
    async () => wakes,
    seen => seen > 0,
    5_000,
  );
  expect(tail.head).toBeGreaterThan(before);
  expect(tail.kept(house.shop.shopId, before)?.rows.map(({ event }) => event)).toEqual(['OPENED']);
  leave();
  expect(tail.kept(house.shop.shopId, before)).toBeNull();
});

test('a shop that is followed later reads from the database what came before, and nothing of other shops', async () => {
  const other = await house.openShop();
  for (let sessions = 0; sessions < 3; sessions++) await openSession(house, { bearer: other.apiKey });
  await openSession(house);
  await atRest(house);
  const last = await lastPosition(house.server.app.deps.sql);
  await until(
    async () => tail.head,
    head => head >= last,
  );
  const leave = tail.follow(other.shopId, () => undefined);
  const first = await tail.page(other.shopId, 0n, 2);
  expect(first.rows).toHaveLength(2);
  expect(first.upTo).toBe(first.rows.at(-1)?.position);
  const rest = await tail.page(other.shopId, first.upTo, 2);
  expect(rest.rows).toHaveLength(1);
  expect(new Set([...first.rows, ...rest.rows].map(({ shop_id }) => shop_id))).toEqual(new Set([other.shopId]));
  expect(rest.upTo).toBeGreaterThanOrEqual(rest.rows.at(-1)?.position ?? 0n);
  leave();
});
