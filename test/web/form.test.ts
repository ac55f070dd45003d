import { expect, test } from '@jest/globals';
import { isOwnPage, parseForm } from '../../web/http/form.ts';
import { addressOf, cookiesOf } from '../../web/http/headers.ts';

const PUBLIC_URL = 'https://pay.example';
const own = (headers: Record<string, string>): boolean => isOwnPage({ headers }, PUBLIC_URL);

test('a form of our own page is told from a stranger’s', () => {
  expect(own({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(true);
  expect(own({ origin: PUBLIC_URL })).toBe(true);
  expect(own({ 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL })).toBe(false);
  expect(own({ 'sec-fetch-site': 'same-site' })).toBe(false);
  expect(own({ origin: 'https://pay.example.evil.example' })).toBe(false);
  expect(own({ origin: 'null' })).toBe(false);
  expect(own({})).toBe(false);
});

test('a field that comes twice is a bad request', () => {
  expect(parseForm('a=1&b=2')).toEqual(
    new Map([
      ['a', '1'],
      ['b', '2'],
    ]),
  );
  expect(parseForm('a=1&a=1')).toBe(400);
});

test('of two cookies of one name the first counts', () => {
  const cookies = cookiesOf({ headers: { cookie: 'a=1; b=x=y;a=2; nothing' } });
  expect([...cookies]).toEqual([
    ['a', '1'],
    ['b', 'x=y'],
  ]);
});

test('the address is the one our own door saw', () => {
  expect(addressOf({ headers: { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' } })).toBe('198.51.100.7');
  expect(addressOf({ headers: {} })).toBeNull();
});
