import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardNumber } from '../../bank/grammar.js';
import { House, bookOf } from './house.js';
import { type Message, areq, ask, at } from './threeds.js';

const house = House.forEachTest();
const CARD = cardNumber('411111', '01', 7, '00');
const OPTIONAL = new Set(['browserIP', 'cardholderName', 'email']);
const WITH_JAVASCRIPT = [
  'browserJavaEnabled',
  'browserColorDepth',
  'browserScreenHeight',
  'browserScreenWidth',
  'browserTZ',
];

describe('a field that is missing is named with 201', () => {
  const required = Object.keys(areq(CARD)).filter(name => name !== 'messageType' && !OPTIONAL.has(name));
  test.each(required)('%s', async name => {
    const message = areq(CARD, { [name]: undefined });
    expect(await ask(await house().bank(), '/ds/areq', message)).toMatchObject({
      messageType: 'Erro',
      errorCode: '201',
      errorComponent: 'D',
      errorDescription: expect.any(String),
      errorDetail: name,
      errorMessageType: 'AReq',
    });
  });

  test('all of them at once, and only them', async () => {
    const message = areq(CARD, { mcc: undefined, acctNumber: undefined, purchaseAmount: 'much' });
    expect((await ask(await house().bank(), '/ds/areq', message))['errorDetail']).toBe('acctNumber,mcc');
  });

  test('but not what only a browser with JavaScript, or version 2.2, can tell', async () => {
    const bank = await house().bank();
    const without = Object.fromEntries(WITH_JAVASCRIPT.map(name => [name, undefined]));
    const plain = areq(CARD, { ...without, browserJavascriptEnabled: false, browserIP: undefined });
    expect(await ask(bank, '/ds/areq', plain)).toMatchObject({ messageType: 'ARes' });
    const older = areq(CARD, { ...without, browserJavascriptEnabled: undefined, messageVersion: '2.1.0' });
    expect(await ask(bank, '/ds/areq', older)).toMatchObject({ messageType: 'ARes', messageVersion: '2.1.0' });
  });
});

describe('a field that is not what it should be is named with 203', () => {
  test.each<readonly [string, unknown]>([
    ['messageCategory', '02'],
    ['deviceChannel', '01'],
    ['threeDSServerTransID', 'not-a-uuid'],
    ['threeDSServerRefNumber', 'x'.repeat(33)],
    ['threeDSServerOperatorID', ''],
    ['threeDSServerURL', 'file:///etc/passwd'],
    ['threeDSServerURL', 'http://name:word@127.0.0.1/'],
    ['threeDSCompInd', 'X'],
    ['threeDSRequestorID', ''],
    ['threeDSRequestorName', 'x'.repeat(41)],
    ['threeDSRequestorURL', 'shop.example'],
    ['threeDSRequestorAuthenticationInd', '1'],
    ['threeDSRequestorChallengeInd', '4'],
    ['acctNumber', '411111'],
    ['acctNumber', 4_111_110_100_007_003],
    ['cardExpiryDate', '3013'],
    ['acquirerBIN', '123456789012'],
    ['acquirerMerchantID', 'Boutique\n'],
    ['mcc', '541'],
    ['merchantCountryCode', 'FR'],
    ['merchantName', ''],
    ['purchaseAmount', '10.50'],
    ['purchaseAmount', '-1'],
    ['purchaseAmount', 1050],
    ['purchaseCurrency', 'EUR'],
    ['purchaseExponent', '0'],
    ['purchaseDate', '20270230101500'],
    ['purchaseDate', '2027-03-14'],
    ['notificationURL', 'javascript:alert(1)'],
    ['notificationURL', `https://shop.example/${'x'.repeat(256)}`],
    ['browserAcceptHeader', ''],
    ['browserIP', 'somewhere'],
    ['browserJavascriptEnabled', 'true'],
    ['browserLanguage', 'français'],
    ['browserUserAgent', 'x'.repeat(2049)],
    ['browserJavaEnabled', 'no'],
    ['browserColorDepth', '17'],
    ['browserScreenHeight', '-1'],
    ['browserScreenWidth', 1920],
    ['browserTZ', '+60'],
    ['cardholderName', 'x'],
    ['email', 'nobody'],
    ['email', null],
  ])('%s: %j', async (name, value) => {
    const bank = await house().bank();
    const answer = await ask(bank, '/ds/areq', areq(CARD, { [name]: value }));
    expect(answer).toMatchObject({ messageType: 'Erro', errorCode: '203', errorDetail: name });
    expect((await bookOf(bank)).authentications).toEqual([]);
  });

  test('all of them at once', async () => {
    const message = areq(CARD, { mcc: '1', browserTZ: 'x' });
    expect((await ask(await house().bank(), '/ds/areq', message))['errorDetail']).toBe('mcc,browserTZ');
  });
});

