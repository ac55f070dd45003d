import { describe, expect, test } from '@jest/globals';
import { House, bookOf } from './house.js';
import { authorisation, capture, original, remaining, reversal, rrnOf } from './messages.js';

const house = House.forEachTest();

test.each([
  ['0400', '0410'],
  ['0401', '0410'],
  ['0420', '0430'],
  ['0421', '0430'],
])('a reversal sent as %s is answered by %s, and gives back what is held', async (mti, answer) => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 1050));
  expect(await till.ask(reversal(2, 1, 1050, {}, mti))).toMatchObject({
    mti: answer,
    fields: { 4: '000000001050', 11: '000002', 37: rrnOf(1), 39: '00' },
  });
  const { accounts, authorisations } = await bookOf(bank);
  expect(accounts).toMatchObject([{ held: 0, available: 500_000 }]);
  expect(authorisations).toMatchObject([{ rrn: rrnOf(1), state: 'REVERSED', amount: 1050, held: 0 }]);
});

test('its repeat gets the first answer again', async () => {
  const till = await house().till(await house().bank());
  await till.ask(authorisation(1, 1050));
  const first = await till.ask(reversal(2, 1, 1050));
  expect(await till.ask(reversal(2, 1, 1050, {}, '0421'))).toEqual(first);
});

test('a second reversal of its own is acknowledged and changes nothing', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 1050));
  await till.ask(reversal(2, 1, 1050));
  expect((await till.ask(reversal(3, 1, 1050))).fields[39]).toBe('00');
  expect((await bookOf(bank)).accounts).toMatchObject([{ held: 0, available: 500_000 }]);
});

test('a declined original and an account check are acknowledged, too', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 500_001));
  await till.ask(authorisation(2, 0));
  expect((await till.ask(reversal(3, 1, 500_001))).fields[39]).toBe('00');
  expect((await till.ask(reversal(4, 2, 0))).fields[39]).toBe('00');
  expect((await bookOf(bank)).authorisations).toMatchObject([{ state: 'DECLINED' }, { state: 'REVERSED' }]);
});

describe('an original not seen yet', () => {
  test('is answered 25 and remembered: should it come later, it is declined with 12', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    expect((await till.ask(reversal(2, 1, 1050))).fields[39]).toBe('25');
    expect((await till.ask(authorisation(1, 1050))).fields[39]).toBe('12');
    expect(await bookOf(bank)).toMatchObject({ accounts: [], authorisations: [{ state: 'DECLINED', code: '12' }] });
  });

  test('is remembered after a partial reversal as well', async () => {
    const till = await house().till(await house().bank());
    expect((await till.ask(reversal(2, 1, 1050, remaining(50)))).fields[39]).toBe('25');
    expect((await till.ask(authorisation(1, 1050))).fields[39]).toBe('12');
  });

  test.each([
    ['RRN', { 37: rrnOf(9) }],
    ['acceptor', { 42: 'SHOP00000000002' }],
    ['STAN in field 90', { 90: original(9) }],
    ['time in field 90', { 90: original(1, '0314101501') }],
    ['message type in field 90', { 90: `0220${original(1).slice(4)}` }],
  ])('is what another %s means, and the authorisation stays', async (_what, fields) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    expect((await till.ask(reversal(2, 1, 1050, fields))).fields[39]).toBe('25');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 1050 }]);
  });
});

describe('partial', () => {
  test('leaves what field 95 says', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    expect((await till.ask(reversal(2, 1, 1050, remaining(300)))).fields[39]).toBe('00');
    expect(await bookOf(bank)).toMatchObject({
      accounts: [{ held: 300 }],
      authorisations: [{ state: 'HELD', amount: 1050, held: 300 }],
    });
  });

  test('the lowest amount counts: an older, higher one is answered 00 and ignored', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    await till.ask(reversal(3, 1, 1050, remaining(300)));
    expect((await till.ask(reversal(2, 1, 1050, remaining(700)))).fields[39]).toBe('00');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 300 }]);
    expect((await till.ask(reversal(4, 1, 1050, remaining(5000)))).fields[39]).toBe('00');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 300 }]);
  });

  test('down to nothing is a full one, and nothing brings it back', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 1050));
    await till.ask(reversal(2, 1, 1050, remaining(0)));
    await till.ask(reversal(3, 1, 1050, remaining(300)));
    expect(await bookOf(bank)).toMatchObject({ accounts: [{ held: 0 }], authorisations: [{ state: 'REVERSED' }] });
  });
});

test('what was captured cannot be reversed: 21', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 1050));
  await till.ask(capture(2, 1, 1050, '1'));
  expect((await till.ask(reversal(3, 1, 1050))).fields[39]).toBe('21');
  expect((await till.ask(reversal(4, 1, 1050, remaining(5)))).fields[39]).toBe('21');
  expect((await bookOf(bank)).accounts).toMatchObject([{ held: 0, captured: 1050, available: 498_950 }]);
});
