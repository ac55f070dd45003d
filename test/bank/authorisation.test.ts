import { describe, expect, test } from '@jest/globals';
import { cardNumber, luhnDigit } from '../../bank/grammar.js';
import { House, bookOf } from './house.js';
import { authorisation, reversal, rrnOf, tags } from './messages.js';
import { areq, ares } from './threeds.js';
import { tagsOf } from './wire.js';

const house = House.forEachTest();

test('a good card is approved, and the account holds the amount', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  const answer = await till.ask(authorisation(1, 1050));
  expect(answer).toMatchObject({ mti: '0110', fields: { 11: '000001', 37: rrnOf(1), 39: '00', 4: '000000001050' } });
  expect(answer.fields[38]).toMatch(/^[0-9A-Z]{6}$/);
  expect(tagsOf(answer)).toEqual({ ST: expect.stringMatching(/^[0-9A-Z]{15}$/) });
  expect(Object.keys(answer.fields).map(Number)).toEqual([3, 4, 7, 11, 32, 37, 38, 39, 41, 42, 48, 49]);
  const { accounts } = await bookOf(bank);
  expect(accounts).toEqual([
    {
      card: '497010******1004',
      currency: 'EUR',
      limit: 500_000,
      held: 1050,
      captured: 0,
      refunded: 0,
      available: 498_950,
    },
  ]);
});

test('beyond the limit a card is declined with 51, and a reversal makes room again', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  expect(await till.ask(authorisation(1, 400_000))).toMatchObject({ fields: { 39: '00' } });
  expect(await till.ask(authorisation(2, 100_001))).toMatchObject({ fields: { 39: '51' } });
  expect(await till.ask(authorisation(3, 100_000))).toMatchObject({ fields: { 39: '00' } });
  await till.ask(reversal(4, 1, 400_000));
  expect(await till.ask(authorisation(5, 100_001))).toMatchObject({ fields: { 39: '00' } });
});

test.each([
  ['392', 5_000],
  ['978', 500_000],
  ['048', 5_000_000],
])('in currency %s the limit is %i minor units', async (currency, limit) => {
  const till = await house().till(await house().bank());
  expect(await till.ask(authorisation(1, limit + 1, { 49: currency }))).toMatchObject({ fields: { 39: '51' } });
  expect(await till.ask(authorisation(2, limit, { 49: currency }))).toMatchObject({ fields: { 39: '00' } });
  expect(await till.ask(authorisation(3, 1, { 49: currency }))).toMatchObject({ fields: { 39: '51' } });
});

test('an amount of zero checks the card and holds nothing', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  const answer = await till.ask(authorisation(1, 0));
  expect(answer).toMatchObject({ fields: { 39: '00', 38: expect.any(String), 48: expect.stringMatching(/^ST/) } });
  expect(await bookOf(bank)).toMatchObject({ accounts: [], authorisations: [{ state: 'CHECKED', held: 0 }] });
});

describe('the card says what happens', () => {
  test.each(['05', '41', '43', '91', '68', '97', '94', 'R0', 'R1', 'R3'])(
    'code %s declines, and nothing is held',
    async code => {
      const bank = await house().bank();
      const till = await house().till(bank);
      const answer = await till.ask(authorisation(1, 100, { 2: cardNumber('411111', '00', 7, code) }));
      expect(answer.fields[39]).toBe(code);
      expect(answer.fields).not.toHaveProperty('38');
      expect(await bookOf(bank)).toMatchObject({ accounts: [], authorisations: [{ state: 'DECLINED', code }] });
    },
  );

  test.each(['08', '10'])('code %s is no plain yes, and yet the amount is held until it is reversed', async code => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const card = { 2: cardNumber('411111', '00', 7, code) };
    const answer = await till.ask(authorisation(1, 100, card));
    expect(answer.fields[39]).toBe(code);
    expect(answer.fields).not.toHaveProperty('38');
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 100 }]);
    await till.ask(reversal(2, 1, 100, card));
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 0 }]);
  });

  test('code 11 approves', async () => {
    const till = await house().till(await house().bank());
    const answer = await till.ask(authorisation(1, 100, { 2: cardNumber('411111', '00', 7, '11') }));
    expect(answer).toMatchObject({ fields: { 39: '11', 38: expect.any(String) } });
  });

  test.each(['A1', '1A'])('code %s is answered while no CAVV comes, and only to an enrolled card', async code => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const enrolled = { 2: cardNumber('411111', '01', 7, code) };
    const { authenticationValue = '', eci = '' } = await ares(bank, areq(enrolled[2], { purchaseAmount: '100' }));
    const proof = { 48: tags({ CV: authenticationValue, EC: eci, BR: 'VISA', IN: 'S' }) };
    expect((await till.ask(authorisation(1, 100, enrolled))).fields[39]).toBe(code);
    expect((await till.ask(authorisation(2, 100, { ...enrolled, ...proof }))).fields[39]).toBe('00');
    const notEnrolled = { 2: cardNumber('411111', '00', 7, code) };
    expect((await till.ask(authorisation(3, 100, notEnrolled))).fields[39]).toBe('00');
    const notEnrolledRange = { 2: cardNumber('400012', '02', 7, code) };
    expect((await till.ask(authorisation(4, 100, notEnrolledRange))).fields[39]).toBe('00');
  });

  test.each([
    ['a number that fails the Luhn check', '4970100000001005', '14'],
    ['a number nobody issued', `499999000000000${luhnDigit('499999000000000')}`, '15'],
    ['a number of the wrong length', `4111110000000010${luhnDigit('4111110000000010')}`, '15'],
    ["SIPS's own approved card", '4100000000000000', '00'],
    ["SIPS's own declined card", '4100000000000005', '05'],
    ["SIPS's card with a code it does not know", '5100000000000077', '00'],
    ["SIPS's Amex", '340000000000051', '51'],
    ["too short a card of SIPS's", '41000000000005', '14'],
  ])('%s gets %s: %s', async (_what, number, code) => {
    const till = await house().till(await house().bank());
    expect((await till.ask(authorisation(1, 100, { 2: number }))).fields[39]).toBe(code);
  });
});

