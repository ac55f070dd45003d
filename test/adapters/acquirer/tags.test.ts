import { expect, test } from '@jest/globals';
import { decodeTags, encodeTags, maskTags, TagError } from '../../../server/adapters/acquirer/tags.js';

test('tags are written one after another, each with its length', () => {
  expect(encodeTags({ SC: '123', BR: 'MASTERCARD', IN: 'S' })).toBe('SC03123BR10MASTERCARDIN01S');
});

test('no tag at all is no field', () => {
  expect(encodeTags({})).toBeNull();
});

test.each([
  ['SC', '12'],
  ['SC', '12345'],
  ['SR', 'X'],
  ['CV', 'short'],
  ['EC', '5'],
  ['DT', 'x'.repeat(37)],
  ['BR', 'DINERS'],
  ['IN', 'X'],
  ['ST', ''],
  ['ST', 'x'.repeat(33)],
  ['ST', 'é'],
  ['BN', 'A'],
])('%s does not hold "%s", in either direction', (name, value) => {
  expect(() => encodeTags({ [name]: value })).toThrow(TagError);
  expect(decodeTags(name + String(value.length).padStart(2, '0') + value)).toBeNull();
});

test('an error quotes no value', () => {
  expect(() => encodeTags({ SC: '73X' })).toThrow(/^The value of tag SC cannot be sent\.$/);
});

test('a tag we do not know is skipped', () => {
  expect(decodeTags('ZZ05HELLOSR01M')).toEqual({ SR: 'M' });
  expect(decodeTags('__00SR01M')).toBeNull();
});

test.each(['S', 'SR', 'SR0', 'SR01', 'SR02M', 'SRxxM', 'sr01M', 'SR01MX', 'SR01MSR01M', 'SR 1M'])(
  '"%s" is no run of tags',
  text => {
    expect(decodeTags(text)).toBeNull();
  },
);

test('an empty field says nothing', () => {
  expect(decodeTags('')).toEqual({});
});

test('a name that every object has is not a tag', () => {
  expect(decodeTags('ZZ00')).toEqual({});
  expect(encodeTags(Object.fromEntries([['constructor', 'x']]))).toBeNull();
});

test('of the secret tags nothing is kept, nor of those we do not know, nor of a broken run', () => {
  expect(maskTags('SC03737CV28Q0FWVk1BUktFUkNBVlZNQVJLRVI=EC0205ZZ0512345SR01M')).toBe('EC0205SR01M');
  expect(maskTags('SC03737')).toBeNull();
  expect(maskTags('EC0205SC03737X')).toBeNull();
});
