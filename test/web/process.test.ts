import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { tokenCookie, tokenCookieName } from '../../web/checkout/token.ts';
import { readEnvironment } from '../../web/env.ts';
import { freePort } from '../../server/database/embedded/free-port.js';
import { startWebProcess, type WebProcess } from '../support/web-process.js';

const INTERNAL_TOKEN = 'internal-token-of-the-tests-only-32';
const GOOD = { GRAPHQL_URL: 'http://127.0.0.1:1/graphql', PUBLIC_URL: 'https://pay.example/', INTERNAL_TOKEN };

test('a wrong configuration is told whole', () => {
  const wrong = { GRAPHQL_URL: 'ftp://x', INTERNAL_TOKEN: 'short' };
  expect(() => readEnvironment(wrong)).toThrow(/GRAPHQL_URL.*PUBLIC_URL.*INTERNAL_TOKEN/);
  expect(readEnvironment(GOOD)).toMatchObject({ publicUrl: 'https://pay.example', demoFile: null });
});

test('the cookie is bound to its host and to TLS, but on plain loopback, where browsers would refuse it', () => {
  const token = 'pst_abc';
  const secure = tokenCookie('ps_1', token, readEnvironment(GOOD));
  expect(secure).toBe('__Host-pay-ps_1=pst_abc; Path=/; HttpOnly; SameSite=Lax; Secure');
  const loopback = readEnvironment({ ...GOOD, PUBLIC_URL: 'http://127.0.0.1:3000' });
  expect(tokenCookieName('ps_1', loopback)).toBe('pay-ps_1');
});

/** An API that takes every question and gives nobody an answer anyone could use. */
const broken = createServer((request, response) => {
  request
    .resume()
    .on('end', () => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>'));
});
let web: WebProcess;

beforeAll(async () => {
  broken.listen(0, '127.0.0.1');
  await once(broken, 'listening');
  const { port } = broken.address() as { port: number };
  web = await startWebProcess({
    graphqlUrl: `http://127.0.0.1:${port}/graphql`,
    publicUrl: 'http://127.0.0.1:3000',
    internalToken: INTERNAL_TOKEN,
    port: await freePort(),
  });
}, 240_000);
afterAll(async () => {
  await web?.close();
  broken.close();
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${web.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: {
      'x-internal-token': INTERNAL_TOKEN,
      cookie: `pay-ps_1=pst_${'a'.repeat(30)}`,
      'accept-language': 'fr-FR,fr;q=0.9',
      'sec-fetch-site': 'same-origin',
      ...init.headers,
    },
  });

test('while the API cannot be understood the page promises nothing, and asks again by itself', async () => {
  const answer = await ask('/pay/ps_1');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('refresh')).toBe('10');
  expect(answer.headers.get('retry-after')).toBe('10');
  expect(await answer.text()).toContain('ne payez pas de nouveau');
});

test('a card that cannot be handed on is not said to be refused', async () => {
  const fields = new URLSearchParams({
    action: 'pay',
    idempotencyKey: 'k',
    number: '1',
    expiry: '1',
    securityCode: '1',
  });
  const answer = await ask('/pay/ps_1', { method: 'POST', body: fields });
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('ne payez pas de nouveau');
});

test('without a demo there is no order form and no demo shop', async () => {
  const start = await (await ask('/')).text();
  expect(start).toContain('/studio');
  expect(start).not.toContain('<form');
  expect((await ask('/demo/order', { method: 'POST', body: new URLSearchParams({ amount: '1' }) })).status).toBe(404);
  expect((await ask('/demo/return')).status).toBe(404);
});

test('the brands of a card are asked for with its first digits, and with a session', async () => {
  expect((await ask('/pay/ps_1/brands?prefix=123')).status).toBe(400);
  expect((await ask('/pay/ps_1/brands?prefix=400012345')).status).toBe(400);
  expect((await ask('/pay/ps_2/brands?prefix=400012')).status).toBe(404);
  expect((await ask('/pay/ps_1/brands?prefix=400012')).status).toBe(503);
  expect((await ask('/pay/ps_1/brands?prefix=400012', { method: 'POST' })).status).toBe(405);
});
