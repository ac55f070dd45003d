import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { signedReturn } from '../../server/notifications/signed-return.js';
import { startHouse, type House } from '../support/house.js';

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
