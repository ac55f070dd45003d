/**
 * A reader that is cut off a hundred times, at any instant, while payments are made; it comes back with the last cursor it
 * saw, here or at another process. What it saw in all is the log: no gap, nothing twice, in order.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHouse, type House } from '../support/house.js';
import { sandboxCard } from '../support/shopping.js';
import { startServerProcess, type ServerProcess } from '../support/server-process.js';
import { FOLLOW, payOne, positions, type Seen } from './following.js';
import { BareSocket, urlOf } from './sockets.js';

const CUTS = 100;
/** Another one may be given, to tell a story again. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

let house: House;
let other: ServerProcess;
beforeAll(async () => {
  house = await startHouse();
  other = await startServerProcess(house, 'api');
}, 90_000);
afterAll(async () => {
  await other?.kill();
  await house?.close();
});

/** From 0 to 1, the same for the same seed (mulberry32). */
function chance(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sleep = (pause_ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, pause_ms));

/** Follows after this cursor until it is cut off; answers what it saw. */
async function read(url: string, bearer: string, after: string, most_ms: number, last?: string): Promise<string[]> {
  const socket = await BareSocket.open(url);
  const cut = sleep(most_ms).then(() => socket.socket.terminate());
  socket.say({ type: 'connection_init', payload: { authorization: `Bearer ${bearer}` } });
  const isIn = await socket.until(({ type }) => type === 'connection_ack').catch(() => null);
  if (isIn && socket.socket.readyState === 1) socket.subscribe('1', FOLLOW, { after });
  const cursors = () =>
    socket.heard
      .filter(({ type }) => type === 'next')
      .map(({ payload }) => (payload as { data: { transactionEvents: Seen } }).data.transactionEvents.cursor);
  if (last !== undefined) {
    await socket.until(({ payload }) => JSON.stringify(payload ?? '').includes(`"cursor":"${last}"`), most_ms);
    socket.socket.terminate();
  } else await cut;
  await socket.closed;
  const refused = socket.heard.filter(({ type }) => type === 'error');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return cursors();
}

test(`cut off ${CUTS} times, a reader has seen the log and nothing else (seed ${seed})`, async () => {
  const { apiKey: bearer, shopId } = await house.openShop({ enrolled: false });
  const random = chance(seed);
  const over = new AbortController();
  const shoppers = Array.from({ length: 4 }, async (_, shopper) => {
    for (let orders = 0; !over.signal.aborted; orders++) {
      const serial = String(shopper * 10_000 + orders).padStart(5, '0');
      await payOne(
        orders % 2 === 0 ? house : other.house,
        bearer,
        sandboxCard(orders % 3 === 0 ? '51' : '00', { serial }),
      );
    }
  });
  const urls = [urlOf(house), urlOf(other.house)];
  const seen: string[] = [];
  let empty = 0;
  for (let cuts = 0; cuts < CUTS; cuts++) {
    const url = urls[Math.floor(random() * 2)] ?? urlOf(house);
    const some = await read(url, bearer, seen.at(-1) ?? '0', Math.floor(random() * 250));
    seen.push(...some);
    if (some.length === 0) empty += 1;
  }
  over.abort();
  await Promise.all(shoppers);
  const all = await positions(house, shopId);
  if (seen.at(-1) !== all.at(-1))
    seen.push(...(await read(urlOf(house), bearer, seen.at(-1) ?? '0', 10_000, all.at(-1))));
  expect(seen).toEqual(all);
  // Some were cut before they saw anything and most were not, or this was no test.
  expect(empty).toBeGreaterThan(0);
  expect(empty).toBeLessThan(CUTS * 0.9);
  expect(all.length).toBeGreaterThan(200);
}, 90_000);
