/**
 * Nothing that is shown or logged may carry what must stay secret, whatever the directory does with it.
 */
import { afterEach, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { mask } from '../../../server/adapters/threeds/mask.js';
import { readResult } from '../../../server/adapters/threeds/result.js';
import type { AuthenticationAnswer } from '../../../server/core/threeds-port.js';
import {
  ACS_ID,
  authentication,
  CARD_NUMBER,
  CAVV,
  CHALLENGED,
  DENIED,
  DIRECTORY_ID,
  expected,
  EXPIRY,
  FRICTIONLESS,
  RREQ,
  SERVER_ID,
  TOKEN,
} from './examples.js';
import { startRig } from './rig.js';
import { says, sends, type Script } from './scripted-directory.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const PERSONAL = ['zoe@shopper.example', 'Angstrom', '192.0.2.7', 'Mozilla'];
const MARKERS = [CARD_NUMBER, EXPIRY, CAVV, TOKEN, ...PERSONAL];

function expectNoMarker(shown: unknown, markers: readonly string[] = MARKERS): void {
  const text = inspect(shown, { depth: null, maxStringLength: null, maxArrayLength: null });
  for (const marker of markers) expect(text).not.toContain(marker);
}

async function asked(script: Script): Promise<{ readonly answer: AuthenticationAnswer; readonly log: string[] }> {
  const { authenticator, log } = await startRig(stops, script);
  return { answer: await authenticator.authenticate(authentication), log: log.lines };
}

test('what is kept of a message is cut by the rule of each field', async () => {
  const { answer } = await asked(says(FRICTIONLESS));
  expect(answer.request).toEqual({
    messageType: 'AReq',
    messageVersion: '2.2.0',
    messageCategory: '01',
    deviceChannel: '02',
    threeDSServerTransID: SERVER_ID,
    threeDSServerRefNumber: 'GUICHET-3DS-SERVER',
    threeDSServerOperatorID: 'GUICHET',
    threeDSServerURL: 'http://127.0.0.1:3001',
    threeDSCompInd: 'U',
    threeDSRequestorAuthenticationInd: '01',
    threeDSRequestorChallengeInd: '01',
    notificationURL: 'http://127.0.0.1:3000',
    threeDSRequestorID: 'DEMO-SHOP-01',
    threeDSRequestorName: 'Café Électron',
    threeDSRequestorURL: 'https://cafe.example',
    acquirerBIN: '12345',
    acquirerMerchantID: 'DEMO-SHOP-01',
    mcc: '5732',
    merchantCountryCode: '250',
    merchantName: 'Café Électron',
    purchaseAmount: '1050',
    purchaseCurrency: '978',
    purchaseExponent: '2',
    purchaseDate: '20260714223015',
    browserLanguage: 'fr-FR',
    browserJavascriptEnabled: 'true',
  });
  expect(answer.answer).toEqual({
    messageType: 'ARes',
    messageVersion: '2.2.0',
    threeDSServerTransID: SERVER_ID,
    dsTransID: DIRECTORY_ID,
    acsTransID: ACS_ID,
    dsReferenceNumber: 'DS-REFERENCE',
    acsReferenceNumber: 'ACS-REFERENCE',
    acsOperatorID: 'ACS-OPERATOR',
    transStatus: 'Y',
    eci: '05',
  });
});

test('no outcome of any request shows a secret', async () => {
  const scripts = [
    says(FRICTIONLESS),
    says(CHALLENGED),
    says(DENIED),
    says({ ...FRICTIONLESS, messageVersion: '2.1.0' }),
    says({ messageType: 'Erro', errorCode: '101' }),
    says('', {}, 500),
    sends(''),
  ];
  for (const script of scripts) expectNoMarker(await asked(script));
});

/** Every text field of an answer, and some that no answer has, filled with what must not be told. */
function parrot(secret: string): object {
  const names =
    'dsReferenceNumber acsReferenceNumber acsOperatorID acsURL transStatusReason eci errorDescription errorDetail ' +
    'errorComponent serialNum messageCategory purchaseAmount acquirerMerchantID merchantName threeDSServerURL ' +
    'startRange endRange cardExpiryDate email cardholderName browserIP browserUserAgent nobodyKnowsThis';
  return Object.fromEntries(names.split(' ').map(name => [name, secret]));
}

test.each([CARD_NUMBER, TOKEN])('a directory that gives %s back in every field gets it into no book', async secret => {
  for (const answer of [FRICTIONLESS, CHALLENGED, DENIED, { messageType: 'Erro' }])
    expectNoMarker(await asked(says({ ...answer, ...parrot(secret) })), [secret]);
  expectNoMarker(await asked(says(parrot(`see ${secret}.`))), [secret]);
});

test('nor its own CAVV', async () => {
  for (const answer of [FRICTIONLESS, { ...FRICTIONLESS, messageType: 'Erro' }])
    expectNoMarker(await asked(says({ ...answer, ...parrot(CAVV), threeDSServerURL: undefined })), [CAVV]);
});

test('a “secret” of a character or two hides nothing', async () => {
  const { answer } = await asked(says({ ...FRICTIONLESS, authenticationValue: '0' }));
  expect(answer.answer).toMatchObject({ eci: '05', dsReferenceNumber: 'DS-REFERENCE', dsTransID: DIRECTORY_ID });
});

test('nor does an RReq', () => {
  for (const secret of [CARD_NUMBER, CAVV]) {
    const result = readResult(JSON.stringify({ ...parrot(secret), transStatusReason: '01', ...RREQ }), expected);
    expect(result).toMatchObject({ kind: 'result' });
    expectNoMarker(result, [secret]);
    const rejected = readResult(JSON.stringify({ ...RREQ, ...parrot(secret) }), expected);
    expect(rejected).toMatchObject({ kind: 'rejected' });
    expectNoMarker(rejected, [secret]);
  }
});

test('in prose nothing is shown that may be the number of a card', () => {
  const grouped = `${CARD_NUMBER.slice(0, 4)} ${CARD_NUMBER.slice(4, 8)}-${CARD_NUMBER.slice(8, 12)} ${CARD_NUMBER.slice(12)}`;
  for (const text of [CARD_NUMBER, `no such card: ${grouped}`])
    expect(mask({ errorDetail: text, merchantName: text.slice(0, 40), acsOperatorID: text.slice(-19) })).toEqual({
      errorDetail: '[hidden]',
      merchantName: '[hidden]',
      acsOperatorID: '[hidden]',
    });
  expect(mask({ errorDetail: 'acctNumber, 11 digits' })).toEqual({ errorDetail: 'acctNumber, 11 digits' });
});

test('what does not fit its field is not shown, and what is long is cut', () => {
  expect(
    mask({
      transStatus: '<script>',
      eci: 5,
      dsTransID: { toString: 'x' },
      acsURL: 'javascript:alert(1)//',
      errorDetail: 'x'.repeat(2000),
      news: 'x',
    }),
  ).toEqual({
    transStatus: '[invalid]',
    eci: '[invalid]',
    dsTransID: '[invalid]',
    acsURL: '[invalid]',
    errorDetail: 'x'.repeat(256),
  });
});
