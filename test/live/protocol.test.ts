/**
 * GraphQL over WebSocket as `graphql-transport-ws` has it, with a client that does what no application would.
 */
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WHO_MAY_FOLLOW } from '../api/who-may.js';
import { buildGuichetSchema } from '../../server/schema.js';
import { createKey, nobodies } from '../support/callers.js';
import { INSIDE } from '../support/door.js';
import { startHouse, type House } from '../support/house.js';
import { signIn } from '../support/members.js';
import { openSession } from '../support/shopping.js';
import { FOLLOW, payOne, type Told } from './following.js';
import { BareSocket, urlOf } from './sockets.js';

let house: House;
let url: string;
const open: BareSocket[] = [];
beforeAll(async () => {
  house = await startHouse();
  url = urlOf(house);
});
afterAll(() => house.close());
afterEach(async () => {
  for (const socket of open.splice(0)) await socket.close();
});

async function enter(bearer = house.shop.apiKey): Promise<BareSocket> {
  const socket = await BareSocket.enter(url, bearer);
  open.push(socket);
  return socket;
}

async function opened(
  ...parameters: Parameters<typeof BareSocket.open> extends [unknown, ...infer Rest] ? Rest : never
) {
  const socket = await BareSocket.open(url, ...parameters);
  open.push(socket);
  return socket;
}

/** What an operation that is not begun is told. */
async function refusal(socket: BareSocket, query: string, variables: object = {}): Promise<Told> {
  const id = `refused ${socket.heard.length}`;
  socket.subscribe(id, query, variables);
  const { type, payload } = await socket.until(message => message.id === id);
  expect(type).toBe('error');
  const [error] = payload as Told[];
  if (!error) throw new Error('There is no error.');
  expect(JSON.stringify(payload)).not.toMatch(INSIDE);
  expect(error.extensions.requestId).toMatch(/^req_/);
  return error;
}

/** The socket still serves. */
async function expectServing(socket: BareSocket): Promise<void> {
  socket.subscribe('serving', FOLLOW, { after: '0' });
  await socket.until(({ type, id }) => type === 'next' && id === 'serving');
}

