import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { answerResult, readResult } from '../../../server/adapters/threeds/result.js';
import type { Brand } from '../../../server/core/card.js';
import type { ResultReading } from '../../../server/core/threeds-port.js';
import { runs } from '../acquirer/generated.js';
import { ACS_ID, CARD_NUMBER, CAVV, DIRECTORY_ID, expected, RREQ, SERVER_ID } from './examples.js';

const OTHER_ID = '00000000-0000-4000-8000-000000000000';
const { authenticationValue: _cavv, eci: _eci, ...WITHOUT_PROOF } = RREQ;
const CANCELLED = { ...WITHOUT_PROOF, transStatus: 'N', transStatusReason: '01', challengeCancel: '01' };

function read(message: unknown, brands: readonly Brand[] = ['CB', 'VISA']): ResultReading {
  return readResult(JSON.stringify(message), { ...expected, brands });
}

function answerTo(reading: ResultReading, written: 'WRITTEN' | 'FAILED' = 'WRITTEN'): unknown {
  return JSON.parse(answerResult(reading, written));
}

test('a Y with its proof is the fact, and is received', () => {
  const result = read(RREQ);
  expect(result).toEqual({
    kind: 'result',
    transStatus: 'Y',
    reason: null,
    eci: '05',
    cavv: expect.anything(),
    cancel: null,
    transactionId: SERVER_ID,
    directoryTransactionId: DIRECTORY_ID,
    acsTransactionId: ACS_ID,
    version: '2.2.0',
    message: {
      messageType: 'RReq',
      messageVersion: '2.2.0',
      messageCategory: '01',
      threeDSServerTransID: SERVER_ID,
      dsTransID: DIRECTORY_ID,
      acsTransID: ACS_ID,
      transStatus: 'Y',
      eci: '05',
      interactionCounter: '01',
      authenticationType: '02',
    },
  });
  expect(result.kind === 'result' && result.cavv?.reveal()).toBe(CAVV);
  expect(answerTo(result)).toEqual({
    messageType: 'RRes',
    messageVersion: '2.2.0',
    threeDSServerTransID: SERVER_ID,
    dsTransID: DIRECTORY_ID,
    acsTransID: ACS_ID,
    resultsStatus: '01',
  });
});

test('a shopper who cancelled is told apart from one who failed', () => {
  expect(read(CANCELLED)).toMatchObject({ kind: 'result', transStatus: 'N', reason: '01', cancel: '01', cavv: null });
  const { challengeCancel: _, ...failed } = CANCELLED;
  expect(read(failed)).toMatchObject({ kind: 'result', transStatus: 'N', reason: '01', cancel: null });
});

test.each(['N', 'U', 'R'])('%s carries no proof, whatever comes with it', transStatus => {
  expect(read({ ...RREQ, transStatus, transStatusReason: '01' })).toMatchObject({
    kind: 'result',
    transStatus,
    eci: null,
    cavv: null,
  });
});

test('U needs no reason', () => {
  expect(read({ ...WITHOUT_PROOF, transStatus: 'U' })).toMatchObject({ kind: 'result', reason: null });
});

describe('the ECI is the one that the directory’s brand gives', () => {
  test.each<readonly [readonly Brand[], string, string]>([
    [['CB', 'VISA'], '05', '06'],
    [['CB', 'MASTERCARD'], '02', '01'],
    [['AMEX'], '05', '06'],
    [['MAESTRO'], '02', '01'],
  ])('%j: Y with %s, A with %s, and no other', (brands, full, attempted) => {
    for (const eci of ['00', '01', '02', '05', '06', '07'])
      for (const [transStatus, right] of [
        ['Y', full],
        ['A', attempted],
      ]) {
        const reading = read({ ...RREQ, transStatus, eci }, brands);
        expect([eci, transStatus, reading.kind]).toEqual([eci, transStatus, eci === right ? 'result' : 'rejected']);
        if (eci !== right) expect(reading).toMatchObject({ errorCode: '203', fields: ['eci'] });
      }
  });
});

