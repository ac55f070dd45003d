import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret } from '../../server/core/secret.js';
import { proxyTo } from '../../server/http-proxy.js';
import { silentLog } from '../support/silent-log.js';

let pages: Server;
let door: Server;
let arrived: Promise<unknown>;
let answerPage: () => void = () => undefined;
const done: Promise<void>[] = [];

beforeAll(async () => {
  pages = createServer((_, response) => {
    answerPage = () => response.end('a page');
    pages.emit('arrived');
  }).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  arrived = once(pages, 'arrived');
  const url = new URL(`http://127.0.0.1:${(pages.address() as AddressInfo).port}`);
  const internalToken = new Secret('token');
  const to = { url, publicUrl: url, internalToken, behindProxy: false, agent: new Agent() };
  door = createServer((request, response) => done.push(proxyTo(to, request, response, silentLog))).listen(
    0,
    '127.0.0.1',
  );
  await once(door, 'listening');
});
afterAll(() => {
  pages.close();
  door.close();
});

test('a browser that goes away before its page is made harms nobody', async () => {
  const browser = connect((door.address() as AddressInfo).port, '127.0.0.1');
  browser.write('GET / HTTP/1.1\r\nhost: shop\r\n\r\n');
  await arrived;
  browser.destroy();
  await once(browser, 'close');
  await new Promise(resolve => setTimeout(resolve, 100));
  answerPage();
  await Promise.all(done);
  expect(done).toHaveLength(1);
});
