import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { atRest } from '../support/books.js';
import { startHouse, type House } from '../support/house.js';
import { Receiver, verified } from '../support/receiver.js';
import { openSession, pay, sandboxCard, until } from '../support/shopping.js';
import { advanceClock, operate, seeTransaction } from '../support/till.js';
import {
  createEndpoint,
  freshKey,
  rotateSecret,
  seeDeliveries,
  seeEndpoints,
  switchEndpoint,
} from '../support/webhooks.js';

let house: House;
let bearer: string;
const receivers: Receiver[] = [];

beforeAll(async () => {
  house = await startHouse();
});
afterAll(() => house.close());
afterEach(() => Promise.all(receivers.splice(0).map(receiver => receiver.close())));

/** A shop that nobody has used yet, with a server that is told. */
async function shopWithEndpoint(events?: readonly string[]) {
  ({ apiKey: bearer } = await house.openShop({ enrolled: false }));
  const receiver = await Receiver.start();
  receivers.push(receiver);
  const created = await createEndpoint(house, { url: receiver.url, ...(events && { events }) }, bearer);
  return { receiver, ...created };
}

async function paid(code = '00') {
  const session = await openSession(house, { bearer, amount: 1234 });
  await pay(house, session, sandboxCard(code));
  return { session, transaction: await seeTransaction(house, session, bearer) };
}

const arrived = (receiver: Receiver, count: number) =>
  until(
    async () => receiver.received,
    received => received.length >= count,
  );

test('a payment is told to the shop’s server, signed as the stock package verifies it', async () => {
  const { receiver, secret } = await shopWithEndpoint(['SESSION_PAID', 'TRANSACTION_UPDATED']);
  const { session, transaction } = await paid();
  const told = (await arrived(receiver, 3)).map(got => verified(got, secret));
  const ofTransaction = told.filter(({ data }) => data.id === transaction.id);
  expect(told).toHaveLength(3);
  expect(ofTransaction.map(({ type, data }) => [type, data.sequence, data.status])).toEqual([
    ['transaction.updated', 1, 'AUTHORISING'],
    ['transaction.updated', 2, 'TO_CAPTURE'],
  ]);
  expect(ofTransaction[1]?.data).toMatchObject({
    outcome: 'ACCEPTED',
    orderId: session.orderId,
    sessionId: session.id,
    reference: transaction.reference,
    currency: 'EUR',
    amounts: { requested: 1234, authorised: 1234, toCapture: 1234, captured: 0 },
  });
  expect(told.find(({ type }) => type === 'session.paid')?.data).toMatchObject({
    id: session.id,
    status: 'PAID',
    amount: 1234,
    transactionId: transaction.id,
  });
});

test('what a notification says is where things stood at its event, although they have moved on when it is written', async () => {
  const { receiver, secret } = await shopWithEndpoint(['TRANSACTION_UPDATED']);
  await paid();
  const [first] = (await arrived(receiver, 2)).map(got => verified(got, secret));
  expect(first?.data).toMatchObject({ status: 'AUTHORISING', amounts: { requested: 1234, authorised: 0 } });
});

test('the request is what Standard Webhooks says, and no card number is in it', async () => {
  const { receiver, endpoint } = await shopWithEndpoint(['SESSION_PAID']);
  await paid();
  const [got] = await arrived(receiver, 1);
  const [delivery] = await seeDeliveries(house, { endpointId: endpoint.id }, bearer);
  expect(got).toMatchObject({ path: '/told?by=guichet', id: delivery?.id, body: delivery?.body });
  expect(got?.headers).toMatchObject({ 'content-type': 'application/json', host: new URL(receiver.url).host });
  expect(Math.abs(Number(got?.timestamp) - Date.now() / 1000)).toBeLessThan(60);
  expect(JSON.stringify(got)).not.toContain(sandboxCard('00'));
});

test('an endpoint is told of what it asked for, and of nothing else', async () => {
  const { receiver, secret, endpoint } = await shopWithEndpoint(['SESSION_EXPIRED', 'SESSION_CANCELLED']);
  const left = await openSession(house, { bearer });
  await paid();
  await advanceClock(house, 3600, bearer);
  const told = (await arrived(receiver, 1)).map(got => verified(got, secret));
  expect(told).toMatchObject([{ type: 'session.expired', data: { id: left.id, status: 'EXPIRED' } }]);
  expect(endpoint.events).toEqual(['SESSION_EXPIRED', 'SESSION_CANCELLED']);
  expect(await seeDeliveries(house, { endpointId: endpoint.id }, bearer)).toHaveLength(1);
});

