import { expect, test } from '@jest/globals';
import { House, control } from './house.js';
import { authorisation, original, reversal, rrnOf } from './messages.js';
import { tagsOf } from './wire.js';

const house = House.forEachTest();

test('a good card is approved, and the account holds the amount', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  const answer = await till.ask(authorisation(1, 1050));
  expect(answer).toMatchObject({ mti: '0110', fields: { 11: '000001', 37: rrnOf(1), 39: '00', 4: '000000001050' } });
  expect(answer.fields[38]).toMatch(/^[0-9A-Z]{6}$/);
  expect(tagsOf(answer)).toEqual({ ST: expect.stringMatching(/^[0-9A-Z]{15}$/) });
  const { body } = await control(bank, 'GET', '/book');
  expect(body.accounts).toMatchObject([
    { held: 1050, captured: 0, limit: 500_000, available: 498_950, currency: 'EUR' },
  ]);
});

test('a reversal gives back what is held', async () => {
  const bank = await house().bank();
  const till = await house().till(bank);
  await till.ask(authorisation(1, 1050));
  const answer = await till.ask(reversal(2, 1, 1050));
  expect(answer).toMatchObject({ mti: '0430', fields: { 11: '000002', 39: '00' } });
  const { body } = await control(bank, 'GET', '/book');
  expect(body.accounts[0]).toMatchObject({ held: 0, available: 500_000 });
  expect(body.authorisations).toMatchObject([{ rrn: rrnOf(1), state: 'REVERSED', amount: 1050, held: 0 }]);
  expect(original(1)).toHaveLength(42);
});