describe('the security code', () => {
  const withCode = { 48: tags({ SC: '123', BR: 'VISA', IN: 'S' }) };
  test.each([
    ['00', 'M'],
    ['05', 'M'],
    ['82', 'N'],
    ['91', 'P'],
  ])('with a card of code %s the result is %s', async (code, result) => {
    const till = await house().till(await house().bank());
    const answer = await till.ask(authorisation(1, 100, { 2: cardNumber('411111', '00', 7, code), ...withCode }));
    expect(answer.fields[39]).toBe(code);
    expect(tagsOf(answer)['SR']).toBe(result);
  });

  test('no code, no result', async () => {
    const till = await house().till(await house().bank());
    const answer = await till.ask(authorisation(1, 100, { 2: cardNumber('411111', '00', 7, '82') }));
    expect(answer.fields).toMatchObject({ 39: '82' });
    expect(answer.fields).not.toHaveProperty('48');
  });
});

test('a card is good until its month is over everywhere on earth, then 54', async () => {
  const endOfApril = Date.UTC(2027, 4, 1, 12);
  let now = endOfApril - 1;
  const till = await house().till(await house().bank({ now: () => now }));
  expect((await till.ask(authorisation(1, 100, { 14: '2704' }))).fields[39]).toBe('00');
  now = endOfApril;
  expect((await till.ask(authorisation(2, 100, { 14: '2704' }))).fields[39]).toBe('54');
});

test.each([
  ['a currency the bank has no accounts in', { 49: '999' }],
  ['a refund asked for as an authorisation', { 3: '200000' }],
])('%s is declined with 12', async (_what, fields) => {
  const till = await house().till(await house().bank());
  expect((await till.ask(authorisation(1, 100, fields))).fields[39]).toBe('12');
});

describe('the same message twice', () => {
  test('gets the first answer again, and never a second hold', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const first = await till.ask(authorisation(1, 1050));
    expect(await till.ask(authorisation(1, 1050))).toEqual(first);
    const other = await house().till(bank);
    expect(await other.ask(authorisation(1, 1050))).toEqual(first);
    const { accounts, authorisations } = await bookOf(bank);
    expect(accounts).toMatchObject([{ held: 1050 }]);
    expect(authorisations).toHaveLength(1);
  });

  test('under way at once, on two connections, holds once', async () => {
    const bank = await house().bank();
    const [one, two] = [await house().till(bank), await house().till(bank)];
    const [first, second] = await Promise.all([one.ask(authorisation(1, 10)), two.ask(authorisation(1, 10))]);
    expect(second).toEqual(first);
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 10 }]);
  });

  test('is another message when STAN, time, terminal or acceptor differ', async () => {
    const bank = await house().bank();
    const till = await house().till(bank);
    await till.ask(authorisation(1, 10));
    for (const [place, fields] of [
      { 11: '000002' },
      { 7: '0314101501' },
      { 41: 'TILL0002' },
      { 42: 'SHOP00000000002' },
    ].entries())
      await till.ask(authorisation(1, 10, { 37: `R0000000010${place}`, ...fields }));
    expect((await bookOf(bank)).accounts).toMatchObject([{ held: 50 }]);
  });
});

test('an RRN that holds money already cannot hold more, and can again once it was reversed', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 10));
  expect((await till.ask(authorisation(2, 10, { 37: rrnOf(1) }))).fields[39]).toBe('94');
  await till.ask(reversal(3, 1, 10));
  expect((await till.ask(authorisation(4, 10, { 37: rrnOf(1) }))).fields[39]).toBe('00');
  expect((await bookOf(bank)).accounts).toMatchObject([{ held: 10 }]);
});

test('the same request from another terminal is declined with 94, and leaves the first as it is', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 10));
  await till.ask(reversal(2, 1, 10));
  expect((await till.ask(authorisation(1, 10, { 41: 'TILL0002' }))).fields[39]).toBe('94');
  expect((await bookOf(bank)).authorisations).toMatchObject([{ terminal: 'TILL0001', state: 'REVERSED' }]);
});
