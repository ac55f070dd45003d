import { expect, test } from '@jest/globals';
import { parseCardNumber, passesLuhn } from '../../server/core/card.js';
import { DEMO_CARDS } from '../../web/demo/cards.ts';
import { demoInput, minorUnits } from '../../web/demo/order.ts';

const order = { idempotencyKey: 'k', orderId: 'DEMO-1', amount: '10.50', plan: 'validation', locale: 'fr' };
const input = (changes: object): ReturnType<typeof demoInput> =>
  demoInput(new Map(Object.entries({ ...order, ...changes })), 'https://pay.example');

test('every card that the start page offers has its check digit, and needs no 3-D Secure', () => {
  const numbers = DEMO_CARDS.map(card => parseCardNumber(card.number));
  expect(numbers.filter(number => !passesLuhn(number))).toEqual([]);
  expect(new Set(numbers.map(number => number.reveal().slice(6, 8)))).toEqual(new Set(['00']));
  expect(new Set(numbers.map(number => number.reveal())).size).toBe(DEMO_CARDS.length);
});

test.each([
  ['10', 1000],
  ['10.5', 1050],
  ['10,50', 1050],
  [' 0.01 ', 1],
  ['1234567.89', 123_456_789],
])('%s euros', (text, amount) => {
  expect(minorUnits(text)).toBe(amount);
});

test.each(['', '-1', '1e3', '10.505', '1 000', '12345678', 'NaN'])('%p is no amount', text => {
  expect(minorUnits(text)).toBeNull();
});

test('an order becomes a session of the API, and leads back to the demo shop', () => {
  expect(input({})).toMatchObject({
    orderId: 'DEMO-1',
    amount: { amount: 1050, currency: 'EUR' },
    capture: { plan: 'VALIDATION', days: 6 },
    locale: 'fr',
    returnUrl: 'https://pay.example/demo/return',
  });
});

test.each([
  { amount: 'much' },
  { orderId: '' },
  { orderId: '<b>' },
  { plan: 'toString' },
  { plan: 'never' },
  { idempotencyKey: '' },
])('an order is not taken with %p', changes => {
  expect(input(changes)).toBeNull();
});
