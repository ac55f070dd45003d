import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { INSIDE, knock, type Reply } from '../support/door.js';
import { startHouse, type House } from '../support/house.js';

let house: House;
let authorization: string;
beforeAll(async () => {
  house = await startHouse();
  authorization = `Bearer ${house.shop.apiKey}`;
}, 90_000);
afterAll(() => house?.close());

const TYPENAME = JSON.stringify({ query: '{ __typename }' });

/** It is a clear error with a code and a number, it says nothing of the inside, and the house goes on. */
async function expectRefused(reply: Reply, status: number, code = 'BAD_USER_INPUT'): Promise<void> {
  expect({ status: reply.status, codes: reply.codes, text: reply.text }).toMatchObject({
    status,
    codes: expect.arrayContaining([code]),
    text: expect.not.stringMatching(INSIDE),
  });
  expect(reply.text).toMatch(/"requestId":"req_[0-9a-z]{26}"/);
  expect(reply.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  expect((await knock(house, TYPENAME)).text).toMatch(/^{"data":{"__typename":"Query"}/);
}

afterEach(() => expect(house.log.splice(0).filter(line => line.includes('"level":"error"'))).toEqual([]));

const asked = (query: string, variables: object = {}): string => JSON.stringify({ query, variables });
const repeated = (text: (index: number) => string, count: number): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const nested = (depth: number) =>
  `{ transactions { edges { node { ${'session { transaction { '.repeat(depth)} id ${'} }'.repeat(depth)} } } } }`;
const bomb = (count: number) =>
  `query { ...F0 } ${repeated(index => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`, count)} fragment F${count} on Query { __typename }`;

describe('a document', () => {
  test.each([
    ['too many characters', asked(`{ __typename ${'#'.repeat(25_000)}\n }`)],
    ['too many tokens', asked(`{ ${'__typename '.repeat(4_500)} }`)],
    ['too many fields', asked(`{ ${'__typename '.repeat(2_001)} }`)],
    ['too deep', asked(nested(8))],
    ['thousands of levels deep', asked('{'.repeat(9_000))],
    ['too many aliases', asked(`{ ${repeated(index => `a${index}: checkout { id }`, 31)} }`)],
    ['too many aliases of __typename', asked(`{ ${repeated(index => `a${index}: __typename`, 31)} }`)],
    ['too many directives', asked(`{ __typename ${'@include(if: true) '.repeat(31)} }`)],
    ['too many directives, unknown ones', asked(`{ __typename ${'@a '.repeat(400)} }`)],
    ['fragments that multiply', asked(bomb(40))],
    ['fragments in a circle', asked('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
    ['a fragment in itself', asked('{ ...A } fragment A on Query { __typename ...A }')],
    [
      'aliases behind fragments',
      asked(`{ ...A ...A } fragment A on Query { ${repeated(i => `a${i}: __typename`, 16)} }`),
    ],
    ['hundreds of operations', asked(repeated(index => `query Q${index} { __typename }`, 400))],
    ['no document', asked('')],
    ['a fragment alone', asked('fragment A on Query { __typename }')],
    ['no GraphQL', asked('{ __typename')],
    ['a number that is none', asked('{ paymentSessions(first: 1e) { totalCount } }')],
    ['an unknown field', asked('{ paymentSesions { totalCount } }')],
    ['an unknown argument', asked('{ paymentSession(idd: "x") { id } }')],
    ['an unknown fragment', asked('{ ...Nothing }')],
    ['a subscription to nothing', asked('subscription { transactionEvents { id } }')],
    ['a long string', asked(`{ paymentSession(id: "${'x'.repeat(19_000)}) { id } }`)],
    ['a null byte', asked('{ __typename \u0000 }')],
  ])('is refused: %s', async (_, body) => expectRefused(await knock(house, body, { authorization }), 400));

  test('that costs too much is refused, also when a variable says how much', async () => {
    const inner = 'transactions { events { id type at } messages { kind stan } }';
    const query = `query ($n: Int!) { paymentSessions(first: $n) { edges { node { ${inner} } } } }`;
    expect((await knock(house, asked(query, { n: 1 }), { authorization })).status).toBe(200);
    await expectRefused(await knock(house, asked(query, { n: 100 }), { authorization }), 400, 'COST_EXCEEDED');
    expect((await knock(house, asked(query, { n: 1 }), { authorization })).status).toBe(200);
  });

  test('a page holds a hundred at most, and no negative number', async () => {
    for (const first of [0, -1, 101, 2_147_483_647]) {
      const reply = await knock(house, asked(`{ paymentSessions(first: ${first}) { totalCount } }`), { authorization });
      expect(reply.codes.length).toBeGreaterThan(0);
      expect(reply.text).not.toMatch(INSIDE);
    }
  });
});