test('what is not a subscription, not valid, too large or too dear ends the operation and not the socket', async () => {
  await payOne(house, house.shop.apiKey);
  const socket = await enter();
  const code = async (query: string) => (await refusal(socket, query)).extensions.code;
  expect((await refusal(socket, '{ feedCursor }')).message).toMatch(/Only subscriptions/);
  expect((await refusal(socket, 'mutation { signOut { __typename } }')).message).toMatch(/Only subscriptions/);
  expect(await code('subscription {')).toBe('BAD_USER_INPUT');
  expect(await code('subscription { transactionEvent { id } }')).toBe('BAD_USER_INPUT');
  expect(await code('subscription { a: transactionEvents { id } b: transactionEvents { id } }')).toBe('BAD_USER_INPUT');
  expect(await code('subscription { __typename }')).toBe('BAD_USER_INPUT');
  expect(await code('subscription ($after: String!) { transactionEvents(after: $after) { id } }')).toBe(
    'BAD_USER_INPUT',
  );
  expect((await refusal(socket, FOLLOW, { filter: { status: ['DECLINE'] } })).extensions.code).toBe('BAD_USER_INPUT');
  expect(await code(`subscription { transactionEvents { ${'id '.repeat(2_001)} } }`)).toBe('BAD_USER_INPUT');
  const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: id`).join(' ');
  expect((await refusal(socket, `subscription { transactionEvents { ${aliases} } }`)).message).toMatch(/30 aliases/);
  const dear =
    'refunds: session { transactions { session { transactions { session { transactions { session { transactions { id } } } } } } } }';
  expect(await code(`subscription { transactionEvents { transaction { ${dear} } } }`)).toBe('COST_EXCEEDED');
  await expectServing(socket);
});

test.each([
  ['a message that is none', 'nonsense', 4400],
  ['one without a type', '{"id":"1"}', 4400],
  ['one of a type that there is not', '{"type":"start","id":"1"}', 4400],
  ['a second connection_init', '{"type":"connection_init"}', 4429],
])('%s ends the socket', async (_, text, code) => {
  const socket = await enter();
  socket.say(text);
  expect(await socket.closed).toMatchObject({ code });
});

test('an operation of the same name as one that is going on ends the socket; after it is complete the name is free', async () => {
  const socket = await enter();
  socket.subscribe('1', FOLLOW, { after: '0' });
  await socket.until(({ id }) => id === '1');
  socket.say({ type: 'complete', id: '1' });
  const heard = socket.heard.length;
  socket.subscribe('1', FOLLOW, { after: '0' });
  await socket.until(message => message.id === '1' && socket.heard.indexOf(message) >= heard);
  socket.subscribe('1', FOLLOW);
  expect(await socket.closed).toMatchObject({ code: 4409 });
});

test('who speaks before being let in, says nothing at all, or speaks another protocol is sent away', async () => {
  const hasty = await opened();
  hasty.subscribe('1', FOLLOW);
  expect(await hasty.closed).toMatchObject({ code: 4401 });
  // The client itself gives up: the server offers only the one protocol it speaks.
  await expect(opened({}, 'graphql-ws')).rejects.toThrow(/no subprotocol/);
  const silent = await opened();
  expect(await silent.closed).toMatchObject({ code: 4408 });
}, 90_000);

test('a ping is answered, with what it brought', async () => {
  const socket = await enter();
  socket.say({ type: 'ping', payload: { at: 1 } });
  expect(await socket.until(({ type }) => type === 'pong')).toEqual({ type: 'pong', payload: { at: 1 } });
});

describe('who may come in', () => {
  test('nobody is sent away, whatever the token', async () => {
    for (const [who, bearer] of await nobodies(house, house.shop.shopId)) {
      const socket = await opened();
      socket.say({ type: 'connection_init', payload: bearer === null ? {} : { authorization: `Bearer ${bearer}` } });
      expect([who, (await socket.closed).code]).toEqual([who, 4401]);
      expect([who, socket.heard]).toEqual([who, []]);
    }
  });

  test('a page of another site is refused before anything is upgraded, cookie or key', async () => {
    const { headers } = await signIn(house, 'VIEWER');
    for (const foreign of [
      { ...headers, origin: 'https://elsewhere.example' },
      { ...headers, origin: 'null' },
      { ...headers, origin: house.publicUrl.replace('127.0.0.1', 'localhost') },
      { ...headers, 'sec-fetch-site': 'cross-site' },
      { ...headers, 'sec-fetch-site': 'same-site' },
    ])
      await expect(BareSocket.open(url, { headers: foreign })).rejects.toThrow('403');
  });

  test('a cookie counts only with our own origin; a key needs none', async () => {
    const { headers } = await signIn(house, 'VIEWER');
    const { origin: _, ...bare } = headers;
    const without = await opened({ headers: bare });
    without.say({ type: 'connection_init' });
    expect(await without.closed).toMatchObject({ code: 4401 });
    const ours = await opened({ headers });
    ours.say({ type: 'connection_init' });
    await ours.until(({ type }) => type === 'connection_ack');
    await expectServing(ours);
    await expectServing(await enter());
  });

  test('a key that is told counts, also a wrong one beside a cookie', async () => {
    const { headers } = await signIn(house, 'VIEWER');
    const socket = await opened({ headers });
    socket.say({ type: 'connection_init', payload: { authorization: 'Bearer sk_test_wrong' } });
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });
});

describe('who may follow what', () => {
  test('every subscription has its line', () => {
    const fields = buildGuichetSchema().getSubscriptionType()?.getFields() ?? {};
    expect(Object.keys(fields).toSorted()).toEqual(Object.keys(WHO_MAY_FOLLOW).toSorted());
  });

  test('a key without the scope follows nothing, a shopper not the log, a shop no checkout', async () => {
    const [reads, none] = await Promise.all([
      createKey(house, house.shop.shopId, ['transactions:read']),
      createKey(house, house.shop.shopId, ['sessions:read', 'transactions:write']),
    ]);
    const { token } = await openSession(house);
    const code = async (bearer: string, query: string) => (await refusal(await enter(bearer), query)).extensions.code;
    expect(await code(none, FOLLOW)).toBe('FORBIDDEN');
    expect(await code(token, FOLLOW)).toBe('FORBIDDEN');
    expect(await code(reads, 'subscription { checkoutChanged { id } }')).toBe('FORBIDDEN');
    expect(await code(reads, 'subscription { transactionEvents { transaction { session { id } } } }')).toBe(
      'FORBIDDEN',
    );
    await expectServing(await enter(reads));
  });
});

test('over plain HTTP a subscription is refused, and another path or protocol is answered as before', async () => {
  const { errors } = await house.ask(FOLLOW);
  expect(errors?.[0]?.message).toMatch(/cannot be answered over plain HTTP/);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { connection: 'upgrade', upgrade: 'h2c' };
    request(`${house.publicUrl}/healthz`, { headers, agent: false }, answer => resolve(answer.statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
