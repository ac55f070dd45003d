/** Servers that do not take what they are told, and a clock that is moved by the days they need. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createHooks } from '../../server/adapters/hooks.js';
import { systemTimers } from '../../server/adapters/system.js';
import { tellEndpoints } from '../../server/notifications/tell-endpoints.js';
import { sequenceEvents } from '../../server/notifications/sequence-events.js';
import { startHouse, type House } from '../support/house.js';
import { answering, Receiver, reset, silence, verified, type Behaviour } from '../support/receiver.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';
import { advanceClock, seeTransaction } from '../support/till.js';
import { createEndpoint, redeliver, seeDeliveries, seeEndpoints } from '../support/webhooks.js';

const HOUR_s = 3_600;

let house: House;
let bearer: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  // Without a timetable of its own: what is due happens when a test says so, or moves the clock.
  const hooks = createHooks({ timers: systemTimers, timeout_ms: 300 });
  house = await startHouse({ run: 'api', outside: { hooks } });
});
afterAll(() => house.close());
afterEach(() => Promise.all(receivers.splice(0).map(receiver => receiver.close())));

async function endpointThat(behaviour: Behaviour, events: readonly string[] = ['TRANSACTION_UPDATED']) {
  ({ apiKey: bearer } = await house.openShop({ enrolled: false }));
  const receiver = await Receiver.start(behaviour);
  receivers.push(receiver);
  return { receiver, ...(await createEndpoint(house, { url: receiver.url, events }, bearer)) };
}

async function paid() {
  const session = await openSession(house, { bearer });
  await pay(house, session, sandboxCard('00'));
  return seeTransaction(house, session, bearer);
}

/** Everything that is due now, and what that makes due. */
async function tellAll(): Promise<void> {
  const { deps } = house.server.app;
  await sequenceEvents(deps);
  while ((await tellEndpoints(deps)) > 0);
}

const outcome = async (endpointId: string) =>
  (await seeDeliveries(house, { endpointId }, bearer)).map(({ status, attempts }) => [
    status,
    attempts.map(({ statusCode, fault }) => statusCode ?? fault),
  ]);

test.each([
  ['errors', answering(500, {}, 'out of order'), [500], 'NOT_ACCEPTED'],
  ['refusals', answering(404), [404], 'NOT_ACCEPTED'],
  ['redirects', answering(302, { location: 'https://shop.example/' }), [302], 'REDIRECTED'],
  ['silence', silence, ['TIMED_OUT'], 'TIMED_OUT'],
  ['broken lines', reset, ['CONNECTION_BROKEN'], 'CONNECTION_BROKEN'],
] as const)('after %s it is told again, five seconds later by the shop’s clock', async (_, behaviour, seen, fault) => {
  const { receiver, endpoint, secret } = await endpointThat(behaviour, ['SESSION_PAID']);
  await paid();
  await tellAll();
  expect(await outcome(endpoint.id)).toEqual([['PENDING', seen]]);
  const [delivery] = await seeDeliveries(house, {}, bearer);
  expect(delivery?.attempts).toMatchObject([{ number: 1, fault, durationMs: expect.any(Number) }]);
  receiver.behave(answering(200));
  await advanceClock(house, 4, bearer);
  expect(receiver.received).toHaveLength(1);
  await advanceClock(house, 2, bearer);
  expect(await outcome(endpoint.id)).toEqual([['DELIVERED', [...seen, 200]]]);
  const [first, second] = receiver.received;
  expect(second).toMatchObject({ id: first?.id, body: first?.body });
  expect(second && verified(second, secret)).toMatchObject({ type: 'session.paid' });
});

test('a server that is down for three days gets everything in order afterwards, with the same ids and bytes', async () => {
  const { receiver, endpoint, secret } = await endpointThat(reset);
  const transactions = [await paid(), await paid()];
  await tellAll();
  for (let hours = 0; hours < 66; hours += 6) await advanceClock(house, 6 * HOUR_s, bearer);
  const tried = [...receiver.received];
  const bodies = new Map(tried.map(got => [got.id, got.body]));
  // What comes behind in its lane has not been tried yet.
  expect(bodies.size).toBe(transactions.length);
  receiver.received.length = 0;
  receiver.behave(answering(200));
  await advanceClock(house, 24 * HOUR_s, bearer);
  for (const got of receiver.received) expect(got.body).toBe(bodies.get(got.id) ?? got.body);
  for (const { id } of transactions) {
    const told = receiver.received.map(got => verified(got, secret)).filter(({ data }) => data.id === id);
    expect(told.map(({ data }) => data.sequence)).toEqual(told.map((_, index) => index + 1));
    expect(told.length).toBeGreaterThanOrEqual(2);
  }
  expect(await seeDeliveries(house, { endpointId: endpoint.id, status: 'PENDING' }, bearer)).toEqual([]);
}, 90_000);

