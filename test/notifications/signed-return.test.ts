import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { signedReturn } from '../../server/notifications/signed-return.js';
import { startHouse, type House } from '../support/house.js';
import { openSession, pay, sandboxCard } from '../support/shopping.js';

let house: House;
beforeAll(async () => {
  house = await startHouse({ run: 'api' });
});
afterAll(() => house.close());

async function secretOf(bearer?: string): Promise<string> {
  const { data } = await house.ask<{ returnSecret: string }>('{ returnSecret }', {}, bearer);
  return data.returnSecret;
}

function verify(address: string, secret: string): unknown {
  const { searchParams } = new URL(address);
  const session = searchParams.get('session') ?? '';
  const body = JSON.stringify({ session, status: searchParams.get('status') });
  return new Webhook(secret).verify(body, {
    'webhook-id': session,
    'webhook-timestamp': searchParams.get('timestamp') ?? '',
    'webhook-signature': searchParams.get('signature') ?? '',
  });
}

const returning = (status: string, url = 'https://shop.example/thanks?cart=7&session=theirs') =>
  signedReturn(house.server.app.deps, { id: 'ps_1', shop_id: house.shop.shopId, status }, url);

test('the way back says how it ended, signed so that the stock package verifies it', async () => {
  const address = returning('PAID');
  expect(new URL(address).searchParams.get('cart')).toBe('7');
  expect(new URL(address).searchParams.getAll('session')).toEqual(['ps_1']);
  expect(verify(address, await secretOf())).toEqual({ session: 'ps_1', status: 'PAID' });
});

test('another status, another session, and another shop’s secret do not verify', async () => {
  const address = returning('REFUSED');
  const secret = await secretOf();
  expect(() => verify(address.replace('REFUSED', 'PAID'), secret)).toThrow();
  expect(() => verify(address.replace('ps_1', 'ps_2'), secret)).toThrow();
  const { apiKey } = await house.openShop();
  expect(await secretOf(apiKey)).not.toBe(secret);
  expect(() => verify(address, secret.replace(/.{4}=$/, 'AAA='))).toThrow();
});

const RETURN_URL = 'https://shop.example/thanks?cart=7';
const CANCEL_URL = 'https://shop.example/basket';

async function returnTo(token: string): Promise<string | null> {
  const { data } = await house.ask<{ checkout: { returnTo: string | null } }>('{ checkout { returnTo } }', {}, token);
  return data.checkout.returnTo;
}

test('a shopper who has paid brings back what the stock package verifies, with nothing of the card', async () => {
  const session = await openSession(house, { returnUrl: RETURN_URL, cancelUrl: CANCEL_URL });
  expect(await returnTo(session.token)).toBeNull();
  const number = sandboxCard();
  await pay(house, session, number);
  const address = (await returnTo(session.token)) ?? '';
  expect(address).toMatch(/^https:\/\/shop\.example\/thanks\?cart=7&session=ps_/);
  expect(verify(address, await secretOf())).toEqual({ session: session.id, status: 'PAID' });
  for (const secret of [session.token, number.slice(-4)]) expect(address).not.toContain(`=${secret}`);
});

test('a shopper who has given up is sent where the shop wants those, signed as well', async () => {
  const session = await openSession(house, { returnUrl: RETURN_URL, cancelUrl: CANCEL_URL });
  await house.ask('mutation { cancelCheckout(input: {}) { __typename } }', {}, session.token);
  const address = (await returnTo(session.token)) ?? '';
  expect(address).toMatch(/^https:\/\/shop\.example\/basket\?session=ps_/);
  expect(verify(address, await secretOf())).toEqual({ session: session.id, status: 'CANCELLED' });
});

test('a session without an address to return to leads nowhere', async () => {
  const session = await openSession(house);
  await pay(house, session, sandboxCard('00', { serial: '31313' }));
  expect(await returnTo(session.token)).toBeNull();
});
