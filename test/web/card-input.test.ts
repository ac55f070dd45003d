import { expect, test } from '@jest/globals';
import { missingFields, normaliseExpiry, readCard } from '../../web/checkout/card-input.ts';

const form = (fields: Record<string, string>): Map<string, string> => new Map(Object.entries(fields));

test.each([
  ['3/28', '03/28'],
  ['03/2028', '03/28'],
  ['0328', '03/28'],
  ['03 - 28', '03/28'],
  [' 12 / 30 ', '12/30'],
  ['032028', '03/28'],
])('%s is an expiry date', (typed, sent) => {
  expect(normaliseExpiry(typed)).toBe(sent);
});

test('what is no expiry date goes on as it is, for the API to refuse', () => {
  expect(['next year', '3/1928', '1/2/3'].map(normaliseExpiry)).toEqual(['next year', '3/1928', '1/2/3']);
});

test('every empty field is named at once', () => {
  expect(missingFields(form({ number: ' ', expiry: '' }))).toEqual(['number', 'expiry', 'securityCode']);
  expect(missingFields(form({ sameCard: 'true' }))).toEqual(['securityCode']);
});

test('of the same card only the security code is sent, whatever else the form holds', () => {
  const card = readCard(form({ sameCard: 'true', securityCode: ' 123 ', number: '1', brand: 'CB' }), ['CB']);
  expect(card).toEqual({ sameCard: true, securityCode: '123' });
});

test('a brand that the shop does not take is not sent', () => {
  const fields = { number: '4', expiry: '1/30', securityCode: '123', brand: 'AMEX', holderName: ' Ada ' };
  expect(readCard(form(fields), ['CB', 'VISA'])).toEqual({
    number: '4',
    expiry: '01/30',
    securityCode: '123',
    holderName: 'Ada',
  });
  expect(readCard(form({ ...fields, brand: 'VISA' }), ['CB', 'VISA'])).toMatchObject({ brand: 'VISA' });
});
