/**
 * How much one socket, and one address, may ask of the house; and that nobody else suffers from whoever asks for more.
 */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { LIVE_LIMITS } from '../../server/api/live/limits.js';
import { systemTimers } from '../../server/adapters/system.js';
import type { Timers } from '../../server/core/ports.js';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard, until } from '../support/shopping.js';
import { follow, FOLLOW, payOne, positions, type Told } from './following.js';
import { BareSocket, urlOf } from './sockets.js';

/** Waits shorter than everybody else, so that nobody need wait for a peer that is gone. */
const hurried: Timers = { after: (delay_ms, callback) => systemTimers.after(delay_ms / 5, callback) };

/** RFC 6455 section 7.4.1; graphql-transport-ws. */
const LIVE_CODES = { tooMany: 4429, tooLong: 1009, broken: 1006 } as const;

let house: House;
let url: string;
const open: BareSocket[] = [];
beforeAll(async () => {
  house = await startHouse({ outside: { timers: hurried } });
  url = urlOf(house);
});
afterEach(async () => {
  for (const socket of open.splice(0)) await socket.close();
});
afterAll(() => house.close());

async function enter(...parameters: [options?: Parameters<typeof BareSocket.enter>[2]]): Promise<BareSocket> {
  const socket = await BareSocket.enter(url, house.shop.apiKey, ...parameters);
  open.push(socket);
  return socket;
}

test('a message longer than a request over HTTP may be ends the socket; one that long is heard', async () => {
  const socket = await enter();
  const ping = (bytes: number) => ({ type: 'ping', payload: { filling: 'x'.repeat(bytes - 40) } });
  expect(JSON.stringify(ping(100))).toHaveLength(100);
  socket.say(ping(LIVE_LIMITS.message_bytes));
  await socket.until(({ type }) => type === 'pong');
  socket.say(ping(LIVE_LIMITS.message_bytes + 1));
  expect(await socket.closed).toMatchObject({ code: 1009 });
});

test('one subscription too many is refused, and its place is free when another is complete', async () => {
  const socket = await enter();
  for (let number = 0; number <= LIVE_LIMITS.subscriptions; number++) socket.subscribe(`${number}`, FOLLOW);
  const { id, payload } = await socket.until(({ type }) => type === 'error');
  expect([id, (payload as Told[])[0]?.extensions.code]).toEqual([`${LIVE_LIMITS.subscriptions}`, 'RATE_LIMITED']);
  socket.say({ type: 'complete', id: '0' });
  socket.subscribe('another', FOLLOW, { after: '0' });
  await payOne(house, house.shop.apiKey);
  await socket.until(message => message.id === 'another' && message.type === 'next');
  expect(socket.heard.filter(({ type }) => type === 'error')).toHaveLength(1);
});

test('operations that are begun and ended again and again are refused for a while', async () => {
  const socket = await enter();
  for (let number = 0; number <= LIVE_LIMITS.operations; number++) {
    socket.subscribe(`${number}`, FOLLOW);
    socket.say({ type: 'complete', id: `${number}` });
    // As many as wait at once are another bound.
    if (number % 10 === 9) {
      socket.say({ type: 'ping', payload: { number } });
      await socket.until(({ type, payload }) => type === 'pong' && (payload as { number: number }).number === number);
    }
  }
  const { id, payload } = await socket.until(({ type }) => type === 'error');
  expect([id, (payload as Told[])[0]?.extensions.code]).toEqual([`${LIVE_LIMITS.operations}`, 'RATE_LIMITED']);
});

test('messages beyond reason end the socket', async () => {
  const socket = await enter();
  for (let number = 0; number < LIVE_LIMITS.messages && socket.socket.readyState === 1; number++) {
    socket.say({ type: 'ping', payload: { number } });
    if (number % 10 === 9)
      await socket
        .until(({ type, payload }) => type === 'pong' && (payload as { number: number }).number === number)
        .catch(() => undefined);
  }
  expect(await socket.closed).toMatchObject({ code: 4429 });
  const flood = await enter();
  for (let number = 0; number < LIVE_LIMITS.messages; number++) flood.say({ type: 'ping' });
  expect(await flood.closed).toMatchObject({ code: 4429 });
});

