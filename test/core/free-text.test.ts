import { describe, expect, test } from '@jest/globals';
import { holdsCardNumber, requireText } from '../../server/core/free-text.js';
import { sandboxCard } from '../support/shopping.js';

const card = sandboxCard('00');

describe('a card number in a text', () => {
  test.each([
    ['alone', card],
    ['in groups', card.replaceAll(/(\d{4})/g, '$1 ')],
    ['with dashes', card.replaceAll(/(\d{4})(?=\d)/g, '$1-')],
    ['with points', card.replaceAll(/(\d{4})(?=\d)/g, '$1.')],
    ['with narrow spaces', card.replaceAll(/(\d{4})(?=\d)/g, '$1\u202f')],
    ['in a sentence', `my card is ${card}, thanks`],
    ['behind a word', `order-${card}`],
    ['behind letters', `CB${card}x`],
    ['between hexadecimal letters', `ca${card}fe`],
    ['beside a UUID', `0a64dfe4-2b0c-4d4b-9d3a-1c1f7f0e6a2b ${card}`],
    ['of fifteen digits', sandboxCard('00', { bin: '378282', serial: '0000' })],
  ])('is found: %s', (_, text) => expect(holdsCardNumber(text)).toBe(true));

  test.each([
    ['wrong check digit', `${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`],
    ['too short', card.slice(0, 12)],
    ['a first digit no scheme has', `9${card.slice(1)}`],
    ['a UUID that looks like one', `${card.slice(0, 8)}-${card.slice(8, 12)}-${card.slice(12)}-a4d4-4f0e6a2b1c1f`],
    ['a hash that looks like one', `a${card}b0c0d0e0f0a0b0c0d`],
    ['a price', '1 299,00 €'],
    ['an instant', '2026-03-10T09:00:00.000Z'],
  ])('is not: %s', (_, text) => expect(holdsCardNumber(text)).toBe(false));
});

test('a text is refused when it is empty, blank or too long, or holds control characters, half a letter or a card', () => {
  const rule = { path: 'label', max: 5 };
  expect(requireText('naïve', rule)).toBe('naïve');
  for (const text of ['', '  ', 'longer', 'a\nb', 'a\u0000b', 'a\u202a\u2028', '\ud83d', card])
    expect(() => requireText(text, { path: 'label', max: text === card ? 64 : 5 })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', details: expect.objectContaining({ path: 'label' }) }),
    );
});

test('a refusal never repeats the text', () => {
  expect(() => requireText(card, { path: 'label', max: 64 })).toThrow(/^A card number does not belong here\.$/);
});