describe('what is no message of this door', () => {
  test.each<readonly [string, unknown, string, string]>([
    ['no JSON', '{', '101', 'not a JSON object of at most 64 kB'],
    ['nothing', '', '101', 'not a JSON object of at most 64 kB'],
    ['a list', [], '101', 'not a JSON object of at most 64 kB'],
    ['null', 'null', '101', 'not a JSON object of at most 64 kB'],
    [
      'more than 64 kB',
      JSON.stringify(areq(CARD, { more: 'x'.repeat(66_000) })),
      '101',
      'not a JSON object of at most 64 kB',
    ],
    ['another type', areq(CARD, { messageType: 'PReq' }), '101', 'messageType'],
    ['no type', areq(CARD, { messageType: undefined }), '101', 'messageType'],
    ['a version to come', areq(CARD, { messageVersion: '2.3.1' }), '102', '2.1.0,2.2.0'],
    ['fields that every object has', '{"__proto__":{"messageType":"AReq"}}', '101', 'messageType'],
  ])('%s', async (_what, message, errorCode, errorDetail) => {
    const bank = await house().bank();
    expect(await ask(bank, '/ds/areq', message)).toMatchObject({ messageType: 'Erro', errorCode, errorDetail });
    expect(await ask(bank, '/ds/areq', areq(CARD))).toMatchObject({ messageType: 'ARes' });
  });

  test('a form instead of JSON', async () => {
    const bank = await house().bank();
    const response = await fetch(at(bank, '/ds/areq'), { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
    expect(await response.json()).toMatchObject({ messageType: 'Erro', errorCode: '101' });
  });

  test('another method, another path', async () => {
    const bank = await house().bank();
    const wrong = await fetch(at(bank, '/ds/areq'));
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    for (const path of ['/', '/ds', '/ds/areq/', '/ds/areq?x=1', '/acs/challenge/', '/acs/challenge/../../ds', '/book'])
      expect((await fetch(at(bank, path), { method: 'POST' })).status).toBe(404);
  });

  test('a PReq with a false id or serial number', async () => {
    const bank = await house().bank();
    const preq = { messageType: 'PReq', messageVersion: '2.2.0' };
    expect(await ask(bank, '/ds/preq', preq)).toMatchObject({ errorCode: '201', errorMessageType: 'PReq' });
    const message: Message = { ...preq, threeDSServerTransID: 'x', serialNum: '' };
    expect(await ask(bank, '/ds/preq', message)).toMatchObject({
      errorCode: '203',
      errorDetail: 'threeDSServerTransID,serialNum',
    });
  });
});

test('a transaction that was answered cannot be asked again with another amount', async () => {
  const bank = await house().bank();
  const message = areq(CARD);
  await ask(bank, '/ds/areq', message);
  expect(await ask(bank, '/ds/areq', { ...message, purchaseAmount: '1' })).toMatchObject({
    messageType: 'Erro',
    errorCode: '305',
    errorDetail: 'threeDSServerTransID',
  });
  expect((await bookOf(bank)).authentications).toMatchObject([{ amount: 1050 }]);
});

test('a card number is in the book under no name, however false the message was', async () => {
  const bookFile = join(await house().folder(), 'book.jsonl');
  const bank = await house().bank({ bookFile });
  await ask(bank, '/ds/areq', areq(CARD, { acquirerMerchantID: CARD, purchaseAmount: CARD, transStatus: CARD }));
  await ask(bank, '/ds/areq', areq(CARD, { mcc: undefined }));
  const text = await readFile(bookFile, 'utf8');
  expect(text).toContain('"type":"AReq"');
  expect(text).toContain('411111******');
  expect(text).not.toContain(CARD);
});