test('sockets of one address are counted, and one that is gone counts no more', async () => {
  const { socketsPerAddress } = house.environment;
  const many = await Promise.all(Array.from({ length: socketsPerAddress }, () => BareSocket.open(url)));
  open.push(...many);
  await expect(BareSocket.open(url)).rejects.toThrow('429');
  // Somewhere else in the world, as our own pages tell it.
  const internalToken = house.environment.internalToken.reveal();
  const elsewhere = { 'x-internal-token': internalToken, 'x-forwarded-for': '203.0.113.7' };
  open.push(await BareSocket.open(url, { headers: elsewhere }));
  await many[0]?.close();
  await new Promise(resolve => setTimeout(resolve, 200));
  open.push(await BareSocket.open(url));
}, 90_000);

test('a peer that answers no ping is gone; one that does stays', async () => {
  const dead = await enter({ autoPong: false });
  const alive = await enter();
  expect(await dead.closed).toMatchObject({ code: 1006 });
  alive.subscribe('1', FOLLOW, { after: '0' });
  await payOne(house, house.shop.apiKey);
  await alive.until(({ type }) => type === 'next');
}, 90_000);

test('a peer that does not read is sent away, and harms nobody', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  for (let orders = 0; orders < 12; orders++) await payOne(house, bearer, sandboxCard(orders % 2 ? '51' : '00'));
  await positions(house, shopId);
  const deaf = await BareSocket.enter(url, bearer);
  open.push(deaf);
  deaf.socket.pause();
  // Each is told the whole log, with every transaction's own journal and messages in each event.
  const whole = Array.from(
    { length: 12 },
    (_, part) => `p${part}: transaction { events { id facts at } messages { request answer } card { masked } }`,
  );
  for (let number = 0; number < LIVE_LIMITS.subscriptions; number++)
    deaf.subscribe(
      `${number}`,
      `subscription ($a: String) { transactionEvents(after: $a) { cursor ${whole.join(' ')} } }`,
      {
        a: '0',
      },
    );
  const reader = await follow(house, bearer, { after: '0' });
  try {
    const [before] = (await positions(house, shopId)).slice(-1);
    await payOne(house, bearer);
    const all = await positions(house, shopId);
    await reader.until(({ cursor }) => cursor === all.at(-1));
    expect(reader.cursors).toEqual(all);
    expect(all.at(-1)).not.toBe(before);
    await until(
      async () => house.log.join(),
      log => log.includes('a peer does not read what it is sent'),
    );
    // It hears of it when it reads again, or finds itself cut off.
    deaf.socket.resume();
    expect([1013, 1006]).toContain((await deaf.closed).code);
    expect(deaf.heard.length).toBeLessThan(all.length * LIVE_LIMITS.subscriptions);
  } finally {
    reader.end();
  }
}, 90_000);

test('who subscribes ten thousand times, or sends ten million bytes at once, is sent away, and who follows misses nothing', async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const reader = await follow(house, bearer, { after: '0' });
  try {
    await payOne(house, bearer);
    const greedy = await BareSocket.enter(url, bearer);
    const huge = await BareSocket.enter(url, bearer);
    open.push(greedy, huge);
    for (let number = 0; number < 10_000; number++) greedy.subscribe(`${number}`, FOLLOW, { after: '0' });
    huge.say({ type: 'ping', payload: { filling: 'x'.repeat(10_000_000) } });
    await payOne(house, bearer);
    const all = await positions(house, shopId);
    await reader.until(({ cursor }) => cursor === all.at(-1));
    expect(reader.cursors).toEqual(all);
    expect(reader.connections).toBe(1);
    // Cut off in the middle of what they were saying, they may find the line broken before they read why.
    expect([LIVE_CODES.tooMany, LIVE_CODES.broken]).toContain((await greedy.closed).code);
    expect([LIVE_CODES.tooLong, LIVE_CODES.broken]).toContain((await huge.closed).code);
    const begun = greedy.heard.filter(({ type }) => type === 'next').map(({ id }) => id);
    expect(new Set(begun).size).toBeLessThanOrEqual(LIVE_LIMITS.subscriptions);
  } finally {
    reader.end();
  }
}, 90_000);
