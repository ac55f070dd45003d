/**
 * What an AReq says, field by field, of shops, shoppers and browsers of every kind.
 */
import { afterEach, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { authenticationMessage } from '../../../server/adapters/threeds/areq.js';
import { countryNumber } from '../../../server/adapters/threeds/countries.js';
import { FIELDS } from '../../../server/adapters/threeds/fields.js';
import type { AuthenticationRequest } from '../../../server/core/threeds-port.js';
import { runs } from '../acquirer/generated.js';
import { AREQ, authentication, FRICTIONLESS } from './examples.js';
import { startRig } from './rig.js';
import { says } from './scripted-directory.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const identity = { referenceNumber: 'GUICHET-3DS-SERVER', operatorId: 'GUICHET' };
type Browser = AuthenticationRequest['browser'];

function message(change: Partial<AuthenticationRequest>): Readonly<Record<string, unknown>> {
  return authenticationMessage({ ...authentication, ...change }, identity);
}

function ofBrowser(change: Partial<Browser>): Readonly<Record<string, unknown>> {
  return message({ browser: { ...authentication.browser, ...change } });
}

const OF_SCRIPT = [
  'browserJavaEnabled',
  'browserColorDepth',
  'browserScreenHeight',
  'browserScreenWidth',
  'browserTZ',
] as const;

test('a browser without JavaScript says so in 2.2 and has nothing else to say', () => {
  const without = Object.fromEntries(Object.entries(AREQ).filter(([name]) => !OF_SCRIPT.some(each => each === name)));
  expect(ofBrowser({ script: null })).toEqual({ ...without, browserJavascriptEnabled: false });
});

test('2.1 has no word for JavaScript', () => {
  const { browserJavascriptEnabled: _, ...rest } = AREQ;
  expect(message({ version: '2.1.0' })).toEqual({ ...rest, messageVersion: '2.1.0' });
});

test('what is not known is left out', () => {
  const areq = message({
    cardholderName: null,
    email: null,
    browser: { ...authentication.browser, address: null },
  });
  for (const name of ['cardholderName', 'email', 'browserIP']) expect(areq).not.toHaveProperty(name);
});

test.each([
  ['DONE', 'Y'],
  ['NOT_DONE', 'N'],
  ['NONE', 'U'],
] as const)('a method that is %s is told as %s', (method, letter) => {
  expect(message({ method })).toMatchObject({ threeDSCompInd: letter });
});

test.each([
  ['NO_PREFERENCE', '01'],
  ['MANDATED', '04'],
] as const)('the wish %s is told as %s', (challenge, digits) => {
  expect(message({ challenge })).toMatchObject({ threeDSRequestorChallengeInd: digits });
});

test.each([
  ['EUR', 1n, '1', '978', '2'],
  ['JPY', 1050n, '1050', '392', '0'],
  ['KWD', 999_999_999_999n, '999999999999', '414', '3'],
])('%s %s is told as %s of %s with exponent %s', (currency, amount, purchaseAmount, purchaseCurrency, exponent) => {
  expect(message({ amount: { amount, currency } })).toMatchObject({
    purchaseAmount,
    purchaseCurrency,
    purchaseExponent: exponent,
  });
});

test.each([
  ['fr', 'fr'],
  ['en-GB', 'en-GB'],
  ['zh-Hant-TW', 'zh'],
  ['', 'en'],
  ['*', 'en'],
  ['fr;q=0.5', 'en'],
  ['x'.repeat(100), 'en'],
])('the language %j is told as %s', (language, browserLanguage) => {
  expect(ofBrowser({ language })).toMatchObject({ browserLanguage });
});

test.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['fe80::1%eth0', undefined],
  ['unknown', undefined],
  ['192.0.2.7, 198.51.100.1', undefined],
])('the address %s is told as %s', (address, browserIP) => {
  expect(ofBrowser({ address }).browserIP).toBe(browserIP);
});

test.each([
  [1, '1'],
  [24, '24'],
  [30, '24'],
  [32, '32'],
  [64, '48'],
  [0, '24'],
  [Number.NaN, '24'],
])('%d bits of colour are told as %s', (colorDepth, told) => {
  const { script } = authentication.browser;
  expect(ofBrowser({ script: script && { ...script, colorDepth } })).toMatchObject({ browserColorDepth: told });
});

test('names are cut to their length without halving a character, and a card holder’s loses its accents', () => {
  const areq = message({
    cardholderName: `  Bjørn “Łódź” Þ\u0000 ${'x'.repeat(60)}`,
    shop: { ...authentication.shop, name: `\u0007 ${'💳'.repeat(50)} ` },
  });
  expect(areq.cardholderName).toMatch(/^Bjorn {2}Lodz {5}x+$/);
  expect(areq.cardholderName).toHaveLength(45);
  expect(areq.merchantName).toBe('💳'.repeat(40));
});

test('half a character in a name is replaced, and stops no payment', () => {
  const shop = { ...authentication.shop, name: 'Caf\ud83d' };
  expect(message({ shop, cardholderName: 'Zo\ud83d' })).toMatchObject({
    merchantName: 'Caf\ufffd',
    cardholderName: 'Zo',
  });
});

test.each(['', 'nobody', 'two@at@signs', 'with space@shopper.example', `${'x'.repeat(250)}@shopper.example`])(
  'the address %j is left out',
  email => {
    expect(message({ email })).not.toHaveProperty('email');
  },
);

test('whatever a stranger’s browser and a shopper’s keyboard send, the message can be sent and every field has its form', () => {
  const number = fc.oneof(fc.integer(), fc.double(), fc.constant(-0));
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 5000 }));
  const script = fc.record({
    javaEnabled: fc.boolean(),
    colorDepth: number,
    screenHeight: number,
    screenWidth: number,
    timeZoneOffset_minutes: number,
  });
  const browser = fc.record({
    acceptHeader: text,
    userAgent: text,
    language: text,
    address: fc.option(fc.oneof(text, fc.ipV4(), fc.ipV6())),
    script: fc.option(script),
  });
  fc.assert(
    fc.property(browser, fc.option(text), fc.option(text), (browser, cardholderName, email) => {
      for (const [name, value] of Object.entries(message({ browser, cardholderName, email })))
        expect(String(value)).toMatch(FIELDS[name as keyof typeof FIELDS].shape);
    }),
    runs(300),
  );
});

test('a new transaction id is a UUID of its own', async () => {
  const { authenticator } = await startRig(stops, says(FRICTIONLESS));
  const ids = Array.from({ length: 100 }, () => authenticator.newTransactionId());
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(ids).size).toBe(100);
});

test.each([
  ['FR', '250'],
  ['DE', '276'],
  ['GB', '826'],
  ['US', '840'],
  ['BR', '076'],
  ['JP', '392'],
  ['RE', '638'],
  ['XX', undefined],
  ['fr', undefined],
  ['', undefined],
])('the number of %s is %s', (letters, number) => {
  expect(countryNumber(letters)).toBe(number);
});

test('no two countries share a number', () => {
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const pairs = alphabet.flatMap(first => alphabet.map(second => first + second));
  const numbers = pairs.map(countryNumber).filter(number => number !== undefined);
  expect(numbers).toHaveLength(249);
  expect(new Set(numbers).size).toBe(249);
  for (const number of numbers) expect(number).toMatch(/^\d{3}$/);
});
