import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { addressBlock, addressOf, cookieLine, cookiesOf } from '../../server/api/visitor.js';
import { Secret } from '../../server/core/secret.js';

const TOKEN = 'a-token-of-our-own-web-process-32';
const from = (headers: Record<string, string>, behindProxy = false) =>
  addressOf({ headers, socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage, {
    behindProxy,
    internalToken: new Secret(TOKEN),
  });

test('an address is believed from the socket, a declared proxy and our own pages, and from nobody else', () => {
  const told = { 'x-forwarded-for': '198.51.100.1, 203.0.113.2' };
  expect(from(told)).toBe('192.0.2.1');
  expect(from(told, true)).toBe('203.0.113.2');
  expect(from({ ...told, 'x-internal-token': TOKEN })).toBe('203.0.113.2');
  expect(from({ ...told, 'x-internal-token': 'a-token-of-somebody-elses-process' })).toBe('192.0.2.1');
  expect(from({}, true)).toBe('192.0.2.1');
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('tries from %s are counted under %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

test('over https a cookie is tied to this very host; on loopback it goes without', () => {
  expect(cookieLine('till', 'x', 'https://pay.example')).toBe(
    '__Host-till=x; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
  expect(cookieLine('till', 'x', 'http://127.0.0.1:3000', 60)).toBe(
    'till=x; Path=/; HttpOnly; SameSite=Strict; Max-Age=60',
  );
});

test('a cookie that comes twice counts once, the first time', () => {
  expect([...cookiesOf({ cookie: 'till=1; other=a=b;till=2; =x; empty=' })]).toEqual([
    ['till', '1'],
    ['other', 'a=b'],
    ['empty', ''],
  ]);
});
