import { describe, expect, test } from '@jest/globals';
import { House, bookOf } from './house.js';
import { authorisation, capture, original, refund, remaining, reversal, rrnOf, tags, totals } from './messages.js';
import type { Till } from './till.js';

const house = House.forEachTest();

/** Authorised as STAN 1, captured as STAN 2 in batch 1. */
async function captured(till: Till, amount: number): Promise<void> {
  expect((await till.ask(authorisation(1, amount))).fields[39]).toBe('00');
  expect((await till.ask(capture(2, 1, amount, '1'))).fields[39]).toBe('00');
}

/** A capture of 1050, a refund of 200 and one that is rejected, in batch 1. */
async function oneBatch(till: Till): Promise<void> {
  await captured(till, 1050);
  await till.ask(refund(3, 1, 200, '1'));
  await till.ask(refund(4, 1, 5000, '1'));
}

describe('a capture', () => {
  test('takes at most what is held and releases the rest', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    expect((await till.ask(capture(2, 1, 1051, '1'))).fields[39]).toBe('13');
    expect(await till.ask(capture(3, 1, 800, '1'))).toMatchObject({
      mti: '0230',
      fields: { 4: '000000000800', 11: '000003', 37: rrnOf(1), 39: '00' },
    });
    expect(await bookOf(bank)).toMatchObject({
      accounts: [{ held: 0, captured: 800, available: 499_200 }],
      authorisations: [{ state: 'CAPTURED', amount: 1050, held: 0, captured: 800 }],
    });
  });

  test('takes at most what a partial reversal left', async () => {
    const till = await house().till(await house().bank());
    await till.ask(authorisation(1, 1050));
    await till.ask(reversal(2, 1, 1050, remaining(300)));
    expect((await till.ask(capture(3, 1, 301, '1'))).fields[39]).toBe('13');
    expect((await till.ask(capture(4, 1, 300, '1'))).fields[39]).toBe('00');
  });

  test('happens once; its repeat gets the first answer again', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await captured(till, 1050);
    expect((await till.ask({ ...capture(2, 1, 1050, '1'), mti: '0221' })).fields[39]).toBe('00');
    expect((await till.ask(capture(3, 1, 1050, '1'))).fields[39]).toBe('25');
    expect((await bookOf(bank)).accounts).toMatchObject([{ captured: 1050 }]);
  });

  test.each([
    ['nothing was authorised', '25', 9, {}],
    ['the acceptor is another', '25', 1, { 42: 'SHOP00000000002' }],
    ['the currency is another', '13', 1, { 49: '840' }],
    ['the amount is zero', '13', 1, { 4: '000000000000' }],
    ['the processing code is neither purchase nor refund', '12', 1, { 3: '310000' }],
  ])('when %s is rejected with %s', async (_what, code, of, fields) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    expect((await till.ask(capture(2, of, 1050, '1', fields))).fields[39]).toBe(code);
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 1050, captured: 0 }]);
  });

  test('of what was reversed is rejected with 25', async () => {
    const till = await house().till(await house().bank());
    await till.ask(authorisation(1, 1050));
    await till.ask(reversal(2, 1, 1050));
    expect((await till.ask(capture(3, 1, 1050, '1'))).fields[39]).toBe('25');
  });
});

describe('a refund', () => {
  test('is credited, and all refunds of a capture are at most its amount', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await captured(till, 1050);
    expect(await till.ask(refund(3, 1, 1000, '1'))).toMatchObject({
      mti: '0230',
      fields: { 3: '200000', 37: rrnOf(3), 39: '00' },
    });
    expect((await till.ask(refund(4, 1, 51, '1'))).fields[39]).toBe('13');
    expect((await till.ask(refund(5, 1, 50, '1'))).fields[39]).toBe('00');
    expect((await till.ask(refund(6, 1, 1, '1'))).fields[39]).toBe('13');
    const { accounts, refunds } = await bookOf(bank);
    expect(accounts).toMatchObject([{ captured: 1050, refunded: 1050, available: 500_000 }]);
    expect(refunds).toMatchObject([
      { rrn: rrnOf(3), originalRrn: rrnOf(1), amount: 1000, currency: 'EUR', batch: '1' },
      { rrn: rrnOf(5), amount: 50 },
    ]);
  });

  test('is not credited twice: not by its repeat, not under the same RRN', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await captured(till, 1050);
    await till.ask(refund(3, 1, 100, '1'));
    expect((await till.ask({ ...refund(3, 1, 100, '1'), mti: '0221' })).fields[39]).toBe('00');
    expect((await till.ask(refund(4, 1, 100, '1', { 37: rrnOf(3) }))).fields[39]).toBe('94');
    expect((await bookOf(bank)).accounts).toMatchObject([{ refunded: 100 }]);
  });

  test.each([
    ['the capture is unknown', '25', { 90: original(9) }],
    ['field 90 does not name an authorisation', '25', { 90: `0220${original(1).slice(4)}` }],
    ['the acceptor is another', '25', { 42: 'SHOP00000000002' }],
    ['the card is another', '25', { 2: '4111110000001003' }],
    ['the currency is another', '13', { 49: '840' }],
    ['the amount is zero', '13', { 4: '000000000000' }],
  ])('when %s is rejected with %s', async (_what, code, fields) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await captured(till, 1050);
    expect((await till.ask(refund(3, 1, 100, '1', fields))).fields[39]).toBe(code);
    expect((await bookOf(bank)).accounts).toMatchObject([{ refunded: 0 }]);
  });

  test('of what is only held is rejected with 25', async () => {
    const till = await house().till(await house().bank());
    await till.ask(authorisation(1, 1050));
    expect((await till.ask(refund(3, 1, 100, '1'))).fields[39]).toBe('25');
  });

  test('finds its capture by the card when two terminals sent the same STAN in one second', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const other = { 2: '4111110000001003', 37: 'OTHER0000001', 41: 'TILL0002' };
    await captured(till, 1050);
    await till.ask(authorisation(1, 70, other));
    await till.ask(capture(5, 1, 70, '1', other));
    expect((await till.ask(refund(6, 1, 70, '1', { 2: other[2] }))).fields[39]).toBe('00');
    expect((await bookOf(bank)).refunds).toMatchObject([{ originalRrn: 'OTHER0000001' }]);
  });
});

