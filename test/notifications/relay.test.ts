/** The relay as several processes run it: side by side, killed, asleep, and with a server that hangs. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { createApp, type App } from '../../server/app.js';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { tellEndpoints } from '../../server/notifications/tell-endpoints.js';
import { startHouse, type House } from '../support/house.js';
import { PushedClock } from '../support/pushed-clock.js';
import { answering, Receiver, silence, verified } from '../support/receiver.js';
import { startServerProcess } from '../support/server-process.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { silentLog } from '../support/silent-log.js';
import { createEndpoint, seeDeliveries } from '../support/webhooks.js';

/** Longer than a lease. */
const A_WHILE_ms = 30_000;

const clock = new PushedClock();
let house: House;
let other: App;
let bearer: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  house = await startHouse({ run: 'api', outside: { clock } });
  other = await createApp(house.environment, silentLog, join(process.cwd(), 'messages'), { clock });
});
afterAll(async () => {
  await other.close();
  await house.close();
});
afterEach(() => Promise.all(receivers.splice(0).map(receiver => receiver.close())));

async function endpoint(events: readonly string[] = ['SESSION_PAID']) {
  ({ apiKey: bearer } = await house.openShop({ enrolled: false }));
  const receiver = await Receiver.start();
  receivers.push(receiver);
  return { receiver, ...(await createEndpoint(house, { url: receiver.url, events }, bearer)) };
}

async function paid(serial = 0): Promise<void> {
  const session = await openSession(house, { bearer });
  await pay(house, session, sandboxCard('00', { serial: String(serial).padStart(5, '0') }));
}

/** Until nothing is due any more. */
const work = async ({ deps }: App): Promise<void> => {
  while ((await tellEndpoints(deps)) > 0);
};
const sequence = () => sequenceEvents(house.server.app.deps);
const seen = async (receiver: Receiver, count: number) =>
  until(
    async () => receiver.received,
    got => got.length >= count,
  );

test('two workers tell each once between them, and each transaction in order', async () => {
  const { receiver, secret } = await endpoint(['TRANSACTION_UPDATED']);
  await Promise.all(Array.from({ length: 12 }, (_, serial) => paid(serial)));
  await sequence();
  await Promise.all([work(house.server.app), work(other), work(house.server.app), work(other)]);
  await work(other);
  const told = receiver.received.map(got => verified(got, secret).data);
  expect(told).toHaveLength(24);
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(24);
  for (const lane of Map.groupBy(told, ({ id }) => id).values())
    expect(lane.map(data => data.sequence)).toEqual([1, 2]);
});

test('a worker that is killed after it has sent leaves no gap: it is sent again with the same id and bytes', async () => {
  const { receiver } = await endpoint();
  await paid();
  await sequence();
  receiver.behave(silence);
  const worker = await startServerProcess(house, 'worker');
  try {
    await seen(receiver, 1);
  } finally {
    await worker.kill();
  }
  receiver.behave(answering(200));
  expect(await tellEndpoints(other.deps)).toBe(0);
  clock.push(A_WHILE_ms);
  expect(await tellEndpoints(other.deps)).toBe(1);
  const [first, second] = receiver.received;
  expect(second).toMatchObject({ id: first?.id, body: first?.body });
  const [delivery] = await seeDeliveries(house, {}, bearer);
  expect(delivery).toMatchObject({
    status: 'DELIVERED',
    attempts: [
      { number: 1, statusCode: null, fault: null, durationMs: null },
      { number: 2, statusCode: 200, fault: null },
    ],
  });
}, 90_000);

test('a worker that wakes up late changes nothing: another has taken over, and says what became of it', async () => {
  const { receiver } = await endpoint();
  await paid();
  await sequence();
  const answers: ((status: number) => void)[] = [];
  receiver.behave(response => void answers.push(status => response.writeHead(status).end()));
  const late = tellEndpoints(house.server.app.deps);
  await seen(receiver, 1);
  clock.push(A_WHILE_ms);
  const inTime = tellEndpoints(other.deps);
  await seen(receiver, 2);
  answers[0]?.(500);
  await late;
  // It is still the other's: nobody else takes it.
  clock.push(6_000);
  expect(await tellEndpoints(house.server.app.deps)).toBe(0);
  answers[1]?.(200);
  await inTime;
  const [delivery] = await seeDeliveries(house, {}, bearer);
  expect(delivery).toMatchObject({ status: 'DELIVERED', attempts: [{ statusCode: 500 }, { statusCode: 200 }] });
});

test('a server that hangs holds up no other: a worker goes on with what becomes due meanwhile', async () => {
  const hanging = await endpoint();
  hanging.receiver.behave(silence);
  await paid();
  await sequence();
  const stopping = new AbortController();
  const working = tellEndpoints(house.server.app.deps, stopping.signal);
  try {
    await seen(hanging.receiver, 1);
    const well = await endpoint();
    await paid();
    await sequence();
    await seen(well.receiver, 1);
    expect(hanging.receiver.received).toHaveLength(1);
  } finally {
    stopping.abort();
    await hanging.receiver.close();
    await working;
    receivers.splice(0, 1);
  }
});

test('of one server that hangs no more than five are under way at once', async () => {
  const { receiver } = await endpoint();
  receiver.behave(silence);
  await Promise.all(Array.from({ length: 8 }, (_, serial) => paid(serial)));
  await sequence();
  const working = Promise.all([tellEndpoints(house.server.app.deps), tellEndpoints(other.deps)]);
  await seen(receiver, 5);
  expect(await tellEndpoints(other.deps)).toBe(0);
  expect(receiver.received).toHaveLength(5);
  await receiver.close();
  receivers.length = 0;
  await working;
});