describe('a body', () => {
  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a batch', JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }])],
    ['a text', '"{ __typename }"'],
    ['null', 'null'],
    ['a number', '1'],
    ['no query', '{}'],
    ['a query that is no text', '{"query":1}'],
    ['a query that is a list', '{"query":["{ __typename }"]}'],
    ['variables that are a text', '{"query":"{ __typename }","variables":"{}"}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['an operation name that is none', '{"query":"{ __typename }","operationName":1}'],
    ['an operation that is not there', '{"query":"query A { __typename }","operationName":"B"}'],
    ['one of two operations, unnamed', '{"query":"query A { __typename } query B { __typename }"}'],
    [
      'a prototype',
      '{"query":"query ($a: ID) { paymentSession(id: $a) { id } }","variables":{"__proto__":{"a":1},"a":{}}}',
    ],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x7b])],
    [
      'deeper than JSON is ever nested',
      `{"query":"{ __typename }","variables":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    ],
  ])('is refused: %s', async (_, body) => expectRefused(await knock(house, body, { authorization }), 400));

  test('that names a document by its hash is told that none is kept', async () => {
    const body = '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}';
    const reply = await knock(house, body, { authorization });
    expect(reply.codes).toEqual(['BAD_USER_INPUT']);
    expect(reply.text).toMatch(/PersistedQueryNotSupported/);
  });

  test('with a byte that is no UTF-8 is refused, and not read as something else', async () => {
    const body = Buffer.from(asked('{ __typename }', { key: 'damaged' }));
    body.writeUInt8(0xe4, body.indexOf('damaged') + 1);
    await expectRefused(await knock(house, new Uint8Array(body), { authorization }), 400);
  });

  test('of more than 64 kB is refused before it is read', async () => {
    const body = asked('{ __typename }', { filler: 'x'.repeat(70_000) });
    await expectRefused(await knock(house, body, { authorization }), 413);
  });

  test('of more than it announced, or without an end, is cut off', async () => {
    const { port } = new URL(house.publicUrl);
    const socket = connect(Number(port), '127.0.0.1');
    const heard = new Promise<string>(resolve => {
      let text = '';
      socket.on('data', data => (text += data.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });
    socket.write(
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    for (let sent = 0; sent < 20; sent++) socket.write(chunk);
    expect(await heard).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('a request that another site could make a browser send', () => {
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    '',
  ])('is not executed: content type "%s"', async type =>
    expectRefused(await knock(house, TYPENAME, { 'content-type': type }), 415),
  );

  test('by GET is not executed without a header no form can send, and never changes anything', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`;
    const get = (headers: Record<string, string>, where = path) =>
      fetch(`${house.publicUrl}${where}`, { headers }).then(async reply => ({
        status: reply.status,
        text: await reply.text(),
      }));
    expect(await get({})).toMatchObject({ status: 400 });
    const mutation = `/graphql?query=${encodeURIComponent('mutation { signOut { __typename } }')}`;
    expect((await get({ 'apollo-require-preflight': '1' }, mutation)).status).toBe(405);
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'])('by %s is not executed', async method => {
    const reply = await knock(house, method === 'HEAD' ? null : TYPENAME, { authorization }, { method });
    expect(reply.status).toBe(405);
    if (method !== 'HEAD') await expectRefused(reply, 405);
  });

  test('finds no door to other origins: no CORS header is ever sent', async () => {
    const reply = await knock(house, TYPENAME, { origin: 'https://elsewhere.example' });
    expect([...reply.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
  });
});

test('other addresses are not there, and a sign of life tells nothing', async () => {
  expect(await knock(house, null, {}, { method: 'GET', path: '/healthz' })).toMatchObject({
    status: 200,
    text: '{"status":"ok"}',
  });
  for (const path of ['/', '/graphql/', '/graphql/x', '/..%2f..', '/.env', '/server/main.ts', '//graphql', '/%00'])
    expect((await knock(house, null, {}, { method: 'GET', path })).status).toBe(404);
});

test('nothing that is answered may be kept, or taken for something else', async () => {
  const { headers } = await knock(house, TYPENAME);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('server')).toBeNull();
});
