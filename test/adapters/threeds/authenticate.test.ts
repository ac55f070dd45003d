import { afterEach, describe, expect, test } from '@jest/globals';
import type { Brand } from '../../../server/core/card.js';
import { Secret } from '../../../server/core/secret.js';
import type { AuthenticationAnswer } from '../../../server/core/threeds-port.js';
import {
  ACS_ID,
  AREQ,
  authentication,
  CAVV,
  CHALLENGED,
  DENIED,
  DIRECTORY_ID,
  FRICTIONLESS,
  SERVER_ID,
} from './examples.js';
import { startRig } from './rig.js';
import { says } from './scripted-directory.js';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function answered(answer: object, brands: readonly Brand[] = ['CB', 'VISA']): Promise<AuthenticationAnswer> {
  const { authenticator } = await startRig(stops, says(answer));
  return authenticator.authenticate({ ...authentication, brands });
}

function without(message: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name)));
}

test('an AReq says what EMV wants of it, once, on the address of the directory', async () => {
  const { authenticator, directory } = await startRig(stops, says(FRICTIONLESS));
  await authenticator.authenticate(authentication);
  expect(directory.heard.map(({ message }) => message)).toEqual([AREQ]);
  expect(directory.heard[0]).toMatchObject({
    path: '/ds/areq',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
});

test('a Y with its proof is the issuer’s word', async () => {
  const answer = await answered(FRICTIONLESS);
  expect(answer).toMatchObject({
    kind: 'answered',
    transStatus: 'Y',
    reason: null,
    eci: '05',
    directoryTransactionId: DIRECTORY_ID,
    acsTransactionId: ACS_ID,
    challenge: null,
    version: '2.2.0',
  });
  expect(answer.kind === 'answered' && answer.cavv?.reveal()).toBe(CAVV);
});

test('a C says where the challenge is, and carries no proof', async () => {
  expect(await answered({ ...CHALLENGED, eci: '05', authenticationValue: CAVV })).toMatchObject({
    kind: 'answered',
    transStatus: 'C',
    eci: null,
    cavv: null,
    challenge: { acsUrl: 'http://localhost:5002/acs/challenge/abc' },
  });
});

test.each(['N', 'U', 'R', 'I', 'D'])('%s is an answer without proof, whatever comes with it', async transStatus => {
  const answer = await answered({ ...DENIED, transStatus, eci: '05', authenticationValue: CAVV });
  expect(answer).toMatchObject({ kind: 'answered', transStatus, reason: '01', eci: null, cavv: null, challenge: null });
});

test.each([
  ['no reason', { transStatusReason: undefined }],
  ['a reason that is none', { transStatusReason: 'x' }],
  ['a number for a text', { acsOperatorID: 7 }],
  ['an ECI that is none', { eci: '5' }],
  ['an extension we must not ignore', { messageExtension: [{ id: 'x' }] }],
])('a no with %s is believed: else the shop might go on as if nobody had spoken', async (_, change) => {
  expect(await answered({ ...DENIED, ...change })).toMatchObject({ kind: 'answered', transStatus: 'N' });
});

describe('the ECI is the one that the directory’s brand gives', () => {
  test.each<readonly [readonly Brand[], string, string]>([
    [['VISA'], '05', '06'],
    [['CB'], '05', '06'],
    [['AMEX'], '05', '06'],
    [['CB', 'VISA'], '05', '06'],
    [['MASTERCARD'], '02', '01'],
    [['MAESTRO'], '02', '01'],
    [['CB', 'MASTERCARD'], '02', '01'],
    [['CB', 'MAESTRO'], '02', '01'],
  ])('%j: Y with %s, A with %s, and no other', async (brands, full, attempted) => {
    for (const eci of ['00', '01', '02', '05', '06', '07']) {
      const letters = await Promise.all(
        ['Y', 'A'].map(transStatus => answered({ ...FRICTIONLESS, transStatus, eci }, brands)),
      );
      expect(letters.map(({ kind }) => kind)).toEqual(
        [full, attempted].map(right => (eci === right ? 'answered' : 'unavailable')),
      );
    }
  });

  test('a card without a brand proves nothing', async () => {
    expect(await answered(FRICTIONLESS, [])).toMatchObject({ kind: 'unavailable', cause: 'UNREADABLE' });
  });
});

describe('an answer that is not ours or not whole is nobody’s word', () => {
  test.each<readonly [string, object]>([
    ['another transaction', { threeDSServerTransID: '8a880dc0-d2d2-4067-bcb1-b08d1690b26f' }],
    ['another version', { messageVersion: '2.1.0' }],
    ['a version of the future', { messageVersion: '2.3.1' }],
    ['another message', { messageType: 'PRes' }],
    ['our own question', { messageType: 'AReq' }],
  ])('%s', async (_, change) => {
    expect(await answered({ ...FRICTIONLESS, ...change })).toMatchObject({ kind: 'unavailable', cause: 'MISMATCH' });
  });

  test.each<readonly [string, object, string[]]>([
    ...['messageType', 'messageVersion', 'dsTransID', 'acsTransID', 'transStatus'].flatMap(
      name =>
        [
          [`no ${name}`, FRICTIONLESS, [name]],
          [`an empty ${name}`, { ...FRICTIONLESS, [name]: '' }, []],
          [`a ${name} that is a list`, { ...FRICTIONLESS, [name]: [FRICTIONLESS] }, []],
        ] as const satisfies readonly (readonly [string, object, string[]])[],
    ),
    ['a transaction id that is no UUID', { ...FRICTIONLESS, threeDSServerTransID: `${SERVER_ID}0` }, []],
    ['a letter nobody knows', { ...FRICTIONLESS, transStatus: 'Z' }, []],
    ['a small letter', { ...FRICTIONLESS, transStatus: 'y' }, []],
    ['a Y without a CAVV', FRICTIONLESS, ['authenticationValue']],
    ['a Y without an ECI', FRICTIONLESS, ['eci']],
    ['a CAVV of 27 characters', { ...FRICTIONLESS, authenticationValue: CAVV.slice(1) }, []],
    ['a CAVV of 29 characters', { ...FRICTIONLESS, authenticationValue: `A${CAVV}` }, []],
    ['a CAVV without padding', { ...FRICTIONLESS, authenticationValue: `${CAVV.slice(0, -1)}A` }, []],
    ['a CAVV in base64url', { ...FRICTIONLESS, authenticationValue: CAVV.replace('Q', '-') }, []],
    ['a CAVV with a bit too many', { ...FRICTIONLESS, authenticationValue: CAVV.replace('I=', 'J=') }, []],
    ['an A without a CAVV', { ...FRICTIONLESS, transStatus: 'A', eci: '06' }, ['authenticationValue']],
    ['a Y with an extension we must not ignore', { ...FRICTIONLESS, messageExtension: [{ id: 'x' }] }, []],
    ['a C without an address', CHALLENGED, ['acsURL']],
  ])('%s', async (_, message, missing) => {
    const answer = await answered(without(message, ...missing));
    expect(answer).toMatchObject({ kind: 'unavailable', cause: 'UNREADABLE', errorCode: null });
  });

  test.each([
    ['of another kind', 'javascript:alert(1)'],
    ['of an old kind', 'ftp://acs.example/'],
    ['that is none', '/acs/challenge'],
    ['with a password', 'https://user:password@acs.example/'],
    ['that opens a policy', "https://acs.example;script-src 'unsafe-inline'/"],
    ['that ends a directive', 'https://acs.example;sandbox/'],
    ['that quotes', "https://acs'.example/"],
    ['with a new line', 'https://acs.example/\n'],
    ['without end', `https://acs.example/${'a'.repeat(2048)}`],
  ])('a challenge at an address %s', async (_, acsURL) => {
    expect(await answered({ ...CHALLENGED, acsURL })).toMatchObject({ kind: 'unavailable', cause: 'UNREADABLE' });
  });
});

test.each([
  ['https://acs.example/challenge?a=b', 'https://acs.example/challenge?a=b'],
  ['https://ACS.example:8443', 'https://acs.example:8443/'],
  ['http://[::1]:5002/acs', 'http://[::1]:5002/acs'],
])('a challenge may be at %s', async (acsURL, acsUrl) => {
  expect(await answered({ ...CHALLENGED, acsURL })).toMatchObject({ kind: 'answered', challenge: { acsUrl } });
});

test('an extension that may be ignored is', async () => {
  const messageExtension = [{ id: 'x', name: 'x', criticalityIndicator: false, data: {} }];
  expect(await answered({ ...FRICTIONLESS, messageExtension })).toMatchObject({ kind: 'answered' });
});

test('fields that nobody here knows are ignored', async () => {
  const answer = await answered({ ...FRICTIONLESS, broadInfo: 'news', constructor: 1, toString: 2 });
  expect(answer).toMatchObject({ kind: 'answered' });
});

describe('Erro', () => {
  const erro = { messageType: 'Erro', messageVersion: '2.2.0', errorCode: '305', errorComponent: 'D' };

  test('gives its code', async () => {
    expect(await answered(erro)).toMatchObject({ kind: 'unavailable', cause: 'ERROR', errorCode: '305' });
  });

  test('may know no transaction', async () => {
    const answer = await answered({ ...erro, threeDSServerTransID: undefined });
    expect(answer).toMatchObject({ kind: 'unavailable', cause: 'ERROR', errorCode: '305' });
  });

  test('may have no code that can be read', async () => {
    expect(await answered({ ...erro, errorCode: 305 })).toMatchObject({ cause: 'ERROR', errorCode: null });
  });

  test('of another transaction says nothing of ours', async () => {
    const foreign = { ...erro, threeDSServerTransID: DIRECTORY_ID };
    expect(await answered(foreign)).toMatchObject({ cause: 'MISMATCH', errorCode: null });
  });
});

test('what cannot be said to a directory is refused before anything is sent, without its value', async () => {
  const { authenticator, directory } = await startRig(stops, says(FRICTIONLESS));
  const wrong = { ...authentication, cardNumber: new Secret('497010020000000X') };
  const error: unknown = await authenticator.authenticate(wrong).catch((error: unknown) => error);
  expect(error).toMatchObject({ name: 'MessageError', field: 'acctNumber' });
  expect(String(error)).not.toContain('497010');
  const nowhere = { ...authentication, shop: { ...authentication.shop, country: 'XX' } };
  await expect(authenticator.authenticate(nowhere)).rejects.toMatchObject({ field: 'merchantCountryCode' });
  expect(directory.heard).toEqual([]);
});
