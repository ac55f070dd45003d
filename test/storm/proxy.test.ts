import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Proxy, type LineFault } from './proxy.js';
import { Random } from './random.js';

const happened: string[] = [];
let server: Server;
let accepted: Socket[];
let proxy: Proxy;

beforeEach(async () => {
  happened.length = 0;
  accepted = [];
  server = createServer(socket => {
    accepted.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => socket.write(`[${piece.toString('latin1')}]`, 'latin1'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  proxy = await start(() => [portOf(server)]);
});

afterEach(async () => {
  await proxy.close();
  for (const socket of accepted) socket.destroy();
  await new Promise(resolve => server.close(resolve));
});

const portOf = (of: Server): number => (of.address() as AddressInfo).port;

function start(ports: () => readonly number[], losable?: (piece: Buffer) => boolean): Promise<Proxy> {
  return Proxy.start({
    targets: () => ports().map(port => ({ host: '127.0.0.1', port })),
    random: new Random('proxy'),
    happened: (fault: LineFault, way) => happened.push(`${fault} ${way}`),
    ...(losable ? { losable } : {}),
  });
}

/** Somebody who calls, and all that was heard. */
class Call {
  heard = '';
  pieces = 0;
  readonly ended: Promise<unknown>;

  constructor(readonly socket: Socket) {
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      this.heard += piece.toString('latin1');
      this.pieces += 1;
    });
    this.ended = new Promise(resolve => void socket.once('close', resolve));
  }

  async until(isSo: (heard: string) => boolean): Promise<void> {
    while (!isSo(this.heard)) {
      if (this.socket.destroyed) throw new Error(`It ended after ${JSON.stringify(this.heard)}.`);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }
}

const call = (to: Proxy = proxy): Call => new Call(connect(to.port, '127.0.0.1'));

test('what nobody ordered does not happen: everything comes through, both ways, and the end too', async () => {
  const one = call();
  one.socket.write('hello');
  await one.until(heard => heard === '[hello]');
  one.socket.end();
  await one.ended;
  expect(happened).toEqual([]);
  while (!accepted[0]?.destroyed) await new Promise(resolve => setTimeout(resolve, 5));
});

test('a piece that is delayed comes whole, and what comes behind it keeps its place', async () => {
  proxy.order('DELAY', 50);
  const one = call();
  one.socket.write('first');
  await one.until(heard => heard.includes('first'));
  one.socket.write('second');
  await one.until(heard => heard === '[first][second]');
  expect(happened).toEqual(['DELAY UP']);
});

test('a cut connection ends for both, and the next one is whole', async () => {
  proxy.order('CUT', 0);
  const one = call();
  one.socket.write('0123456789');
  await one.ended;
  expect(one.heard.length).toBeLessThan('[0123456789]'.length);
  const other = call();
  other.socket.write('again');
  await other.until(heard => heard === '[again]');
});

test('a split piece comes byte by byte, and says the same', async () => {
  const one = call();
  one.socket.write('x');
  await one.until(heard => heard === '[x]');
  const before = one.pieces;
  proxy.order('SPLIT', 0);
  accepted[0]?.write('a long answer of the server');
  await one.until(heard => heard.endsWith('server'));
  expect(one.heard).toBe('[x]a long answer of the server');
  expect(one.pieces - before).toBeGreaterThan(5);
});

test('a merged piece waits for the next one; alone it comes late', async () => {
  const one = call();
  one.socket.write('x');
  await one.until(heard => heard === '[x]');
  proxy.order('MERGE', 10_000);
  accepted[0]?.write('left');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(one.heard).toBe('[x]');
  accepted[0]?.write('right');
  await one.until(heard => heard === '[x]leftright');
  proxy.order('MERGE', 20);
  accepted[0]?.write('alone');
  await one.until(heard => heard === '[x]leftrightalone');
});

test('a garbled piece differs in one byte, which no text can be mistaken for', async () => {
  proxy.order('GARBLE', 0);
  const one = call();
  one.socket.write('0123456789');
  await one.until(heard => heard.endsWith(']'));
  const wrong = one.heard
    .slice(1, -1)
    .split('')
    .filter((letter, index) => letter !== String(index));
  expect(wrong).toHaveLength(1);
  expect(wrong[0]?.charCodeAt(0)).toBeGreaterThanOrEqual(0x80);
});

test('on a half-open connection nothing comes through, nobody is told, and at last it ends', async () => {
  proxy.order('HALF_OPEN', 10_000);
  const one = call();
  one.socket.write('lost');
  while (happened.length === 0) await new Promise(resolve => setTimeout(resolve, 5));
  accepted[0]?.write('lost as well');
  one.socket.write('and lost');
  await new Promise(resolve => setTimeout(resolve, 50));
  expect([one.heard, one.socket.destroyed, accepted[0]?.destroyed]).toEqual(['', false, false]);
  proxy.calm();
  await one.ended;
});

test('what has happened before waits behind nothing else, so that a line that is seldom used is whole now and then', async () => {
  const one = call();
  for (const word of ['first', 'second']) {
    for (let times = 0; times < 2; times += 1) proxy.order('DELAY', 1);
    one.socket.write(word);
    await one.until(heard => heard.endsWith(`[${word}]`));
  }
  expect(happened).toEqual(['DELAY UP', 'DELAY DOWN', 'DELAY UP']);
});

test('of an answer that is lost the question has arrived', async () => {
  proxy.order('LOSE_ANSWER', 0);
  const asked = new Promise<string>(resolve => {
    server.once('connection', socket => socket.once('data', piece => resolve(String(piece))));
  });
  const one = call();
  one.socket.write('do it');
  await one.ended;
  expect([await asked, one.heard, happened]).toEqual(['do it', '', ['LOSE_ANSWER DOWN']]);
});

test('only an answer that it is meant for is lost', async () => {
  const choosy = await start(
    () => [portOf(server)],
    piece => piece.includes('COMMIT'),
  );
  choosy.order('LOSE_ANSWER', 0);
  const one = call(choosy);
  one.socket.write('BEGIN');
  await one.until(heard => heard === '[BEGIN]');
  one.socket.write('COMMIT');
  await one.ended;
  expect(one.heard).toBe('[BEGIN]');
  await choosy.close();
});

test('where nobody listens the next is tried, and where nobody is left the caller is turned away', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const deadPort = portOf(nobody);
  await new Promise(resolve => nobody.close(resolve));
  const tries = await start(() => [deadPort, portOf(server)]);
  const one = call(tries);
  one.socket.write('here');
  await one.until(heard => heard === '[here]');
  await tries.close();
  const none = await start(() => [deadPort]);
  await call(none).ended;
  await none.close();
});
