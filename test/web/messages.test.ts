import { expect, test } from '@jest/globals';
import english from '../../messages/en.json' with { type: 'json' };
import french from '../../messages/fr.json' with { type: 'json' };
import { RESPONSE_CODES } from '../../server/core/response-code-table.js';
import { formatMessage } from '../../web/ui/format-message.ts';

const catalogues = { en: english as Record<string, string>, fr: french as Record<string, string> };
/** The names of what is put in; the choices of a plural are texts, not names. */
const placesIn = (text: string): string[] => {
  const names = [...text.matchAll(/\{(\w+)(?=[},])/g)].map(match => match[1] ?? '');
  return [...new Set(names)].toSorted();
};

test('both languages say the same things, and nothing is empty', () => {
  expect(Object.keys(french)).toEqual(Object.keys(english));
  for (const catalogue of Object.values(catalogues))
    expect(Object.entries(catalogue).filter(([, text]) => text.trim() === '')).toEqual([]);
});

const places = (catalogue: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(catalogue).map(([key, text]) => [key, placesIn(text)]));

test('both languages leave the same places open', () => {
  expect(places(catalogues.fr)).toEqual(places(catalogues.en));
  expect(places(catalogues.en)['outcome.attemptsLeft']).toEqual(['count']);
});

test.each(['en', 'fr'] as const)('every response code has its three texts in %s', language => {
  const codes = [...RESPONSE_CODES.map(([code]) => code), 'unlisted'];
  expect(codes.length).toBeGreaterThan(50);
  const keys = codes.flatMap(code => [`decline.${code}.title`, `decline.${code}.explanation`, `till.decline.${code}`]);
  expect(keys.filter(key => !catalogues[language][key])).toEqual([]);
});

test('French has its narrow spaces and its own quotation marks', () => {
  const careless = Object.entries(catalogues.fr).filter(([, text]) =>
    /[^\u202f][;!?]|[^\u00a0]: |['"]|« | »/.test(text),
  );
  expect(careless).toEqual([]);
});

test('a plural is chosen by the rules of the language', () => {
  const message = '{count, plural, =0 {none} one {# try} other {# tries}} left for {who}';
  expect(formatMessage(message, { count: 0, who: 'you' }, 'en')).toBe('none left for you');
  expect(formatMessage(message, { count: 1, who: 'you' }, 'en')).toBe('1 try left for you');
  expect(formatMessage(message, { count: 1500, who: 'you' }, 'en')).toBe('1,500 tries left for you');
  // French counts zero and one and a half as one.
  expect(formatMessage('{n, plural, one {essai} other {essais}}', { n: 1.5 }, 'fr')).toBe('essai');
});

test('a value is text, whatever it looks like', () => {
  expect(formatMessage('Pay {shop}', { shop: '{amount} <b>' }, 'en')).toBe('Pay {amount} <b>');
});
