/**
 * What may happen between us and the directory. Whatever it is, it is an answer, and the AReq goes out once at most.
 */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { authentication, FRICTIONLESS } from './examples.js';
import { rig, startRig } from './rig.js';
import { says, sends, type Script } from './scripted-directory.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
/** A message in every point but its encoding. */
const LATIN = JSON.stringify({ ...FRICTIONLESS, acsOperatorID: 'OP', news: '\u00ff' });
const JSON_HEADER = { 'content-type': 'application/json' };

describe('what is no message is nobody’s word', () => {
  test.each<readonly [string, Script]>([
    ['500', says(FRICTIONLESS, {}, 500)],
    ['404', says(FRICTIONLESS, {}, 404)],
    ['201', says(FRICTIONLESS, {}, 201)],
    ['204', says('', {}, 204)],
    ['a redirect', says(FRICTIONLESS, { location: 'http://127.0.0.1:1/' }, 302)],
    ['a redirect that keeps the method', says(FRICTIONLESS, { location: '/ds/areq' }, 307)],
    ['an empty body', says('')],
    ['HTML', says('<html>', { 'content-type': 'text/html' })],
    ['a message that calls itself HTML', says(FRICTIONLESS, { 'content-type': 'text/html' })],
    ['a message in a coat', says(FRICTIONLESS, { 'content-encoding': 'gzip' })],
    ['half an object', says('{"messageType":"ARes"')],
    ['a list', says('[{"messageType":"ARes"}]')],
    ['a text', says('"ARes"')],
    ['null', says('null')],
    ['nothing but brackets', says('['.repeat(60_000))],
    ['objects without end', says('{"a":'.repeat(12_000))],
    ['a message and more', says(`${JSON.stringify(FRICTIONLESS)} {}`)],
    ['bytes that are no UTF-8', sends(`${HEAD}content-length: ${LATIN.length}\r\n\r\n${LATIN}`)],
    ['a message of more than 64 kB', says({ ...FRICTIONLESS, filler: 'x'.repeat(65_536) })],
    ['a message that has no end', (response: Parameters<Script>[0]) => flood(response)],
    ['no HTTP', sends('SSH-2.0-OpenSSH_9.9\r\n')],
    ['headers without end', sends(`${HEAD}${'x: y\r\n'.repeat(20_000)}`)],
  ])('%s', async (_, script) => {
    const { authenticator, directory, log } = await startRig(stops, script);
    expect(await authenticator.authenticate(authentication)).toMatchObject({
      kind: 'unavailable',
      cause: 'UNREADABLE',
      request: { messageType: 'AReq' },
    });
    expect(directory.heard).toHaveLength(1);
    expect(log.lines).toEqual([expect.stringContaining('"cause":"UNREADABLE"')]);
  });
});

function flood(response: Parameters<Script>[0]): void {
  response.writeHead(200, JSON_HEADER);
  const more = (): void => {
    while (!response.destroyed && response.write('x'.repeat(16_384)));
  };
  response.on('drain', more);
  more();
}

test.each<readonly [string, Script]>([
  ['before a word', sends('')],
  ['amid the head', sends('HTTP/1.1 200 OK\r\ncontent-ty')],
  ['amid the body', sends(`${HEAD}content-length: 100\r\n\r\n{"messageType"`)],
  ['amid a chunk', sends(`${HEAD}transfer-encoding: chunked\r\n\r\n40\r\n{"messageType"`)],
])('a line that breaks %s is broken, and nothing is sent again', async (_, script) => {
  const { authenticator, directory } = await startRig(stops, script);
  const answer = await authenticator.authenticate(authentication);
  expect(answer).toMatchObject({ kind: 'unavailable', cause: 'BROKEN_LINE', request: { messageType: 'AReq' } });
  expect(directory.heard).toHaveLength(1);
});

test.each<readonly [string, Script]>([
  ['says nothing', () => undefined],
  ['says that it will', response => response.writeProcessing()],
  ['stops after the head', response => response.writeHead(200, JSON_HEADER).flushHeaders()],
  ['stops amid the body', response => response.writeHead(200, JSON_HEADER).write('{"messageType":')],
])('a directory that %s is given up after the time-out', async (_, script) => {
  let cut: Promise<unknown> | null = null;
  const { authenticator, directory, timers, timeOut } = await startRig(stops, (response, question) => {
    cut = once(response, 'close');
    script(response, question);
  });
  const asked = authenticator.authenticate(authentication);
  await directory.until(() => directory.heard.length === 1);
  timeOut();
  expect(await asked).toMatchObject({ kind: 'unavailable', cause: 'NO_ANSWER', request: { messageType: 'AReq' } });
  expect(timers.waiting()).toBe(0);
  // And its line is closed: an answer that comes now must not be taken for that to another question.
  await cut;
});

