import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeJson, encodeJson } from '../../../server/adapters/threeds/base64url.js';
import {
  challengeRequest,
  methodData,
  readChallengeResponse,
  readMethodNotification,
} from '../../../server/adapters/threeds/browser-messages.js';
import { runs } from '../acquirer/generated.js';
import { ACS_ID, SERVER_ID } from './examples.js';

const CRES = {
  threeDSServerTransID: SERVER_ID,
  acsTransID: ACS_ID,
  messageType: 'CRes',
  messageVersion: '2.2.0',
  challengeCompletionInd: 'Y',
  transStatus: 'Y',
};

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

test('a CReq is what EMV wants in a form', () => {
  const creq = challengeRequest({
    transactionId: SERVER_ID,
    acsTransactionId: ACS_ID,
    version: '2.2.0',
    windowSize: '02',
  });
  // Written by hand: `{"threeDSServerTransID":"8a880dc0-…","acsTransID":"d7c1ee99-…","challengeWindowSize":"02",…}`.
  expect(creq).toBe(
    'eyJ0aHJlZURTU2VydmVyVHJhbnNJRCI6IjhhODgwZGMwLWQyZDItNDA2Ny1iY2IxLWIwOGQxNjkwYjI2ZSIsImFjc1RyYW5zSUQiOiJkN2MxZWU5OS05' +
      'NDc4LTQ0YTYtYjFmMi0zOTFlMjljNmIzNDAiLCJjaGFsbGVuZ2VXaW5kb3dTaXplIjoiMDIiLCJtZXNzYWdlVHlwZSI6IkNSZXEiLCJtZXNzYWdlVmVy' +
      'c2lvbiI6IjIuMi4wIn0',
  );
});

test('the method’s data are what EMV wants in a form', () => {
  const data = methodData({ transactionId: SERVER_ID, notificationUrl: 'http://127.0.0.1:3000/3ds/method/1' });
  expect(JSON.parse(Buffer.from(data, 'base64url').toString())).toEqual({
    threeDSServerTransID: SERVER_ID,
    threeDSMethodNotificationURL: 'http://127.0.0.1:3000/3ds/method/1',
  });
  expect(data).toMatch(/^[\w-]+$/);
});

test('what cannot be said through a browser is refused', () => {
  const challenge = { transactionId: 'x', acsTransactionId: ACS_ID, version: '2.2.0', windowSize: '02' } as const;
  expect(() => challengeRequest(challenge)).toThrow('The value of threeDSServerTransID cannot be sent.');
  const method = { transactionId: SERVER_ID, notificationUrl: 'x'.repeat(257) };
  expect(() => methodData(method)).toThrow('The value of threeDSMethodNotificationURL cannot be sent.');
});

test.each(['Y', 'N'])('a CRes says %s', transStatus => {
  expect(readChallengeResponse(encoded({ ...CRES, transStatus }))).toEqual({
    transactionId: SERVER_ID,
    acsTransactionId: ACS_ID,
    transStatus,
  });
});

describe('no CRes', () => {
  test.each<readonly [string, object]>([
    ...Object.keys(CRES).map(name => [`without ${name}`, { [name]: undefined }] as const),
    ...Object.keys(CRES).map(name => [`with a list for ${name}`, { [name]: [] }] as const),
    ['of another kind', { messageType: 'Erro' }],
    ['of a version we do not speak', { messageVersion: '1.0.2' }],
    ['that is not the last', { challengeCompletionInd: 'N' }],
    ['with a letter that ends nothing', { transStatus: 'C' }],
    ['with an id that is none', { acsTransID: 'x' }],
  ])('%s', (_, change) => {
    expect(readChallengeResponse(encoded({ ...CRES, ...change }))).toBeNull();
  });
});

test('the method’s page gives the transaction back', () => {
  expect(readMethodNotification(encoded({ threeDSServerTransID: SERVER_ID }))).toBe(SERVER_ID);
  expect(readMethodNotification(encoded({ threeDSServerTransID: SERVER_ID.slice(1) }))).toBeNull();
  expect(readMethodNotification(encoded({ acsTransID: ACS_ID }))).toBeNull();
  expect(readMethodNotification(encoded([SERVER_ID]))).toBeNull();
});

describe('base64url', () => {
  test.each([
    ['nothing', ''],
    ['padding', `${encoded({ a: 1 })}=`],
    ['the other alphabet', Buffer.from('{"a":"??>>~~"}').toString('base64')],
    ['a space', ` ${encoded({})}`],
    ['a line break', `${encoded({})}\n`],
    ['a character too many', `${encoded({ a: 'xx' })}A`],
    ['bits to spare', encoded({}).replace(/.$/, '1')],
    ['a text', encoded('text')],
    ['a list', encoded([])],
    ['null', encoded(null)],
    ['half an object', Buffer.from('{"a"').toString('base64url')],
    ['a mark of byte order', Buffer.from('\ufeff{}').toString('base64url')],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]).toString('base64url')],
    ['too much', encoded({ a: 'x'.repeat(6200) })],
    ['brackets without end', Buffer.from('['.repeat(6000)).toString('base64url')],
  ])('%s is refused', (_, text) => {
    expect(decodeJson(text)).toBeNull();
    expect(readChallengeResponse(text)).toBeNull();
    expect(readMethodNotification(text)).toBeNull();
  });

  test('what is written is read, as Node too reads it', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 });
    fc.assert(
      fc.property(object, value => {
        const text = encodeJson(value);
        const plain: unknown = JSON.parse(JSON.stringify(value));
        if (text.length <= 8192) expect(decodeJson(text)).toEqual(plain);
        expect(JSON.parse(Buffer.from(text, 'base64url').toString())).toEqual(plain);
      }),
      runs(300),
    );
  });

  test('two texts never say the same', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const good = encoded({ a: 'xx' });
    const variants = letters.map(letter => good.slice(0, -1) + letter).filter(each => decodeJson(each) !== null);
    expect(good.length % 4).not.toBe(0);
    expect(variants).toEqual([good]);
  });

  test('whatever a browser brings, nobody falls over it', () => {
    const text = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map(each => Buffer.from(each).toString('base64url')),
    );
    fc.assert(
      fc.property(text, each => {
        expect(readChallengeResponse(each)).toBeNull();
        expect(readMethodNotification(each)).toBeNull();
      }),
      runs(500),
    );
  });
});
