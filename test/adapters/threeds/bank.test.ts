/**
 * The real bank as directory and issuer: what each card of the grammar does, from the first question to the last word.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bank, startBank } from '../../../bank/bank.js';
import { cardNumber } from '../../../bank/grammar.js';
import type { Brand } from '../../../server/core/card.js';
import { Secret } from '../../../server/core/secret.js';
import type { AuthenticationAnswer, AuthenticationRequest } from '../../../server/core/threeds-port.js';
import { changeRanges, commonVersion, enrolledRange } from '../../../server/core/threeds-ranges.js';
import { authentication } from './examples.js';
import { ResultDoor } from './result-door.js';
import { rig, type Rig } from './rig.js';
import { showMethod, takeChallenge } from './shopper.js';

let folder: string;
let bank: Bank;
let open: Rig;
let door: ResultDoor;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'threeds-'));
  bank = await startBank({ bookFile: join(folder, 'book.jsonl'), seed: 'threeds' });
  open = rig(stops, `http://127.0.0.1:${bank.threedsPort}/ds`);
  door = await ResultDoor.start(open.authenticator);
});

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await bank.close();
  await door.stop();
  await rm(folder, { recursive: true, force: true });
});

function card(behaviour: string, bin = '497010'): Secret {
  return new Secret(cardNumber(bin, behaviour, 1, '00'));
}

function requestFor(behaviour: string, change: Partial<AuthenticationRequest> = {}): AuthenticationRequest {
  return {
    ...authentication,
    transactionId: open.authenticator.newTransactionId(),
    cardNumber: card(behaviour),
    resultUrl: door.url,
    ...change,
  };
}

/** Asks, and has the door expect the result that belongs to the answer. */
async function ask(request: AuthenticationRequest): Promise<AuthenticationAnswer> {
  const answer = await open.authenticator.authenticate(request);
  if (answer.kind === 'answered') {
    const { directoryTransactionId, acsTransactionId, version } = answer;
    const { transactionId, brands } = request;
    door.expected = { transactionId, directoryTransactionId, acsTransactionId, version, brands };
  }
  return answer;
}

/** Up to where the shopper’s browser comes in. */
async function askForChallenge(behaviour: string, change: Partial<AuthenticationRequest> = {}) {
  const request = requestFor(behaviour, change);
  const answer = await ask(request);
  if (answer.kind !== 'answered' || !answer.challenge) throw new Error(`no challenge: ${JSON.stringify(answer)}`);
  expect(answer).toMatchObject({ transStatus: 'C', eci: null, cavv: null });
  const creq = open.authenticator.challengeRequest({
    transactionId: request.transactionId,
    acsTransactionId: answer.acsTransactionId,
    version: request.version,
    windowSize: '02',
  });
  return { acsUrl: answer.challenge.acsUrl, creq, answer, request };
}

describe('ranges', () => {
  test('are told whole at first, and then not again', async () => {
    const first = await open.authenticator.ranges(null);
    if (first.kind !== 'changed') throw new Error(`not changed: ${JSON.stringify(first)}`);
    const ranges = changeRanges([], first.changes);
    const behaviours = ['00', '01', '02', '10', '11', '12', '18', '99'];
    const methods = behaviours.map(behaviour => {
      const found = enrolledRange(card(behaviour), ranges);
      return found && { version: commonVersion(found.versions, first.directory), method: found.methodUrl !== null };
    });
    const plain = { version: '2.2.0', method: false };
    expect(methods).toEqual([undefined, plain, plain, plain, { ...plain, method: true }, plain, plain, plain]);
    expect(enrolledRange(card('01', '400012'), ranges)).toBeUndefined();
    expect(enrolledRange(card('01', '378282'), ranges)).toBeDefined();
    const { serial } = first;
    expect(await open.authenticator.ranges({ serial })).toMatchObject({ kind: 'unchanged', serial });
    expect(await open.authenticator.ranges({ serial: 'older' })).toMatchObject({ kind: 'changed', serial });
    expect(open.log.lines).toEqual([]);
  });
});

