/**
 * The real bank, and its faults, one after another.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bank, startBank } from '../../../bank/bank.js';
import { cardNumber } from '../../../bank/grammar.js';
import { Secret } from '../../../server/core/secret.js';
import type { AuthorisationAnswer } from '../../../server/core/ports.js';
import * as examples from './examples.js';
import { capture, refund, reversal, totals } from './examples.js';
import { rig, type Rig } from './rig.js';

/** The real issuer takes no CAVV that it did not give; nobody is authenticated here. */
const authorisation = { ...examples.authorisation, authentication: null };
const another = { ...examples.another, authentication: null };

let folder: string;
let bank: Bank;
let open: Rig;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'acquirer-'));
  bank = await startBank({
    bookFile: join(folder, 'book.jsonl'),
    now: () => authorisation.transmittedAt.getTime(),
    seed: 'acquirer',
  });
  open = rig(bank.isoPort);
});

afterEach(async () => {
  await open.acquirer.close();
  await bank.close();
  await rm(folder, { recursive: true, force: true });
});

async function control(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(`http://127.0.0.1:${bank.controlPort}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as Record<string, unknown>;
}

/** Asks, has another question answered meanwhile, and then lets the time-out come. */
async function outlived(): Promise<AuthorisationAnswer> {
  const asked = open.acquirer.authorise(authorisation);
  expect(await open.acquirer.authorise(another)).toMatchObject({ kind: 'answered' });
  open.timeOut();
  return asked;
}

describe('a payment’s life', () => {
  test('authorised, released in part, captured, refunded, reconciled', async () => {
    const { acquirer } = open;
    const authorised = await acquirer.authorise(authorisation);
    expect(authorised).toMatchObject({ kind: 'answered', responseCode: '00', securityCodeResult: 'M' });
    if (authorised.kind !== 'answered') throw new Error('not answered');
    expect(authorised.schemeTransactionId).toMatch(/^.{1,32}$/);
    const { authorisationCode } = authorised;
    expect(authorisationCode).toMatch(/^[\dA-Z]{6}$/);
    const remaining = { amount: 1000n, currency: 'EUR' };
    const captured = { ...capture, authorisationCode, amount: remaining };
    expect(await acquirer.advise({ ...reversal, authorisationCode, remaining })).toMatchObject({ responseCode: '00' });
    expect(await acquirer.advise(captured)).toMatchObject({ responseCode: '00' });
    expect(await acquirer.advise({ ...captured, repeat: true })).toMatchObject({ responseCode: '00' });
    expect(await acquirer.advise({ ...refund, authorisationCode })).toMatchObject({ responseCode: '00' });
    expect(await acquirer.advise({ ...totals, debits: { count: 1, amount: 1000n } })).toMatchObject({
      responseCode: '00',
      bankTotals: { debits: 1000n, credits: 50n, debitCount: 1, creditCount: 1 },
    });
  });

  test.each(['51', '41', '82', '91'])('declined with %s', async code => {
    const card = new Secret(cardNumber('497010', '00', 7, code));
    expect(await open.acquirer.authorise({ ...authorisation, cardNumber: card })).toMatchObject({
      kind: 'answered',
      responseCode: code,
      authorisationCode: null,
    });
  });

  test('a reversal that comes before its original is remembered', async () => {
    expect(await open.acquirer.advise(reversal)).toMatchObject({ responseCode: '25' });
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ responseCode: '12' });
  });

  test('an item is rejected, a batch is out of balance', async () => {
    await open.acquirer.authorise(authorisation);
    await control('POST', '/faults', { kind: 'REJECT_ITEM', code: '05' });
    expect(await open.acquirer.advise(capture)).toMatchObject({ kind: 'answered', responseCode: '05' });
    await control('POST', '/faults', { kind: 'OUT_OF_BALANCE' });
    const none = { count: 0, amount: 0n };
    expect(await open.acquirer.advise({ ...totals, debits: none, credits: none })).toMatchObject({
      responseCode: '95',
      bankTotals: { debitCount: 1 },
    });
  });
});

describe('a fault at the bank', () => {
  test.each(['DROP_REQUEST', 'DROP_ANSWER', 'WRONG_STAN', 'CHANGED_TERMINAL'])('%s: no answer', async kind => {
    await control('POST', '/faults', { kind });
    expect(await outlived()).toMatchObject({ kind: 'unknown', cause: 'NO_ANSWER' });
  });

  test.each(['CHANGED_AMOUNT', 'CHANGED_RRN'])('%s: not believed', async kind => {
    await control('POST', '/faults', { kind });
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'unknown', cause: 'MISMATCH' });
  });

  test.each([
    { kind: 'DELAY', delayMs: 30 },
    { kind: 'CUT_FRAME', delayMs: 10 },
    { kind: 'MERGE_FRAMES', delayMs: 10 },
    { kind: 'BYTE_BY_BYTE', delayMs: 1 },
    { kind: 'ANSWER_TWICE' },
  ])('$kind: an answer all the same', async fault => {
    await control('POST', '/faults', fault);
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'answered', responseCode: '00' });
    expect(await open.acquirer.authorise(another)).toMatchObject({ kind: 'answered', responseCode: '00' });
    expect(open.late).toEqual([]);
  });

  test('UNKNOWN_CODE: the code, whatever it is', async () => {
    await control('POST', '/faults', { kind: 'UNKNOWN_CODE', code: 'Z7' });
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'answered', responseCode: 'Z7' });
  });

  test.each(['GARBAGE', 'HUGE_LENGTH', 'CLOSE_MID_FRAME'])('%s: the line is given up for another', async kind => {
    await control('POST', '/faults', { kind });
    expect(await open.acquirer.authorise(authorisation)).toMatchObject({ kind: 'unknown', cause: 'BROKEN_LINE' });
    expect(await open.acquirer.authorise(another)).toMatchObject({ kind: 'answered', responseCode: '00' });
  });

  test('ANSWER_AFTER_REVERSAL: the late approval is told', async () => {
    await control('POST', '/faults', { kind: 'ANSWER_AFTER_REVERSAL' });
    expect(await outlived()).toMatchObject({ cause: 'NO_ANSWER' });
    expect(await open.acquirer.advise(reversal)).toMatchObject({ responseCode: '00' });
    expect(await open.lateAnswers(1)).toMatchObject([{ stan: authorisation.stan, responseCode: '00' }]);
  });

  test('REFUSE_CONNECTIONS: unreachable, until it ends', async () => {
    await open.acquirer.authorise(authorisation);
    await control('POST', '/faults', { kind: 'REFUSE_CONNECTIONS', count: 1_000_000 });
    expect(await open.acquirer.authorise(another)).toMatchObject({ kind: 'unknown', cause: 'UNREACHABLE' });
    await control('DELETE', '/faults');
    // A question within a moment of a failed attempt is told so at once, and does not knock again.
    let answer = await open.acquirer.authorise(another);
    while (answer.kind === 'unknown' && answer.cause === 'UNREACHABLE') {
      await new Promise(resolve => setImmediate(resolve));
      answer = await open.acquirer.authorise(another);
    }
    expect(answer).toMatchObject({ kind: 'answered', responseCode: '00' });
  });
});
