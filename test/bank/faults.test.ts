import { describe, expect, test } from '@jest/globals';
import { House, bookOf, control, order } from './house.js';
import { authorisation, capture, reversal, rrnOf, totals } from './messages.js';

const house = House.forEachTest();
const ECHO = { mti: '0800', fields: { 7: '0314101500', 11: '777777', 70: '301' } };

/** How often each fault has fired, in the order of their coming. */
async function fired(bank: { controlPort: number }): Promise<number[]> {
  const { body } = await control<{ faults: { fired: number }[] }>(bank, 'GET', '/faults');
  return body.faults.map(fault => fault.fired);
}

describe('a request', () => {
  test('dropped is never processed: its reversal finds nothing', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DROP_REQUEST' });
    till.send(authorisation(1, 10));
    expect((await till.ask(reversal(2, 1, 10))).fields[39]).toBe('25');
    expect(await bookOf(bank)).toMatchObject({ authorisations: [] });
    expect(await fired(bank)).toEqual([1]);
  });

  test('to a deaf bank is not heard until it hears again', async () => {
    let now = 0;
    const bank = await house().bank({ now: () => now });
    const till = await house().till(bank);
    await order(bank, { kind: 'DEAF', forMs: 5_000 });
    // In one piece: once the first has come, the others have.
    till.send(authorisation(1, 10), authorisation(2, 10), ECHO);
    while ((await fired(bank))[0] === 0) await new Promise(resolve => setImmediate(resolve));
    now = 5_000;
    expect((await till.ask(authorisation(3, 10))).fields[37]).toBe(rrnOf(3));
    expect((await bookOf(bank)).authorisations).toHaveLength(1);
    expect(await fired(bank)).toEqual([1]);
  });

  test('to a deaf bank is heard when the faults are cleared', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DEAF', forMs: 600_000 });
    till.send(authorisation(1, 10));
    while ((await fired(bank))[0] === 0) await new Promise(resolve => setImmediate(resolve));
    await control(bank, 'DELETE', '/faults');
    expect((await till.ask(authorisation(2, 10))).fields[37]).toBe(rrnOf(2));
  });
});

describe('a decision', () => {
  test('CODE declines without effect, and the reversal knows the original', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'CODE', code: '91' });
    const answer = await till.ask(authorisation(1, 10));
    expect(answer.fields[39]).toBe('91');
    expect(answer.fields).not.toHaveProperty('38');
    expect((await till.ask(reversal(2, 1, 10))).fields[39]).toBe('00');
    expect(await bookOf(bank)).toMatchObject({ accounts: [], authorisations: [{ state: 'DECLINED', code: '91' }] });
  });

  test('CODE on an advice has no effect, and its repeat is judged', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    await order(bank, { kind: 'CODE', mti: '0420' });
    expect((await till.ask(reversal(2, 1, 10))).fields[39]).toBe('96');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 10 }]);
    expect((await till.ask(reversal(2, 1, 10, {}, '0421'))).fields[39]).toBe('00');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 0 }]);
  });

  test('REJECT_ITEM rejects one item; its repeat gets the same answer, a new message is judged anew', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    await order(bank, { kind: 'REJECT_ITEM', code: '57' });
    expect((await till.ask(capture(2, 1, 10, '1'))).fields[39]).toBe('57');
    expect((await till.ask({ ...capture(2, 1, 10, '1'), mti: '0221' })).fields[39]).toBe('57');
    expect(await bookOf(bank)).toMatchObject({
      accounts: [{ held: 10, captured: 0 }],
      batches: [{ items: [{ code: '57' }], totals: { debits: 0 } }],
    });
    expect((await till.ask(capture(3, 1, 10, '2'))).fields[39]).toBe('00');
  });

  test('OUT_OF_BALANCE answers 95 with other totals, and the batch closes', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    await till.ask(capture(2, 1, 10, '1'));
    await order(bank, { kind: 'OUT_OF_BALANCE' });
    const sum = { debits: 1, debitAmount: 10, credits: 0, creditAmount: 0 };
    const answer = await till.ask(totals(3, '1', sum));
    expect(answer.fields).toMatchObject({
      39: '95',
      66: '2',
      76: '0000000002',
      88: '0000000000000011',
      97: 'D0000000000000011',
    });
    expect(await till.ask({ ...totals(3, '1', sum), mti: '0501' })).toEqual(answer);
    expect((await bookOf(bank)).batches).toMatchObject([{ closedWith: '95', totals: sum }]);
  });
});