test('a slow answer is an answer', async () => {
  const { authenticator } = await startRig(stops, (response, { message }) => {
    const text = JSON.stringify({ ...FRICTIONLESS, threeDSServerTransID: message.threeDSServerTransID });
    response.writeHead(200, JSON_HEADER);
    const letters = [...text];
    const next = (): void => {
      const letter = letters.shift();
      if (letter === undefined) response.end();
      else response.write(letter, () => setImmediate(next));
    };
    next();
  });
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered', transStatus: 'Y' });
});

test('where nobody listens nothing was sent', async () => {
  const { authenticator } = rig(stops, 'http://127.0.0.1:1/ds');
  const answer = await authenticator.authenticate(authentication);
  expect(answer).toMatchObject({ kind: 'unavailable', cause: 'UNREACHABLE', request: null, answer: null });
  expect(await authenticator.ranges(null)).toMatchObject({ kind: 'unavailable', cause: 'UNREACHABLE' });
});

test('a line that does not open is given up, and nothing was sent', async () => {
  // TLS never begins at a host that accepts the connection and says nothing.
  const mute = createServer(socket => socket.on('error', () => undefined));
  mute.listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const { authenticator, connectTimeOut, timers } = rig(
    stops,
    `https://127.0.0.1:${(mute.address() as AddressInfo).port}/ds`,
  );
  stops.push(async () => void mute.close());
  const opening = once(mute, 'connection');
  const asked = authenticator.authenticate(authentication);
  await opening;
  connectTimeOut();
  expect(await asked).toMatchObject({ kind: 'unavailable', cause: 'UNREACHABLE', request: null });
  expect(timers.waiting()).toBe(0);
});

test('one line serves many questions, and an open one outlives the time-out of its opening', async () => {
  const ports = new Set<number | undefined>();
  const open = await startRig(stops, (response, question) => {
    ports.add(response.socket?.remotePort);
    open.connectTimeOut();
    says(FRICTIONLESS)(response, question);
  });
  for (let question = 0; question < 3; question++)
    expect(await open.authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered' });
  expect(ports.size).toBe(1);
});

test('a line that the directory closed under our hands loses the question, which is not sent again', async () => {
  const { authenticator, directory } = await startRig(stops, says(FRICTIONLESS, { 'keep-alive': 'timeout=60' }));
  await authenticator.authenticate(authentication);
  directory.listenWith(sends(''));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ cause: 'BROKEN_LINE' });
  directory.listenWith(says(FRICTIONLESS));
  expect(await authenticator.authenticate(authentication)).toMatchObject({ kind: 'answered' });
  expect(directory.heard).toHaveLength(3);
});

test('more questions than may be under way are not sent', async () => {
  const { authenticator, directory, timers, timeOut } = await startRig(stops, () => undefined, { most_under_way: 2 });
  const asked = [1, 2].map(() => authenticator.authenticate(authentication));
  const waiting = timers.waiting();
  const tooMany = authenticator.authenticate(authentication);
  expect(timers.waiting()).toBe(waiting);
  expect(await tooMany).toMatchObject({ cause: 'UNREACHABLE', request: null });
  await directory.until(() => directory.heard.length === 2);
  timeOut();
  expect((await Promise.all(asked)).map(answer => answer.kind === 'unavailable' && answer.cause)).toEqual([
    'NO_ANSWER',
    'NO_ANSWER',
  ]);
});

test('closing ends what is under way, and nothing goes out afterwards', async () => {
  const { authenticator, directory, timers } = await startRig(stops, () => undefined);
  const asked = authenticator.authenticate(authentication);
  await directory.until(() => directory.heard.length === 1);
  await authenticator.close();
  expect(await asked).toMatchObject({ kind: 'unavailable', cause: 'BROKEN_LINE' });
  expect(await authenticator.authenticate(authentication)).toMatchObject({ cause: 'UNREACHABLE', request: null });
  expect(directory.heard).toHaveLength(1);
  expect(timers.waiting()).toBe(0);
});
