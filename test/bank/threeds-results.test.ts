import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { BankOptions } from '../../bank/bank.js';
import { cardNumber } from '../../bank/grammar.js';
import { House, bookOf } from './house.js';
import { ResultDoor, areq, ares, at, creq, post, rres } from './threeds.js';

const house = House.forEachTest();
const CARD = cardNumber('411111', '02', 7, '00');
const IMPATIENT = { rreqTimeout_ms: 200, rreqPause_ms: 0 };

async function begin(options: Partial<BankOptions> = {}, number = CARD) {
  const bank = await house().bank({ ...IMPATIENT, ...options });
  const door = await ResultDoor.open();
  house().later(() => door.close());
  const answer = await ares(bank, areq(number, { threeDSServerURL: door.url }));
  const path = `/acs/challenge/${answer['acsTransID']}`;
  await post(at(bank, path), { creq: creq(answer) });
  return { bank, door, path, answer };
}

const answersIn = async (bank: { controlPort: number }) =>
  (await bookOf(bank)).authentications.flatMap(each => each['rreqs'] as { answer: string }[]).map(each => each.answer);

describe('an RReq is asked again, three times at most,', () => {
  test('while nobody answers; the browser is led back all the same', async () => {
    const { bank, door, path } = await begin();
    door.answer = () => undefined;
    const page = await post(at(bank, path), { code: '1234' });
    expect(page.fields).toHaveProperty('cres');
    expect(await answersIn(bank)).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
    expect(door.heard).toHaveLength(3);
    expect(door.heard[2]).toEqual(door.heard[0]);
  });

  test('until it is', async () => {
    const { bank, door, path } = await begin();
    door.answer = (rreq, count) => (count === 1 ? { status: 500, body: {} } : { body: rres(rreq) });
    await post(at(bank, path), { code: '1234' });
    expect(await answersIn(bank)).toEqual(['HTTP 500', 'RRes 01']);
  });

  test('where there is nobody', async () => {
    const { bank, door, path } = await begin();
    door.close();
    await post(at(bank, path), { code: '1234' });
    expect(await answersIn(bank)).toEqual(['UNREACHABLE', 'UNREACHABLE', 'UNREACHABLE']);
  });

  test.each([
    ['no JSON', '<html>'],
    ['another message', { messageType: 'CRes' }],
    ['more than 64 kB', 'x'.repeat(70_000)],
  ])('when the answer is %s', async (_what, body) => {
    const { bank, door, path } = await begin();
    door.answer = (rreq, count) => ({ body: count < 3 ? body : rres(rreq) });
    await post(at(bank, path), { code: '1234' });
    expect((await answersIn(bank)).at(-1)).toBe('RRes 01');
    expect(door.heard).toHaveLength(3);
  });

  test('when the answer is about another transaction', async () => {
    const { bank, door, path, answer } = await begin();
    door.answer = (rreq, count) => ({ body: rres(rreq, count === 1 ? { acsTransID: answer['dsTransID'] } : {}) });
    await post(at(bank, path), { code: '1234' });
    expect(await answersIn(bank)).toEqual(['GARBAGE', 'RRes 01']);
  });

  test('but not led somewhere else', async () => {
    const { bank, door, path } = await begin();
    const elsewhere = await ResultDoor.open();
    house().later(() => elsewhere.close());
    door.answer = () => ({ status: 307, location: elsewhere.url, body: '' });
    await post(at(bank, path), { code: '1234' });
    expect(await answersIn(bank)).toEqual(['HTTP 307', 'HTTP 307', 'HTTP 307']);
    expect(elsewhere.heard).toEqual([]);
  });
});

test('an Erro is an answer', async () => {
  const { bank, door, path } = await begin();
  door.answer = rreq => ({ body: { ...rres(rreq), messageType: 'Erro', errorCode: '203' } });
  await post(at(bank, path), { code: '1234' });
  expect(await answersIn(bank)).toEqual(['Erro 203']);
});

test('each try and its answer stand in GET /book', async () => {
  const { bank, door, path, answer } = await begin({}, cardNumber('411111', '10', 7, '00'));
  await post(at(bank, path), { code: '1234' });
  await door.until(2);
  const { acsTransID, dsTransID, threeDSServerTransID } = answer;
  const tried = { answer: 'RRes 01', answered: true, at: '2027-03-14T10:15:00.000Z' };
  const expected = {
    acsTransID,
    dsTransID,
    threeDSServerTransID,
    acceptor: 'SHOP00000000001',
    card: `411111******${cardNumber('411111', '10', 7, '00').slice(-4)}`,
    behaviour: '10',
    amount: 1050,
    currency: 'EUR',
    at: '2027-03-14T10:15:00.000Z',
    aresStatus: 'C',
    transStatus: 'Y',
    cresStatus: 'Y',
    eci: '05',
    plan: 'TWICE',
    opened: true,
    failures: 0,
    rreqs: [{ delivery: 1, ...tried }],
  };
  // The second answer may not have been written yet.
  const [shown] = (await bookOf(bank)).authentications;
  const rreqs = shown?.['rreqs'] as object[];
  expect({ ...shown, rreqs: rreqs.slice(0, 1) }).toEqual(expected);
});

describe('a result that nobody heard when the bank stopped', () => {
  test('is told by the next life of the bank, with the same CAVV', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const { bank, door, path } = await begin({ bookFile, rreqTimeout_ms: 60_000 });
    door.answer = () => undefined;
    const page = post(at(bank, path), { code: '1234' }).catch(() => undefined);
    await door.until(1);
    await bank.close();
    await page;
    door.answer = rreq => ({ body: rres(rreq) });
    const next = await house().bank({ bookFile, ...IMPATIENT });
    const heard = await door.until(2);
    expect(heard[1]).toEqual(heard[0]);
    expect((await bookOf(next)).authentications).toMatchObject([{ transStatus: 'Y' }]);
  });

  test('is not told again when it was heard', async () => {
    const bookFile = join(await house().folder(), 'book.jsonl');
    const { bank, door, path } = await begin({ bookFile });
    await post(at(bank, path), { code: '1234' });
    await bank.close();
    const next = await house().bank({ bookFile });
    await ares(next, areq(CARD));
    await next.close();
    expect(door.heard).toHaveLength(1);
  });
});
