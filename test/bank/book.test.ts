import { describe, expect, test } from '@jest/globals';
import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBank } from '../../bank/bank.js';
import { House, bookOf, control } from './house.js';
import { GOOD_CARD, authorisation, capture, refund, remaining, reversal, tags, totals } from './messages.js';
import { startBankProcess } from './process.js';
import { Till } from './till.js';

const house = House.forEachTest();

async function bookFile(): Promise<string> {
  return join(await house().folder(), 'book.jsonl');
}

/** Something of everything that the book can tell. */
async function busyDay(till: Till): Promise<void> {
  const sum = { debits: 1, debitAmount: 700, credits: 1, creditAmount: 200 };
  const messages = [
    authorisation(1, 1050, { 48: tags({ SC: '739', BR: 'CB', IN: 'S' }) }),
    authorisation(2, 2000),
    authorisation(3, 900_000),
    authorisation(4, 0),
    reversal(5, 2, 2000, remaining(500)),
    reversal(6, 99, 10),
    capture(7, 1, 700, '1'),
    refund(8, 1, 200, '1'),
    refund(9, 1, 9999, '1'),
    totals(10, '1', sum),
    authorisation(11, 20, { 49: '392', 14: '3013' }),
  ];
  for (const message of messages) await till.ask(message);
}

test('a bank that starts again knows all it knew, and answers repeats as before', async () => {
  const file = await bookFile();
  const first = await house().bank({ bookFile: file });
  const till = await house().till(first);
  await busyDay(till);
  await control(first, 'POST', '/clock', { acceptor: 'SHOP00000000001', offsetMs: 86_400_000 });
  const before = await bookOf(first);
  expect(before.batches).toMatchObject([{ closedWith: '00' }]);
  await first.close();

  const second = await house().bank({ bookFile: file });
  expect(await bookOf(second)).toEqual(before);
  const again = await house().till(second);
  expect(await again.ask(authorisation(2, 2000))).toEqual(till.came[2]);
  expect((await again.ask(authorisation(99, 10))).fields[39]).toBe('12');
  expect((await again.ask(authorisation(20, 10))).fields[38]).not.toBe(till.came[1]?.fields[38]);
});

test('no card number, security code or expiry stands in the book', async () => {
  const file = await bookFile();
  const till = await house().till(await house().bank({ bookFile: file }));
  await busyDay(till);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('497010******1004');
  expect(text).not.toContain(GOOD_CARD);
  expect(text).not.toContain('739');
  expect(text).not.toContain('SC03');
  expect(text).not.toContain('3012');
  expect(text).not.toContain(Buffer.from(GOOD_CARD).toString('base64').slice(0, 16));
});

test('only its owner may read the book', async () => {
  const file = await bookFile();
  await house().bank({ bookFile: file });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

describe('a book that was torn', () => {
  test('anywhere in its last unit is the book before that unit', async () => {
    const file = await bookFile();
    const bank = await house().bank({ bookFile: file });
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    const before = await bookOf(bank);
    const length = (await stat(file)).size;
    await till.ask(capture(2, 1, 700, '1'));
    await bank.close();
    const whole = await readFile(file);
    // Every line's end and somewhere inside every line: a unit counts wholly or not at all.
    const cuts = [...whole.entries()].filter(([place, byte]) => place >= length && byte === 10).map(([place]) => place);
    expect(cuts).toHaveLength(3);
    for (const cut of [
      length + 1,
      ...cuts.flatMap(place => [place - 20, place]),
      ...cuts.slice(0, -1).map(place => place + 1),
    ]) {
      await writeFile(file, whole.subarray(0, cut));
      const torn = await startBank({ bookFile: file });
      expect(await bookOf(torn)).toEqual(before);
      await torn.close();
      expect((await stat(file)).size).toBe(length);
    }
  });

  test('goes on to be written', async () => {
    const file = await bookFile();
    const first = await house().bank({ bookFile: file });
    await (await house().till(first)).ask(authorisation(1, 10));
    await first.close();
    await appendFile(file, '{"unit":3,"at":"2027-');
    const second = await house().bank({ bookFile: file });
    await (await house().till(second)).ask(authorisation(2, 20));
    await second.close();
    const third = await house().bank({ bookFile: file });
    expect((await bookOf(third)).accounts).toMatchObject([{ held: 30 }]);
  });

  test('in its header begins anew', async () => {
    const file = await bookFile();
    await writeFile(file, '{"book":"sandbox ba');
    const bank = await house().bank({ bookFile: file });
    expect((await bookOf(bank)).messages).toEqual({ in: 0, out: 0 });
  });

  test('in its middle is not believed', async () => {
    const file = await bookFile();
    const bank = await house().bank({ bookFile: file });
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    await till.ask(authorisation(2, 10));
    await bank.close();
    const lines = (await readFile(file, 'utf8')).split('\n');
    lines[4] = lines[4]?.slice(5) ?? '';
    await writeFile(file, lines.join('\n'));
    await expect(startBank({ bookFile: file })).rejects.toThrow('line 5 of the book is damaged');
  });
});

test.each(['notes of somebody\n', '{"some":"json"}\n', '[1]\n', 'x'])(
  'a file that is no book is refused and left as it is: %j',
  async text => {
    const file = await bookFile();
    await writeFile(file, text);
    await expect(startBank({ bookFile: file })).rejects.toThrow('not a book of the sandbox bank');
    expect(await readFile(file, 'utf8')).toBe(text);
  },
);

test('an empty file becomes a book', async () => {
  const file = await bookFile();
  await writeFile(file, '');
  await truncate(file);
  const bank = await house().bank({ bookFile: file });
  expect((await (await house().till(bank)).ask(authorisation(1, 1))).fields[39]).toBe('00');
});

describe('a bank killed in the middle of work', () => {
  test('has every answer it gave in its book, and takes up where it was', async () => {
    const file = await bookFile();
    const env = { BANK_BOOK: file, BANK_ISO_PORT: '0', BANK_THREEDS_PORT: '0', BANK_CONTROL_PORT: '0' };
    const first = startBankProcess(env);
    house().later(() => first.child.kill('SIGKILL'));
    const till = await house().till(await first.listening);
    for (let stan = 1; stan <= 3000; stan += 1) till.send(authorisation(stan, 1, { 14: '9912' }));
    await till.answers(500);
    first.child.kill('SIGKILL');
    expect((await first.ended).signal).toBe('SIGKILL');
    await till.end();
    const answered = till.came.slice(1);
    expect(answered.length).toBeLessThan(3000);

    const second = await house().bank({ bookFile: file, now: Date.now });
    const held = (await bookOf(second)).authorisations;
    const rrns = new Set(held.map(each => each['rrn']));
    expect(answered.filter(answer => !rrns.has(answer.fields[37]))).toEqual([]);
    expect((await bookOf(second)).accounts).toMatchObject([{ held: held.length }]);
    const again = await house().till(second);
    expect(await again.ask(authorisation(1, 1, { 14: '9912' }))).toEqual(
      answered.find(each => each.fields[11] === '000001'),
    );
  });
});
