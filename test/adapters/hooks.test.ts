import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createHooks, type HooksOptions } from '../../server/adapters/hooks.js';
import { systemTimers } from '../../server/adapters/system.js';
import type { HookAnswer } from '../../server/core/hooks-port.js';
import { answering, Receiver, reset, silence } from '../support/receiver.js';
import { selfSigned } from './acquirer/certificates.js';

const twoAddresses = async () => ['127.0.0.2', '127.0.0.1'];
/** A name server that never answers. */
const hanging = () => new Promise<string[]>(() => undefined);

let receiver: Receiver;
const servers: Server[] = [];

beforeEach(async () => {
  receiver = await Receiver.start();
});
afterEach(async () => {
  await receiver.close();
  await Promise.all(servers.splice(0).map(server => new Promise(resolve => server.close(resolve))));
});

function tell(url: string, options: Partial<HooksOptions> = {}, allowLoopback = true): Promise<HookAnswer> {
  const hooks = createHooks({ timers: systemTimers, timeout_ms: 5_000, ...options });
  return hooks.post({ url, allowLoopback, headers: { 'webhook-id': 'msg_1' }, body: '{"é":1}' });
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test('the body arrives byte for byte, with its headers and the path as it was given', async () => {
  receiver.behave(answering(202, {}, 'thank you'));
  expect(await tell(receiver.url)).toEqual({ kind: 'answered', status: 202, beginning: 'thank you' });
  expect(receiver.received).toMatchObject([
    { id: 'msg_1', path: '/told?by=guichet', body: '{"é":1}', headers: { 'content-length': '8' } },
  ]);
});

test('an error is an answer, and a redirect is not followed', async () => {
  receiver.behave(answering(500, {}, 'oops'));
  expect(await tell(receiver.url)).toMatchObject({ status: 500, beginning: 'oops' });
  const elsewhere = await Receiver.start();
  receiver.behave(answering(307, { location: elsewhere.url }));
  expect(await tell(receiver.url)).toMatchObject({ kind: 'answered', status: 307 });
  expect(elsewhere.received).toEqual([]);
  await elsewhere.close();
});

test('who takes it and says nothing is waited for no longer than the time-out', async () => {
  receiver.behave(silence);
  expect(await tell(receiver.url, { timeout_ms: 100 })).toEqual({ kind: 'unanswered', fault: 'TIMED_OUT' });
});

test('a line that breaks, and nobody there, are told apart', async () => {
  receiver.behave(reset);
  expect(await tell(receiver.url)).toEqual({ kind: 'unanswered', fault: 'CONNECTION_BROKEN' });
  const gone = await Receiver.start();
  const { url } = gone;
  await gone.close();
  expect(await tell(url)).toEqual({ kind: 'unanswered', fault: 'CONNECTION_REFUSED' });
});

test('an answer that never ends is an answer: its status counts, and 200 bytes of it are kept', async () => {
  receiver.behave(response => {
    response.writeHead(200);
    const more = () => response.write('x'.repeat(16_384), error => error ?? setImmediate(more));
    more();
  });
  expect(await tell(receiver.url)).toEqual({ kind: 'answered', status: 200, beginning: 'x'.repeat(200) });
});

test('so is one whose body hangs', async () => {
  receiver.behave(response => void response.writeHead(200).write('wait'));
  expect(await tell(receiver.url, { timeout_ms: 200 })).toEqual({ kind: 'answered', status: 200, beginning: 'wait' });
});

test('what is not HTTP is a broken line', async () => {
  const port = await listen(
    createTcpServer(
      socket =>
        void socket
          .on('error', () => undefined)
          .resume()
          .end('220 mail.example\r\n'),
    ),
  );
  expect(await tell(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'unanswered', fault: 'CONNECTION_BROKEN' });
});

test('this machine is not told outside test mode, whatever is asked', async () => {
  expect(await tell(receiver.url, {}, false)).toEqual({ kind: 'unanswered', fault: 'ADDRESS_REFUSED' });
  const { port } = new URL(receiver.url);
  const inside = { resolve: async () => ['127.0.0.1'] };
  const named = await tell(`https://shop.example:${port}/`, inside);
  expect(named).toEqual({ kind: 'unanswered', fault: 'ADDRESS_REFUSED' });
  expect(receiver.received).toEqual([]);
});

test('a name is resolved once: what it is changed to afterwards is not called', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  let asked = 0;
  const resolve = async () => answers[asked++] ?? [];
  const { port } = new URL(receiver.url);
  expect(await tell(`http://localhost:${port}/`, { resolve })).toMatchObject({ status: 200 });
  expect(asked).toBe(1);
  expect(await tell(`http://localhost:${port}/`, { resolve })).toEqual({
    kind: 'unanswered',
    fault: 'ADDRESS_REFUSED',
  });
  expect(receiver.received).toMatchObject([{ headers: { host: `localhost:${port}` } }]);
});

test('where nobody listens at one address of a name, the next is tried', async () => {
  const { port } = new URL(receiver.url);
  expect(await tell(`http://localhost:${port}/`, { resolve: twoAddresses })).toMatchObject({ status: 200 });
});

test('a name server that hangs is waited for no longer than the time-out', async () => {
  const told = await tell('https://shop.example/', { resolve: hanging, timeout_ms: 100 });
  expect(told).toEqual({ kind: 'unanswered', fault: 'TIMED_OUT' });
});

test('a certificate has to hold for the host that was named', async () => {
  const { certificate, key } = selfSigned('shop.example');
  const server = createTlsServer({ cert: certificate, key }, (request, response) => {
    request.resume();
    response.end('over TLS');
  });
  const port = await listen(server);
  const url = `https://127.0.0.1:${port}/`;
  expect(await tell(url)).toEqual({ kind: 'unanswered', fault: 'TLS_FAILED' });
  expect(await tell(url, { authority: certificate })).toMatchObject({ status: 200, beginning: 'over TLS' });
  // It is for 127.0.0.1 alone; the name is what counts, not the address that it leads to.
  const other = await tell(`https://localhost:${port}/`, { authority: certificate });
  expect(other).toEqual({ kind: 'unanswered', fault: 'TLS_FAILED' });
});
