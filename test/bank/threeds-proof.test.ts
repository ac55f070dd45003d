import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cardNumber } from '../../bank/grammar.js';
import { House, bookOf, order } from './house.js';
import { authorisation, tags } from './messages.js';
import { startBankProcess } from './process.js';
import { type Message, type Text, ResultDoor, areq, ares, at, creq, get, post } from './threeds.js';
import type { Till } from './till.js';
import type { Fields } from './wire.js';

const house = House.forEachTest();
const CARD = cardNumber('411111', '01', 7, '00');
const CHALLENGED = cardNumber('411111', '02', 7, '00');

const proofOf = (answer: Text | Message, more: Text = {}): Fields => ({
  48: tags({
    CV: String(answer['authenticationValue']),
    EC: String(answer['eci']),
    DT: String(answer['dsTransID']),
    BR: 'VISA',
    IN: 'S',
    ...more,
  }),
});

const codeOf = async (till: Till, stan: number, amount: number, fields: Fields) =>
  (await till.ask(authorisation(stan, amount, { 2: CARD, ...fields }))).fields[39];

describe('a CAVV', () => {
  test('is good once, for what it was given for', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const proof = proofOf(await ares(bank, areq(CARD)));
    expect(await codeOf(till, 1, 1050, proof)).toBe('00');
    expect((await bookOf(bank)).authentications).toMatchObject([{ usedBy: 'R00000000001' }]);
    expect(await codeOf(till, 2, 1050, proof)).toBe('63');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 1050 }]);
    expect(await codeOf(till, 3, 1050, {})).toBe('00');
  });

  test('comes again with a repeat, which is the same authorisation', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const message = authorisation(1, 1050, { 2: CARD, ...proofOf(await ares(bank, areq(CARD))) });
    const first = await till.ask(message);
    expect(first.fields[39]).toBe('00');
    expect(await till.ask(message)).toEqual(first);
  });

  test.each<readonly [string, number, Fields, Text]>([
    ['another amount', 1049, {}, {}],
    ['another currency', 1050, { 49: '840' }, {}],
    ['another card', 1050, { 2: cardNumber('411111', '01', 8, '00') }, {}],
    ['another ECI', 1050, {}, { EC: '06' }],
    ["another directory's transaction", 1050, {}, { DT: '6f1a9a0e-3c1b-4a55-8b1c-0a0b0c0d0e0f' }],
    ['what nobody gave', 1050, {}, { CV: `${'A'.repeat(27)}=` }],
  ])('is not good for %s, and stays good for its own', async (_what, amount, fields, more) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const answer = await ares(bank, areq(CARD));
    expect(await codeOf(till, 1, amount, { ...proofOf(answer, more), ...fields })).toBe('63');
    expect((await bookOf(bank)).authorisations).toMatchObject([{ state: 'DECLINED', held: 0 }]);
    expect(await codeOf(till, 2, 1050, proofOf(answer))).toBe('00');
  });

  test('of an answer to somebody else (DD 14) is good for nothing', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const number = cardNumber('411111', '14', 7, '00');
    expect(await codeOf(till, 1, 1050, { 2: number, ...proofOf(await ares(bank, areq(number))) })).toBe('63');
  });

  test('is used up by a decline, but not by what was decided without effect', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const number = cardNumber('411111', '01', 7, '51');
    const proof = proofOf(await ares(bank, areq(number)));
    await order(bank, { kind: 'CODE' });
    expect(await codeOf(till, 1, 1050, { 2: number, ...proof })).toBe('96');
    expect(await codeOf(till, 2, 1050, { 2: number, ...proof })).toBe('51');
    expect(await codeOf(till, 3, 1050, { 2: number, ...proof })).toBe('63');
  });

  test('that a challenge earned lifts a soft decline, and only when the RReq said Y', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const door = await ResultDoor.open();
    house().later(() => door.close());
    for (const [stan, behaviour, code] of [
      [1, '02', '00'],
      [2, '16', '00'],
      [3, '09', 'A1'],
    ] as const) {
      const number = cardNumber('411111', behaviour, 7, 'A1');
      const answer = await ares(bank, areq(number, { threeDSServerURL: door.url }));
      const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
      await post(url, { creq: creq(answer) });
      await post(url, { code: '1234' });
      const [rreq = {}] = door.heard.splice(0);
      const proof = rreq['authenticationValue'] === undefined ? {} : proofOf(rreq);
      expect(await codeOf(till, stan, 1050, { 2: number, ...proof })).toBe(code);
    }
  });
});