test('after ten attempts over three days it is abandoned, what waits behind it has its turn, and it can be sent again', async () => {
  const { receiver, endpoint, secret } = await endpointThat(answering(503));
  const { id } = await paid();
  await tellAll();
  await advanceClock(house, 74 * HOUR_s, bearer);
  expect((await outcome(endpoint.id))[0]).toEqual(['PENDING', Array.from({ length: 9 }, () => 503)]);
  await advanceClock(house, 3 * HOUR_s, bearer);
  const [first, second] = await seeDeliveries(house, { endpointId: endpoint.id }, bearer);
  expect(first).toMatchObject({ status: 'ABANDONED', nextAttemptAt: null });
  expect(first?.attempts).toHaveLength(10);
  expect(second).toMatchObject({ status: 'PENDING' });
  expect(second?.attempts.length).toBeGreaterThan(0);

  receiver.received.length = 0;
  receiver.behave(answering(200));
  expect(await redeliver(house, first?.id ?? '', bearer)).toMatchObject({ id: first?.id, status: 'PENDING' });
  expect(await redeliver(house, second?.id ?? '', bearer)).toMatchObject({ status: 'PENDING' });
  await tellAll();
  const told = receiver.received.map(got => verified(got, secret).data);
  expect(told.slice(0, 2)).toMatchObject([
    { id, sequence: 1 },
    { id, sequence: 2 },
  ]);
  expect(receiver.received[0]).toMatchObject({ id: first?.id, body: first?.body });
}, 90_000);

test('a delivered one that is sent again has the same id and bytes, and has ten attempts of its own', async () => {
  const { receiver, endpoint } = await endpointThat(answering(200), ['SESSION_PAID']);
  await paid();
  await tellAll();
  const [delivery] = await seeDeliveries(house, { endpointId: endpoint.id }, bearer);
  receiver.behave(answering(500));
  await redeliver(house, delivery?.id ?? '', bearer);
  await tellAll();
  await advanceClock(house, 6, bearer);
  expect(await outcome(endpoint.id)).toEqual([['PENDING', [200, 500, 500]]]);
  expect(new Set(receiver.received.map(({ id, body }) => `${id} ${body}`)).size).toBe(1);
});

test('410 disables the endpoint: nothing waits any more, and sending again has to be preceded by enabling it', async () => {
  const { receiver, endpoint } = await endpointThat(answering(410));
  await paid();
  await tellAll();
  expect(await seeEndpoints(house, bearer)).toMatchObject([{ status: 'DISABLED', disabledBecause: 'GONE' }]);
  expect(await outcome(endpoint.id)).toEqual([
    ['ABANDONED', [410]],
    ['ABANDONED', []],
  ]);
  const [delivery] = await seeDeliveries(house, {}, bearer);
  expect(await redeliver(house, delivery?.id ?? '', bearer)).toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
  await paid();
  await tellAll();
  await advanceClock(house, HOUR_s, bearer);
  expect(receiver.received).toHaveLength(1);
  const { sql } = house.server.app.deps;
  const events = sql.selectFrom('event').select(['event', 'to_status', 'actor_kind']);
  expect(await events.where('subject_id', '=', endpoint.id).orderBy('sequence').execute()).toEqual([
    { event: 'CREATED', to_status: 'ENABLED', actor_kind: 'KEY' },
    { event: 'GONE', to_status: 'DISABLED', actor_kind: 'TILL' },
  ]);
});

test('while one of a transaction waits, those of others go on', async () => {
  const { receiver, secret } = await endpointThat(answering(500));
  const waiting = await paid();
  await tellAll();
  receiver.received.length = 0;
  receiver.behave(answering(200));
  const other = await paid();
  await tellAll();
  const told = receiver.received.map(got => verified(got, secret).data);
  expect(told.map(({ id, sequence }) => [id, sequence])).toEqual([
    [other.id, 1],
    [other.id, 2],
  ]);
  await advanceClock(house, 6, bearer);
  const later = receiver.received.slice(2).map(got => verified(got, secret).data);
  expect(later.map(({ id, sequence }) => [id, sequence])).toEqual([
    [waiting.id, 1],
    [waiting.id, 2],
  ]);
});

test('of an answer 200 bytes are kept, and nothing that looks like a card or a key', async () => {
  const card = sandboxCard('00');
  const answer = `${card} whsec_${'a'.repeat(43)}= ${'é'.repeat(200)}`;
  const { endpoint } = await endpointThat(answering(500, {}, answer), ['SESSION_PAID']);
  await paid();
  await tellAll();
  const [delivery] = await seeDeliveries(house, { endpointId: endpoint.id }, bearer);
  const kept = delivery?.attempts[0]?.answer ?? '';
  expect(kept).toMatch(/^\[digits\] \[secret\] é+/);
  expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(203);
});
