import { describe, expect, test } from '@jest/globals';
import { addressesToCall, readHookAddress } from '../../server/adapters/hook-address.js';
import { isPublicAddress } from '../../server/adapters/public-address.js';
import { createHooks } from '../../server/adapters/hooks.js';
import { systemTimers } from '../../server/adapters/system.js';

const PRIVATE = [
  ['this network', '0.0.0.0'],
  ['ten', '10.1.2.3'],
  ['carriers’ own', '100.64.0.1'],
  ['loopback', '127.0.0.1'],
  ['all of loopback', '127.255.255.254'],
  ['link-local, and a cloud’s metadata', '169.254.169.254'],
  ['the middle of private', '172.31.255.255'],
  ['protocol assignments', '192.0.0.8'],
  ['documentation', '203.0.113.7'],
  ['homes', '192.168.1.1'],
  ['benchmarks', '198.19.0.1'],
  ['multicast', '224.0.0.251'],
  ['reserved', '240.0.0.1'],
  ['everybody', '255.255.255.255'],
  ['IPv6 loopback', '::1'],
  ['IPv6 nothing', '::'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped in hexadecimal', '::ffff:7f00:1'],
  ['mapped public', '::ffff:8.8.8.8'],
  ['compatible', '::127.0.0.1'],
  ['translated', '64:ff9b::7f00:1'],
  ['translated locally', '64:ff9b:1::7f00:1'],
  ['unique local', 'fd00::1'],
  ['IPv6 link-local', 'fe80::1'],
  ['with a zone', 'fe80::1%eth0'],
  ['site-local of old', 'fec0::1'],
  ['IPv6 multicast', 'ff02::1'],
  ['6to4 of loopback', '2002:7f00:1::'],
  ['Teredo', '2001:0:7f00:1::'],
  ['IPv6 documentation', '2001:db8::1'],
  ['newer documentation', '3fff::1'],
  ['discard', '100::1'],
  ['segment routing', '5f00::1'],
] as const;

const PUBLIC = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '193.0.0.1', '2606:4700:4700::1111', '2a01:4f8::1'];

test.each(PRIVATE)('%s (%s) is not public', (_, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(PUBLIC)('%s is public', address => {
  expect(isPublicAddress(address)).toBe(true);
});

const HOSTILE = [
  ['plain http', 'http://shop.example/'],
  ['another protocol', 'ftp://shop.example/'],
  ['a file', 'file:///etc/passwd'],
  ['nothing absolute', '/told'],
  ['credentials', 'https://name:word@shop.example/'],
  ['a name alone before the host', 'https://127.0.0.1@shop.example/'],
  ['a fragment', 'https://shop.example/#x'],
  ['a port of the system', 'https://shop.example:22/'],
  ['the port of mail', 'https://shop.example:25/'],
  ['loopback', 'https://127.0.0.1/'],
  ['localhost', 'https://localhost/'],
  ['localhost with a dot', 'https://localhost./'],
  ['below localhost', 'https://shop.localhost/'],
  ['private', 'https://192.168.0.1/'],
  ['decimal', 'https://2130706433/'],
  ['octal', 'https://0177.0.0.1/'],
  ['hexadecimal', 'https://0x7f000001/'],
  ['short', 'https://127.1/'],
  ['decimal of a public one', 'https://134744072/'],
  ['octal of a public one', 'https://010.8.8.8/'],
  ['full-width digits', 'https://１２７.０.０.１/'],
  ['encoded', 'https://%31%32%37.0.0.1/'],
  ['IPv6 loopback', 'https://[::1]/'],
  ['IPv6 mapped', 'https://[::ffff:169.254.169.254]/'],
  ['IPv6 unspecified', 'https://[::]/'],
  ['too long', `https://shop.example/${'x'.repeat(2048)}`],
] as const;

describe('as text', () => {
  test.each(HOSTILE)('%s is refused: %s', (_, url) => {
    expect(typeof readHookAddress({ url, allowLoopback: false })).toBe('string');
  });

  test.each(['https://shop.example/told', 'https://shop.example:8443/', 'https://8.8.8.8/', 'https://[2606:4700::1]/'])(
    '%s is taken',
    url => {
      expect(readHookAddress({ url, allowLoopback: false })).toBeInstanceOf(URL);
    },
  );

  test.each([
    ['http://127.0.0.1:8080/', true],
    ['http://localhost:8080/', true],
    ['http://[::1]:8080/', true],
    ['https://127.0.0.1/', true],
    ['http://shop.example/', false],
    ['http://192.168.0.1:8080/', false],
    ['http://127.0.0.1:22/', false],
    ['http://2130706433:8080/', false],
    ['http://[::ffff:127.0.0.1]:8080/', false],
    ['http://169.254.169.254/', false],
  ])('for a shop in test mode, %s: %s', (url, taken) => {
    expect(readHookAddress({ url, allowLoopback: true }) instanceof URL).toBe(taken);
  });
});

describe('as what the name resolves to', () => {
  const url = new URL('https://shop.example/');
  const found = (...addresses: string[]) => addressesToCall(url, true, async () => addresses);

  test('public addresses are called, those of IPv4 first', async () => {
    expect(await found('2606:4700::1', '8.8.8.8')).toEqual(['8.8.8.8', '2606:4700::1']);
  });

  test('a private one among public ones is enough for none to be called', async () => {
    expect(await found('8.8.8.8', '10.0.0.1')).toEqual([]);
  });

  test('a name of somebody’s that resolves to this machine is not called, in test mode either', async () => {
    expect(await found('127.0.0.1')).toEqual([]);
    expect(await found('::1')).toEqual([]);
  });

  test('localhost is called in test mode only, and only where it is this machine', async () => {
    const local = new URL('http://localhost:8080/');
    expect(await addressesToCall(local, true, async () => ['::1', '127.0.0.1'])).toEqual(['127.0.0.1', '::1']);
    expect(await addressesToCall(local, true, async () => ['192.168.0.1'])).toEqual([]);
    expect(await addressesToCall(local, false, async () => ['127.0.0.1'])).toEqual([]);
  });

  test('a name that nobody knows is not called', async () => {
    expect(await addressesToCall(url, false, () => Promise.reject(new Error('ENOTFOUND')))).toEqual([]);
  });
});

const complaint = (resolve: () => Promise<string[]>) =>
  createHooks({ timers: systemTimers, resolve }).complaintAbout({ url: 'https://shop.example/', allowLoopback: true });

test('when an endpoint is made, a name that leads inside is refused, and one that leads nowhere yet is not', async () => {
  expect(await complaint(async () => ['10.0.0.1'])).toContain('public');
  expect(await complaint(async () => ['8.8.8.8'])).toBeNull();
  expect(await complaint(() => Promise.reject(new Error('ENOTFOUND')))).toBeNull();
});