describe('the book', () => {
  test('knows after a restart what was authenticated, used up, open and failed', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const first = await house().bank({ bookFile });
    const till = await house().till(first);
    const door = await ResultDoor.open();
    house().later(() => door.close());
    const used = await ares(first, areq(CARD));
    const unused = await ares(first, areq(CARD));
    await codeOf(till, 1, 1050, proofOf(used));
    const open = await ares(first, areq(CHALLENGED, { threeDSServerURL: door.url }));
    const path = `/acs/challenge/${open['acsTransID']}`;
    await post(at(first, path), { creq: creq(open), threeDSSessionData: 'c2Vzc2lvbg' });
    await post(at(first, path), { code: '0' });
    const before = await bookOf(first);
    await first.close();

    const second = await house().bank({ bookFile });
    expect(await bookOf(second)).toEqual(before);
    const again = await house().till(second);
    expect(await codeOf(again, 2, 1050, proofOf(used))).toBe('63');
    expect(await codeOf(again, 3, 1050, proofOf(unused))).toBe('00');
    expect((await get(at(second, path))).text).toContain('2 tries are left');
    const page = await post(at(second, path), { code: '1234' });
    expect(page.fields['threeDSSessionData']).toBe('c2Vzc2lvbg');
    expect(await codeOf(again, 4, 1050, { 2: CHALLENGED, ...proofOf(door.heard[0] ?? {}) })).toBe('00');
  });

  test('ends at its start what ran out while the bank was away', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const door = await ResultDoor.open();
    house().later(() => door.close());
    const first = await house().bank({ bookFile });
    await ares(first, areq(CHALLENGED, { threeDSServerURL: door.url }));
    await first.close();
    await house().bank({ bookFile, now: () => Date.UTC(2027, 2, 14, 10, 25) });
    expect(await door.until(1)).toMatchObject([{ transStatus: 'N', challengeCancel: '05' }]);
  });

  test('holds no card number, expiry, CAVV, code or address of a shopper', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const bank = await house().bank({ bookFile });
    const door = await ResultDoor.open();
    house().later(() => door.close());
    const shopper = { cardholderName: 'Anne Martin', email: 'anne@shopper.example' };
    const plain = await ares(bank, areq(CARD, shopper));
    const answer = await ares(bank, areq(CHALLENGED, { ...shopper, threeDSServerURL: door.url }));
    const url = at(bank, `/acs/challenge/${answer['acsTransID']}`);
    await post(url, { creq: creq(answer) });
    await post(url, { code: '987654' });
    await post(url, { code: '1234' });
    const cavvs = [plain['authenticationValue'], door.heard[0]?.['authenticationValue']];
    const text = await readFile(bookFile, 'utf8');
    expect(text).toContain(`411111******${CARD.slice(-4)}`);
    for (const secret of [CARD, CHALLENGED, '3012', ...cavvs, '987654', 'Anne', 'anne@', '192.0.2.7', 'Test/1.0'])
      expect(text).not.toContain(secret);
    const kinds = text.split('\n').flatMap(line => /"kind":"(\w+)"/.exec(line)?.[1] ?? []);
    expect(kinds).toEqual(
      [
        ['THREEDS_IN', 'AUTHENTICATED', 'THREEDS_OUT'],
        ['THREEDS_IN', 'AUTHENTICATED', 'THREEDS_OUT'],
        ['CHALLENGE_OPENED', 'CODE_FAILED', 'CHALLENGE_ENDED', 'RREQ_TRIED'],
      ].flat(),
    );
  });

  test('of a bank that was killed has every CAVV it gave', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const env = { BANK_BOOK: bookFile, BANK_ISO_PORT: '0', BANK_THREEDS_PORT: '0', BANK_CONTROL_PORT: '0' };
    const process = startBankProcess(env);
    house().later(() => process.child.kill('SIGKILL'));
    const bank = await process.listening;
    const given: Text[] = [];
    const asking = Array.from({ length: 8 }, async () => {
      for (;;) given.push(await ares(bank, areq(CARD, { purchaseAmount: '1' })));
    });
    while (given.length < 100) await ares(bank, areq(CARD, { purchaseAmount: '1' }));
    process.child.kill('SIGKILL');
    await Promise.allSettled(asking);
    const next = await house().bank({ bookFile, now: Date.now });
    const till = await house().till(next);
    const codes = new Set<string | undefined>();
    for (const [stan, answer] of given.entries())
      codes.add(await codeOf(till, stan + 1, 1, { 14: '9912', ...proofOf(answer) }));
    expect(codes).toEqual(new Set(['00']));
  });
});
