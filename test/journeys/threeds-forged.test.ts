/**
 * The door that results of challenges come to, as somebody sees it who would like to be believed. Nothing he brings moves anything:
 * every row of the shop is afterwards what it was, and the shopper is authenticated and pays all the same.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectAllInOrder } from '../support/after-story.js';
import { startHouse, type House } from '../support/house.js';
import { addressOf, bring, knock, knownOf, rreqOf, type Known, type Rreq } from '../support/results.js';
import { rowsOf } from '../support/rows.js';
import { openSession, type OpenedSession } from '../support/shopping.js';
import { answerIssuer, completeChallenge, enrolledCard, lookAt, seePayment, submit } from '../support/threeds.js';
import { untilSettled } from './threeds-walk.js';

let house: House;
let session: OpenedSession;
let another: OpenedSession;
let known: Known;
let others: Known;

beforeAll(async () => {
  house = await startHouse({ threeds: true });
  [session, another] = [await openSession(house), await openSession(house)];
  await submit(house, session, enrolledCard('02', '00', { serial: '00001' }));
  await submit(house, another, enrolledCard('02', '00', { serial: '00002' }));
  [known, others] = [await knownOf(house, session), await knownOf(house, another)];
}, 90_000);
afterAll(() => house?.close());

async function movesNothing(knocks: () => Promise<string>): Promise<string> {
  const before = await rowsOf(house, house.shop.shopId);
  const answer = await knocks();
  expect(await rowsOf(house, house.shop.shopId)).toBe(before);
  expect((await lookAt(house, session)).step).toBe('CHALLENGE');
  return answer;
}

describe('at no address or another one', () => {
  test.each([
    ['a made-up token', () => addressOf({ token: 'A'.repeat(43) })],
    ['a token without its end', () => addressOf(known).slice(0, -1)],
    ['a token with something behind it', () => `${addressOf(known)}x`],
    ['a token with a question behind it', () => `${addressOf(known)}?a=b`],
    ['the hash of a token', () => addressOf({ token: known.row.result_token_hash })],
    ['the id of the authentication', () => `/3ds/rreq/${known.row.id}`],
    ['a transaction id of the directory', () => `/3ds/rreq/${known.row.directory_transaction_id}`],
    ['another path', () => '/3ds/rreq/'],
    ['the root', () => '/'],
  ])('%s is not found', async (_, path) => {
    expect(await movesNothing(() => knock(house, path(), rreqOf(known, 'Y')))).toBe('404');
  });

  test('the public door has no such address', async () => {
    const ask = () =>
      fetch(`${house.publicUrl}${addressOf(known)}`, { method: 'POST', body: JSON.stringify(rreqOf(known, 'Y')) });
    expect(await movesNothing(async () => String((await ask()).status))).toBe('404');
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is no way to bring a result', async method => {
    expect(await movesNothing(() => knock(house, addressOf(known), rreqOf(known, 'Y'), { method }))).toBe('404');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'what a page of any site could have a browser send is no message: "%s"',
    async contentType => {
      const asks = () => knock(house, addressOf(known), rreqOf(known, 'Y'), { contentType });
      expect(await movesNothing(asks)).toBe('415');
    },
  );
});

describe('at the right address', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['half a message', '{"messageType":"RReq","transStatus":"Y"'],
    ['a list', []],
    ['a number', 1],
    ['null', null],
    ['a text', '"RReq"'],
    ['brackets without end', '['.repeat(30_000)],
    ['another message', { messageType: 'CRes', transStatus: 'Y' }],
  ])('%s is no message', async (_, body) => {
    expect(await movesNothing(() => knock(house, addressOf(known), body))).toBe('Erro 101');
  });

  test('more than 64 kB is not read', async () => {
    const body = JSON.stringify(rreqOf(known, 'Y', { padding: 'x'.repeat(70_000) }));
    expect(await movesNothing(() => knock(house, addressOf(known), body))).toBe('413');
  });

  const NOBODY = '00000000-0000-4000-8000-000000000000';
  test.each<[string, Rreq, string]>([
    ['another threeDSServerTransID', { threeDSServerTransID: NOBODY }, 'Erro 301'],
    ['another dsTransID', { dsTransID: NOBODY }, 'Erro 301'],
    ['another acsTransID', { acsTransID: NOBODY }, 'Erro 301'],
    ['no acsTransID', { acsTransID: undefined }, 'Erro 201'],
    ['an id that is a list', { acsTransID: [NOBODY] }, 'Erro 203'],
    ['another version', { messageVersion: '2.1.0' }, 'Erro 102'],
    ['a version that there is not', { messageVersion: '9.9.9' }, 'Erro 102'],
    ['no version', { messageVersion: undefined }, 'Erro 201'],
    ['another category', { messageCategory: '02' }, 'Erro 203'],
    ['no word', { transStatus: undefined }, 'Erro 201'],
    ['a challenge as the word', { transStatus: 'C' }, 'Erro 203'],
    ['an exemption as the word', { transStatus: 'I' }, 'Erro 203'],
    ['a small y', { transStatus: 'y' }, 'Erro 203'],
    ['a list of words', { transStatus: ['Y'] }, 'Erro 203'],
    ['a yes without a CAVV', { authenticationValue: undefined }, 'Erro 201'],
    ['a yes with an empty CAVV', { authenticationValue: '' }, 'Erro 203'],
    ['a yes with too long a CAVV', { authenticationValue: 'A'.repeat(40) }, 'Erro 203'],
    ['a yes without an ECI', { eci: undefined }, 'Erro 201'],
    ['a yes with the ECI of an attempt', { eci: '06' }, 'Erro 203'],
    ['a yes with another scheme’s ECI', { eci: '02' }, 'Erro 203'],
    ['an attempt with the ECI of a yes', { transStatus: 'A' }, 'Erro 203'],
    [
      'something critical that nobody understands',
      { messageExtension: [{ name: 'x', id: 'x', criticalityIndicator: true, data: {} }] },
      'Erro 202',
    ],
  ])('a yes with %s is not believed', async (_, changes, answer) => {
    expect(await movesNothing(() => bring(house, known, 'Y', changes))).toBe(answer);
  });

  test('what every object inherits says nothing', async () => {
    const { transStatus: _, ...rest } = rreqOf(known, 'Y');
    const body = JSON.stringify(rest).replace('{', '{"__proto__":{"transStatus":"Y"},');
    expect(await movesNothing(() => knock(house, addressOf(known), body))).toBe('Erro 201');
  });

  test('a result belongs to one transaction: with another one’s ids, or at another one’s address, it is none', async () => {
    expect(await movesNothing(() => knock(house, addressOf(known), rreqOf(others, 'Y')))).toBe('Erro 301');
    expect(await movesNothing(() => knock(house, addressOf(others), rreqOf(known, 'Y')))).toBe('Erro 301');
  });
});

test('an answer gives away no id that was not brought', async () => {
  const response = await fetch(`${house.environment.threedsUrl}${addressOf(known)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messageType: 'RReq' }),
  });
  const text = await response.text();
  const { server_transaction_id, directory_transaction_id, acs_transaction_id } = known.row;
  for (const id of [server_transaction_id, directory_transaction_id, acs_transaction_id, known.row.id])
    expect(text).not.toContain(id);
});

test('a CRes that the browser made up proves nothing, and neither does one that is nonsense', async () => {
  const { server_transaction_id: threeDSServerTransID, acs_transaction_id: acsTransID } = known.row;
  const yes = { messageType: 'CRes', messageVersion: '2.2.0', challengeCompletionInd: 'Y', transStatus: 'Y' };
  const forged = Buffer.from(JSON.stringify({ ...yes, threeDSServerTransID, acsTransID })).toString('base64url');
  for (const cres of [forged, 'nonsense', '', null])
    expect(await completeChallenge(house, session, cres)).toMatchObject({ step: 'CHALLENGE', status: 'PROCESSING' });
  const { status, authentication, messages } = await seePayment(house, session);
  expect({ status, outcome: authentication.outcome, messages }).toEqual({
    status: 'AUTHENTICATING',
    outcome: null,
    messages: [],
  });
});

test('after all of this each shopper answers the bank and has paid, with the proof', async () => {
  for (const one of [session, another]) {
    await answerIssuer(await lookAt(house, one), [{ code: '1234' }]);
    expect((await untilSettled(house, one)).step).toBe('TICKET');
    expect((await seePayment(house, one)).authentication).toMatchObject({
      outcome: 'AUTHENTICATED',
      liability: 'ISSUER',
    });
  }
  await expectAllInOrder(house);
});