describe('the totals of a batch', () => {
  const sum = { debits: 1, debitAmount: 1050, credits: 1, creditAmount: 200 };

  test('in balance: 00, with the bank’s own beside them; what was rejected does not count', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await oneBatch(till);
    const answer = await till.ask(totals(5, '1', sum));
    expect(answer).toEqual({
      mti: '0510',
      fields: {
        7: '0314101500',
        11: '000005',
        32: '12345',
        39: '00',
        41: 'TILL0001',
        42: 'SHOP00000000001',
        50: '978',
        66: '1',
        74: '0000000001',
        75: '0000000000',
        76: '0000000001',
        77: '0000000000',
        86: '0000000000000200',
        87: '0000000000000000',
        88: '0000000000001050',
        89: '0000000000000000',
        97: 'D0000000000000850',
      },
    });
    const { batches } = await bookOf(bank);
    expect(batches).toMatchObject([
      { acceptor: 'SHOP00000000001', currency: 'EUR', batch: '1', closedWith: '00', totals: sum },
    ]);
    expect(batches[0]?.['items']).toEqual([
      { item: 'CAPTURE', rrn: rrnOf(1), amount: 1050 },
      { item: 'REFUND', rrn: rrnOf(3), amount: 200 },
      { item: 'REFUND', rrn: rrnOf(4), amount: 5000, code: '13' },
    ]);
  });

  test.each([
    ['number of debits', { ...sum, debits: 2 }, {}],
    ['amount of debits', { ...sum, debitAmount: 1051 }, {}],
    ['number of credits', { ...sum, credits: 0 }, {}],
    ['amount of credits', { ...sum, creditAmount: 201 }, {}],
    ['net amount', sum, { 97: 'C0000000000000850' }],
    ['number of reversed debits', sum, { 77: '0000000001' }],
  ])('with another %s: 95, and the batch closes all the same', async (_what, of, fields) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await oneBatch(till);
    const answer = await till.ask(totals(5, '1', of, fields));
    expect(answer.fields).toMatchObject({ 39: '95', 66: '2', 76: '0000000001', 88: '0000000000001050' });
    expect((await bookOf(bank)).batches).toMatchObject([{ closedWith: '95' }]);
    await till.ask(authorisation(6, 10));
    expect((await till.ask(capture(7, 6, 10, '1'))).fields[39]).toBe('12');
    expect((await till.ask(capture(8, 6, 10, '2'))).fields[39]).toBe('00');
  });

  test('of refunds only are net credits', async () => {
    const till = await house().till(await house().bank());
    await captured(till, 1050);
    await till.ask(refund(3, 1, 200, '2'));
    const answer = await till.ask(totals(4, '2', { debits: 0, debitAmount: 0, credits: 1, creditAmount: 200 }));
    expect(answer.fields).toMatchObject({ 39: '00', 97: 'C0000000000000200' });
  });

  test('of an empty batch are zero', async () => {
    const till = await house().till(await house().bank());
    const answer = await till.ask(totals(4, '7', { debits: 0, debitAmount: 0, credits: 0, creditAmount: 0 }));
    expect(answer.fields).toMatchObject({ 39: '00', 97: 'D0000000000000000' });
  });

  test('repeated as 0501 get the first answer again', async () => {
    const till = await house().till(await house().bank());
    await oneBatch(till);
    const first = await till.ask(totals(5, '1', sum));
    expect(await till.ask({ ...totals(5, '1', sum), mti: '0501' })).toEqual(first);
  });

  test('are of one acceptor, one currency and one number', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const variants = [{ 48: tags({ BN: '1' }) }, { 48: tags({ BN: '2' }) }, { 49: '840' }, { 42: 'SHOP00000000002' }];
    for (const [place, fields] of variants.entries()) {
      await till.ask(authorisation(10 + place, 10, { ...fields, 48: tags({ BR: 'CB', IN: 'S' }) }));
      expect((await till.ask(capture(20 + place, 10 + place, 10, '1', fields))).fields[39]).toBe('00');
    }
    expect((await bookOf(bank)).batches).toMatchObject(
      variants.map(() => ({ totals: { debits: 1, debitAmount: 10 } })),
    );
  });
});
