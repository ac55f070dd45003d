import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { framesOf, headOf } from '../../../server/api/live/frames.js';

let server: WebSocketServer;
let client: WebSocket;
let connection: Duplex;
beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const entered = once(server, 'connection') as Promise<[WebSocket, { socket: Duplex }]>;
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [, request] = await entered;
  connection = request.socket;
});
afterEach(async () => {
  client.terminate();
  server.close();
  await once(server, 'close');
});

async function heard(count: number): Promise<string[]> {
  const texts: string[] = [];
  client.on('message', (data, isBinary) => texts.push(isBinary ? 'no text' : String(data)));
  while (texts.length < count) await once(client, 'message');
  return texts;
}

test('messages of every size arrive as they are, also those whose size takes two and eight bytes', async () => {
  const head = headOf('"é"');
  // A header of 2, 4 or 10 bytes: RFC 6455 section 5.2, on both sides of each border.
  const sizes = [0, 125, 126, 0xffff, 0x1_0000, 200_000].map(size => Math.max(0, size - head.length - 3));
  const payloads = sizes.map(size => Buffer.from(JSON.stringify('x'.repeat(size))));
  const arriving = heard(payloads.length);
  connection.write(framesOf(head, payloads));
  const expected = payloads.map(payload => ({
    id: '"é"',
    type: 'next',
    payload: JSON.parse(String(payload)) as unknown,
  }));
  expect((await arriving).map(text => JSON.parse(text) as unknown)).toEqual(expected);
});