describe('without a challenge', () => {
  test.each<readonly [string, readonly Brand[], string, string, string]>([
    ['497010', ['CB', 'VISA'], '01', 'Y', '05'],
    ['497010', ['CB', 'VISA'], '03', 'A', '06'],
    ['513100', ['CB', 'MASTERCARD'], '01', 'Y', '02'],
    ['513100', ['CB', 'MASTERCARD'], '03', 'A', '01'],
    ['581710', ['CB'], '01', 'Y', '05'],
    ['378282', ['AMEX'], '03', 'A', '06'],
    ['675910', ['MAESTRO'], '01', 'Y', '02'],
  ])('%s %j, DD %s: %s with ECI %s and a CAVV', async (bin, brands, behaviour, transStatus, eci) => {
    const answer = await ask(requestFor(behaviour, { cardNumber: card(behaviour, bin), brands }));
    expect(answer).toMatchObject({ kind: 'answered', transStatus, eci, challenge: null });
    expect(answer.kind === 'answered' && answer.cavv?.reveal()).toMatch(/^.{27}=$/);
  });

  test.each([
    ['04', 'N'],
    ['05', 'U'],
    ['06', 'R'],
    ['12', 'I'],
  ])('DD %s: %s, without proof', async (behaviour, transStatus) => {
    expect(await ask(requestFor(behaviour))).toMatchObject({ kind: 'answered', transStatus, eci: null, cavv: null });
  });

  test('2.1 and a browser without JavaScript are understood too', async () => {
    const browser = { ...authentication.browser, script: null };
    for (const version of ['2.1.0', '2.2.0'] as const)
      expect(await ask(requestFor('01', { version, browser }))).toMatchObject({ kind: 'answered', version });
  });

  test('DD 07: the directory is silent', async () => {
    const asked = ask(requestFor('07'));
    // Another question is answered meanwhile; whatever was to come of the first would have come.
    expect(await open.authenticator.ranges(null)).toMatchObject({ kind: 'changed' });
    open.timeOut();
    expect(await asked).toMatchObject({ kind: 'unavailable', cause: 'NO_ANSWER' });
  });

  test('DD 13: the directory answers with an error', async () => {
    expect(await ask(requestFor('13'))).toMatchObject({ kind: 'unavailable', cause: 'ERROR', errorCode: '405' });
  });

  test('DD 14: the directory answers for another transaction', async () => {
    expect(await ask(requestFor('14'))).toMatchObject({ kind: 'unavailable', cause: 'MISMATCH' });
  });

  test('the same transaction is not authenticated twice', async () => {
    const request = requestFor('01');
    expect(await ask(request)).toMatchObject({ kind: 'answered' });
    expect(await ask(request)).toMatchObject({ kind: 'unavailable', cause: 'ERROR', errorCode: '305' });
  });
});

describe('DD 11: the method', () => {
  test('done, nobody is challenged; the page tells it back to us', async () => {
    const first = await open.authenticator.ranges(null);
    if (first.kind !== 'changed') throw new Error('not changed');
    const { methodUrl } = enrolledRange(card('11'), changeRanges([], first.changes)) ?? {};
    const request = requestFor('11', { method: 'DONE' });
    const { transactionId } = request;
    const notificationUrl = 'http://127.0.0.1:3000/3ds/method/1';
    const shown = await showMethod(methodUrl ?? '', open.authenticator.methodData({ transactionId, notificationUrl }));
    expect(shown.action).toBe(notificationUrl);
    expect(open.authenticator.readMethodNotification(shown.fields.threeDSMethodData ?? '')).toBe(transactionId);
    expect(await ask(request)).toMatchObject({ kind: 'answered', transStatus: 'Y' });
  });

  test.each(['NOT_DONE', 'NONE'] as const)('%s, the shopper is', async method => {
    expect(await ask(requestFor('11', { method }))).toMatchObject({ kind: 'answered', transStatus: 'C' });
  });
});