describe('what is rejected is told why, with the names of fields and never with what they held', () => {
  const required = [
    'messageVersion',
    'messageCategory',
    'threeDSServerTransID',
    'dsTransID',
    'acsTransID',
    'transStatus',
  ];

  test.each<readonly [string, object, string, string[]]>([
    ['another message', { messageType: 'AReq' }, '101', ['messageType']],
    ['no message type', { messageType: undefined }, '101', ['messageType']],
    ['another version', { messageVersion: '2.1.0' }, '102', ['messageVersion']],
    ['a version of the future', { messageVersion: '2.3.1' }, '102', ['messageVersion']],
    ...required.map(name => [`no ${name}`, { [name]: undefined }, '201', [name]] as [string, object, string, string[]]),
    ...required.map(name => [`an empty ${name}`, { [name]: '' }, '203', [name]] as [string, object, string, string[]]),
    ...required.map(
      name => [`a ${name} of null`, { [name]: null }, '203', [name]] as [string, object, string, string[]],
    ),
    ['two fields missing', { dsTransID: undefined, acsTransID: undefined }, '201', ['dsTransID', 'acsTransID']],
    ['another transaction', { threeDSServerTransID: OTHER_ID }, '301', ['threeDSServerTransID']],
    ['another id of the directory', { dsTransID: OTHER_ID }, '301', ['dsTransID']],
    ['another id of the issuer', { acsTransID: OTHER_ID }, '301', ['acsTransID']],
    ['two ids exchanged', { dsTransID: ACS_ID, acsTransID: DIRECTORY_ID }, '301', ['dsTransID', 'acsTransID']],
    ['another category', { messageCategory: '02' }, '203', ['messageCategory']],
    ['a C', { transStatus: 'C' }, '203', ['transStatus']],
    ['a D', { transStatus: 'D' }, '203', ['transStatus']],
    ['an I', { transStatus: 'I' }, '203', ['transStatus']],
    ['a letter nobody knows', { transStatus: 'Z' }, '203', ['transStatus']],
    ['a Y without a CAVV', { authenticationValue: undefined }, '201', ['authenticationValue']],
    ['a Y without an ECI', { eci: undefined }, '201', ['eci']],
    [
      'an A without a CAVV',
      { transStatus: 'A', eci: '06', authenticationValue: undefined },
      '201',
      ['authenticationValue'],
    ],
    ['a CAVV that is too short', { authenticationValue: CAVV.slice(4) }, '203', ['authenticationValue']],
    ['a CAVV that is a list', { authenticationValue: [CAVV] }, '203', ['authenticationValue']],
    ['an N without a reason', { transStatus: 'N' }, '201', ['transStatusReason']],
    ['a reason that is none', { transStatus: 'N', transStatusReason: 'x' }, '203', ['transStatusReason']],
    ['a cancel that is none', { challengeCancel: 1 }, '203', ['challengeCancel']],
    ['an extension we must not ignore', { messageExtension: [{ criticalityIndicator: true }] }, '202', []],
    ['an extension that is no list', { messageExtension: {} }, '202', []],
  ])('%s', (_, change, errorCode, fields) => {
    const reading = read({ ...RREQ, ...change });
    expect(reading).toMatchObject({ kind: 'rejected', errorCode, fields });
    const erro = answerTo(reading) as Record<string, string>;
    expect(erro).toMatchObject({
      messageType: 'Erro',
      messageVersion: '2.2.0',
      errorCode,
      errorComponent: 'S',
      errorMessageType: 'RReq',
    });
    expect(erro.errorDetail).toContain(fields.join(', '));
    expect(Object.values(erro)).not.toContain('');
  });

  test('of the ids it repeats those that are right', () => {
    expect(answerTo(read({ ...RREQ, dsTransID: OTHER_ID }))).toEqual({
      messageType: 'Erro',
      messageVersion: '2.2.0',
      threeDSServerTransID: SERVER_ID,
      acsTransID: ACS_ID,
      errorCode: '301',
      errorComponent: 'S',
      errorDescription: 'Transaction id not known',
      errorDetail: 'dsTransID',
      errorMessageType: 'RReq',
    });
  });
});

test.each(['', 'x', 'null', '[]', '"RReq"', '7', '{', '['.repeat(60_000), `{"x":"${'x'.repeat(65_536)}"}`])(
  'a body that is no message is answered as such (%#)',
  body => {
    const reading = readResult(body, expected);
    expect(reading).toMatchObject({ kind: 'rejected', errorCode: '101', message: null });
    expect(answerTo(reading)).toEqual({
      messageType: 'Erro',
      messageVersion: '2.2.0',
      errorCode: '101',
      errorComponent: 'S',
      errorDescription: 'Not a message of this kind',
      errorDetail: 'Not a message of this kind',
      errorMessageType: 'RReq',
    });
  },
);

test('a result that could not be written down is not called received', () => {
  expect(answerTo(read(RREQ), 'FAILED')).toMatchObject({
    messageType: 'Erro',
    errorCode: '405',
    threeDSServerTransID: SERVER_ID,
    dsTransID: DIRECTORY_ID,
    acsTransID: ACS_ID,
  });
});

test('what has no business in an RReq is ignored, and not kept', () => {
  const reading = read({ ...RREQ, acctNumber: CARD_NUMBER, dsReferenceNumber: CARD_NUMBER, news: 1, __proto__: {} });
  expect(reading).toMatchObject({ kind: 'result' });
  expect(JSON.stringify(reading)).not.toContain(CARD_NUMBER);
});

test('what a message takes from every object’s prototype is not in it', () => {
  const { messageType, ...rest } = RREQ;
  const body = `{"__proto__":{"messageType":"${messageType}"},${JSON.stringify(rest).slice(1)}`;
  expect(readResult(body, expected)).toMatchObject({ kind: 'rejected', errorCode: '101' });
});

test('whatever comes is read or rejected, answered, and never believed to be a Y without its proof', () => {
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(RREQ), 'A', 'N', 'U', '06', '02'));
  const change = fc.dictionary(fc.constantFrom(...Object.keys(RREQ), 'messageExtension', 'transStatusReason'), value);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        change.map(each => JSON.stringify({ ...RREQ, ...each })),
      ),
      body => {
        const reading = readResult(body, expected);
        if (reading.kind === 'result')
          expect(reading.cavv !== null && ['Y05', 'A06'].includes(reading.transStatus + (reading.eci ?? ''))).toBe(
            ['Y', 'A'].includes(reading.transStatus),
          );
        expect(answerTo(reading)).toHaveProperty('messageType', reading.kind === 'result' ? 'RRes' : 'Erro');
      },
    ),
    runs(500),
  );
});