test('validating, remitting and refunding are told in order', async () => {
  const { receiver, secret } = await shopWithEndpoint(['TRANSACTION_UPDATED', 'REFUND_UPDATED', 'REMITTANCE_UPDATED']);
  const session = await openSession(house, { bearer, amount: 1234, capture: { plan: 'VALIDATION', days: 3 } });
  await pay(house, session, sandboxCard('00'));
  const { id } = await seeTransaction(house, session, bearer);
  await operate(house, 'validateTransaction', id, 1000, { bearer });
  await advanceClock(house, 86_400, bearer);
  await until(
    () => seeTransaction(house, session, bearer),
    seen => seen.status === 'CAPTURED',
  );
  await house.ask(
    `mutation ($input: RefundTransactionInput!) { refundTransaction(input: $input) { __typename } }`,
    { input: { idempotencyKey: freshKey(), transactionId: id, amount: 400 } },
    bearer,
  );
  const told = await until(
    async () => receiver.received.map(got => verified(got, secret)),
    seen => seen.some(({ type }) => type === 'refund.updated'),
  );
  const ofTransaction = told.filter(({ data }) => data.id === id);
  expect(ofTransaction.map(({ data }) => data.sequence)).toEqual(ofTransaction.map((_, index) => index + 1));
  expect(told.find(({ type }) => type === 'refund.updated')?.data).toMatchObject({
    status: 'TO_CREDIT',
    amount: 400,
    transactionId: id,
  });
  const closed = told.find(({ type, data }) => type === 'remittance.updated' && data.event === 'CLOSED');
  expect(closed?.data).toMatchObject({
    number: 1,
    captures: { count: 1, amount: 1000 },
    refunds: { count: 0, amount: 0 },
  });
});

test('two endpoints are told apart, each under its own secret', async () => {
  const { receiver, secret } = await shopWithEndpoint(['SESSION_PAID']);
  const other = await Receiver.start();
  receivers.push(other);
  const second = await createEndpoint(house, { url: other.url, events: ['SESSION_PAID'] }, bearer);
  await paid();
  const [[one], [two]] = await Promise.all([arrived(receiver, 1), arrived(other, 1)]);
  if (!one || !two) throw new Error('Nothing came.');
  expect(verified(one, secret)).toEqual(verified(two, second.secret));
  expect(one.id).not.toBe(two.id);
  expect(() => verified(one, second.secret)).toThrow();
});

test('a shop is never told of another one', async () => {
  const { receiver } = await shopWithEndpoint();
  const theirs = bearer;
  const { receiver: ours } = await shopWithEndpoint(['SESSION_PAID']);
  await paid();
  await arrived(ours, 1);
  expect(receiver.received).toEqual([]);
  expect(await seeDeliveries(house, {}, theirs)).toEqual([]);
});

test('after a rotation both secrets verify, and the same request does not show its secret twice', async () => {
  const { receiver, endpoint, secret } = await shopWithEndpoint(['SESSION_PAID']);
  const { secret: newer } = await rotateSecret(house, endpoint.id, bearer);
  await paid();
  const [got] = await arrived(receiver, 1);
  if (!got) throw new Error('Nothing came.');
  expect(verified(got, newer)).toEqual(verified(got, secret));
  expect(got.signature.split(' ')).toHaveLength(2);
  const input = { url: receiver.url, idempotencyKey: freshKey() };
  const first = await createEndpoint(house, input, bearer);
  const again = await createEndpoint(house, input, bearer);
  expect(again).toMatchObject({ endpoint: { id: first.endpoint.id }, secret: null });
  expect(house.log.join('\n')).not.toContain('whsec_');
});

test('a secret can be changed twice in a day, and not a third time', async () => {
  const { endpoint } = await shopWithEndpoint();
  await rotateSecret(house, endpoint.id, bearer);
  await rotateSecret(house, endpoint.id, bearer);
  expect(await rotateSecret(house, endpoint.id, bearer)).toMatchObject({ code: 'ACTION_NOT_POSSIBLE' });
});

test('a disabled endpoint is told nothing, and enabled again it is told of what happens from then on', async () => {
  const { receiver, secret, endpoint } = await shopWithEndpoint(['SESSION_PAID']);
  expect(await switchEndpoint(house, 'disable', endpoint.id, bearer)).toMatchObject({
    status: 'DISABLED',
    disabledBecause: 'SHOP',
  });
  await paid();
  await atRest(house);
  expect(await switchEndpoint(house, 'enable', endpoint.id, bearer)).toMatchObject({ status: 'ENABLED' });
  const { session } = await paid();
  const told = (await arrived(receiver, 1)).map(got => verified(got, secret));
  expect(told.map(({ data }) => data.id)).toEqual([session.id]);
  expect(await seeEndpoints(house, bearer)).toMatchObject([{ id: endpoint.id, disabledBecause: null }]);
});

test('a transaction knows what was told of it: its own, its refunds’, and how its session ended', async () => {
  const { receiver } = await shopWithEndpoint();
  const { session, transaction } = await paid();
  const other = await paid();
  await arrived(receiver, 6);
  const { data } = await house.ask<{ transaction: { deliveries: { type: string; body: string }[] } }>(
    'query ($id: ID!) { transaction(id: $id) { deliveries { type body } } }',
    { id: transaction.id },
    bearer,
  );
  const { deliveries } = data.transaction;
  expect(deliveries.map(({ type }) => type).toSorted()).toEqual([
    'SESSION_PAID',
    'TRANSACTION_UPDATED',
    'TRANSACTION_UPDATED',
  ]);
  expect(deliveries.filter(({ body }) => !body.includes(transaction.id))).toEqual([]);
  expect(deliveries.find(({ type }) => type === 'SESSION_PAID')?.body).toContain(session.id);
  expect(deliveries.filter(({ body }) => body.includes(other.transaction.id))).toEqual([]);
});