describe('with a challenge the RReq is the fact, whatever the browser brings', () => {
  const yes = { kind: 'result', transStatus: 'Y', eci: '05', cancel: null };
  const no = { kind: 'result', transStatus: 'N', eci: null, cavv: null };
  const withoutCavv = { kind: 'rejected', errorCode: '201', fields: ['authenticationValue'] };

  test.each<readonly [string, string, readonly object[], string | undefined]>([
    ['02', 'Y, and Y in the browser', [yes], 'Y'],
    ['99', 'Y, and Y in the browser', [yes], 'Y'],
    ['08', 'none, and the page never returns', [], undefined],
    ['09', 'N, though the browser brings Y', [no], 'Y'],
    ['10', 'Y twice', [yes, yes], 'Y'],
    ['15', 'Y, after the browser has returned', [yes], 'Y'],
    ['16', 'Y, though the browser brings N', [yes], 'N'],
    ['17', 'none, though the browser brings Y', [], 'Y'],
    ['18', 'Y without a CAVV, which is none', [withoutCavv], 'Y'],
  ])('DD %s: %s', async (behaviour, _, results, cres) => {
    const { acsUrl, creq, answer, request } = await askForChallenge(behaviour);
    const back = await takeChallenge(acsUrl, creq, 'c2Vzc2lvbg', [{ code: '1234' }]);
    if (behaviour === '15') expect(door.readings).toEqual([]);
    await door.until(() => door.readings.length >= results.length);
    expect(door.readings).toMatchObject(results);
    if (cres === undefined) expect(back).toBeNull();
    else {
      expect(back).toMatchObject({ action: request.returnUrl, fields: { threeDSSessionData: 'c2Vzc2lvbg' } });
      expect(open.authenticator.readChallengeResponse(back?.fields.cres ?? '')).toEqual({
        transactionId: request.transactionId,
        acsTransactionId: answer.kind === 'answered' && answer.acsTransactionId,
        transStatus: cres,
      });
    }
  });

  test('of a Mastercard on which the shopper chose CB the ECI is Mastercard’s', async () => {
    const brands: readonly Brand[] = ['CB', 'MASTERCARD'];
    const { acsUrl, creq } = await askForChallenge('02', { cardNumber: card('02', '513100'), brands });
    await takeChallenge(acsUrl, creq, 'c2Vzc2lvbg', [{ code: '1234' }]);
    expect(door.readings).toMatchObject([{ ...yes, eci: '02' }]);
  });

  test('three wrong codes fail', async () => {
    const { acsUrl, creq } = await askForChallenge('02');
    const wrong = { code: '0000' };
    const back = await takeChallenge(acsUrl, creq, 'c2Vzc2lvbg', [wrong, wrong, wrong]);
    expect(door.readings).toMatchObject([{ ...no, cancel: null }]);
    expect(open.authenticator.readChallengeResponse(back?.fields.cres ?? '')).toMatchObject({ transStatus: 'N' });
  });

  test('a shopper who cancels has cancelled', async () => {
    const { acsUrl, creq } = await askForChallenge('02');
    await takeChallenge(acsUrl, creq, 'c2Vzc2lvbg', [{ cancel: 'yes' }]);
    expect(door.readings).toMatchObject([{ ...no, cancel: '01' }]);
  });

  test('what we answer is understood: nothing is asked again, but for a door that falls over', async () => {
    const first = await askForChallenge('02');
    await takeChallenge(first.acsUrl, first.creq, 'c2Vzc2lvbg', [{ code: '1234' }]);
    expect(door.readings).toHaveLength(1);
    door.fails = 1;
    const second = await askForChallenge('02');
    await takeChallenge(second.acsUrl, second.creq, 'c2Vzc2lvbg', [{ code: '1234' }]);
    expect(door.readings).toMatchObject([yes, yes]);
    expect(door.calls).toBe(3);
  });
});

test('no secret of any card is in what is kept or logged', async () => {
  const request = requestFor('01');
  const answer = await ask(request);
  const challenged = await askForChallenge('02');
  await takeChallenge(challenged.acsUrl, challenged.creq, 'c2Vzc2lvbg', [{ code: '1234' }]);
  await ask(requestFor('13'));
  const kept = JSON.stringify([answer, challenged.answer, door.readings, open.log.lines]);
  const cavv = answer.kind === 'answered' ? answer.cavv?.reveal() : undefined;
  for (const secret of [request.cardNumber.reveal(), challenged.request.cardNumber.reveal(), cavv, door.token])
    expect(kept).not.toContain(secret ?? 'no secret');
});