describe('an answer', () => {
  test('dropped was booked', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DROP_ANSWER' });
    till.send(authorisation(1, 10));
    expect((await till.ask(authorisation(2, 20))).fields[37]).toBe(rrnOf(2));
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 30 }]);
  });

  test('delayed is overtaken', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'DELAY', delayMs: 100 });
    till.send(authorisation(1, 10));
    till.send(authorisation(2, 10));
    const came = await till.answers(3);
    expect(came.map(answer => answer.fields[11])).toEqual(['999999', '000002', '000001']);
  });

  test('comes twice', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'ANSWER_TWICE' });
    till.send(authorisation(1, 10));
    const came = await till.answers(3);
    expect(came[1]).toMatchObject({ fields: { 11: '000001', 39: '00' } });
    expect(came[2]).toEqual(came[1]);
  });

  test('comes after the reversal of its request was answered', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'ANSWER_AFTER_REVERSAL' });
    till.send(authorisation(1, 10));
    till.send(reversal(2, 1, 10));
    const came = await till.answers(3);
    expect(came.slice(1).map(answer => [answer.mti, answer.fields[11], answer.fields[39]])).toEqual([
      ['0430', '000002', '00'],
      ['0110', '000001', '00'],
    ]);
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 0 }]);
  });

  test('comes on the connection of the reversal when its own is gone', async () => {
    const bank = await house().bank();
    const gone = await house().till(bank);
    await order(bank, { kind: 'ANSWER_AFTER_REVERSAL' });
    gone.send(authorisation(1, 10));
    while ((await bookOf(bank)).authorisations.length === 0) await new Promise(resolve => setImmediate(resolve));
    gone.close();
    await gone.end();
    const till = await house().till(bank);
    // The bank learns of the end of the other connection in its own time.
    await till.ask(ECHO);
    till.send(reversal(2, 1, 10));
    expect((await till.answers(4)).slice(2).map(answer => answer.mti)).toEqual(['0430', '0110']);
  });

  test.each([
    ['WRONG_STAN', '0100', 11, '000002'],
    ['CHANGED_AMOUNT', '0100', 4, '000000000011'],
    ['CHANGED_RRN', '0100', 37, `9${rrnOf(1).slice(1)}`],
    ['CHANGED_TERMINAL', '0100', 41, '9ILL0001'],
    ['UNKNOWN_CODE', '0100', 39, 'ZZ'],
  ] as const)(
    'with %s is false in that, true in all else, and the book keeps the truth',
    async (kind, mti, field, value) => {
      const bank = await house().bank();
      const till = await house().till(bank);
      await order(bank, { kind, mti });
      const answer = await till.ask(authorisation(1, 10));
      const truth = await till.ask(authorisation(1, 10));
      expect(answer.fields[field]).toBe(value);
      const different = Object.keys(truth.fields).filter(
        name => truth.fields[Number(name)] !== answer.fields[Number(name)],
      );
      expect(different).toEqual(kind === 'UNKNOWN_CODE' ? ['38', '39'] : [String(field)]);
      expect((await bookOf(bank)).authorisations).toMatchObject([{ state: 'HELD', held: 10, code: '00' }]);
    },
  );

  test('has the unknown code that was ordered', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await order(bank, { kind: 'UNKNOWN_CODE', code: 'Q7' });
    expect((await till.ask(authorisation(1, 10))).fields[39]).toBe('Q7');
  });
});
