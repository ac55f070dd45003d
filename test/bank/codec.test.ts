import { describe, expect, test } from '@jest/globals';
import { decode, encode } from '../../bank/codec.js';
import { House, bookOf } from './house.js';
import { authorisation, capture, refund, reversal, tags, totals } from './messages.js';
import { encode as encodeByHand } from './wire.js';

/** 0800 with fields 7, 11 and 70, byte by byte after ISO 8583:1987: bits 1, 7, 11; then bit 70. */
const SIGN_ON = Buffer.concat([
  Buffer.from('0800'),
  Buffer.from('8220000000000000', 'hex'),
  Buffer.from('0400000000000000', 'hex'),
  Buffer.from(['0314101500', '000001', '001'].join('')),
]);

/** 0110 with fields 2, 3, 39 and 48: bits 1, 2, 3, 39, 48 and a secondary bitmap that announces nothing. */
const ANSWER = Buffer.concat([
  Buffer.from('0110'),
  Buffer.from('e000000002010000', 'hex'),
  Buffer.from('0000000000000000', 'hex'),
  Buffer.from(['16', '4970100000001004', '000000', '00', '005', 'SR01M'].join('')),
]);

const house = House.forEachTest();

describe('golden bytes', () => {
  test('a sign-on is read', () => {
    const { message, fault } = decode(SIGN_ON);
    expect(fault).toBeUndefined();
    expect(message).toMatchObject({ mti: '0800', fields: { 7: '0314101500', 11: '000001', 70: '001' } });
  });

  test('an answer is written, and read without its needless secondary bitmap as well', () => {
    const fields = { 2: '4970100000001004', 3: '000000', 39: '00', 48: 'SR01M' };
    expect(encode('0110', fields)).toEqual(ANSWER);
    expect(decode(ANSWER)).toMatchObject({ message: { fields } });
    const bare = Buffer.concat([ANSWER.subarray(0, 12), ANSWER.subarray(20)]);
    bare[4] = 0x60;
    expect(decode(bare)).toEqual({ message: expect.objectContaining({ fields }) });
  });

  test('what cannot be written is an error and not silence', () => {
    expect(() => encode('0110', { 39: '000' })).toThrow('cannot encode a 0110');
    expect(() => encode('0110', { 39: '' })).toThrow('cannot encode a 0110');
  });
});

const WHOLE = encodeByHand(authorisation(1, 1050));

test('a message cut anywhere is never read as whole', () => {
  for (let length = 0; length < WHOLE.length; length += 1)
    expect(decode(WHOLE.subarray(0, length)).fault).toEqual(expect.any(String));
  expect(decode(WHOLE).fault).toBeUndefined();
  expect(decode(Buffer.concat([WHOLE, Buffer.from('0')])).fault).toBe('more bytes than the bitmap announces');
});

test('behind a length that is no number nothing is believed', () => {
  const changed = Buffer.from(WHOLE);
  changed.write('1x', 12);
  expect(decode(changed)).toMatchObject({ message: { fields: {} }, fault: 'field 2 is cut or too long' });
});

test('whatever its message type is, a message is answered or its connection ends, and the bank goes on', async () => {
  const failures: unknown[] = [];
  const bank = await house().bank({ log: event => event['event'] === 'failed' && failures.push(event) });
  for (let type = 0; type < 1000; type += 1) {
    const till = await house().till(bank);
    const { fields } = authorisation(type + 1, 1);
    till.send({ mti: String(type).padStart(4, '0'), fields });
    await till.until(() => till.came.length > 1).catch(() => undefined);
    expect(till.closed || till.came.length === 2).toBe(true);
    till.close();
  }
  expect(failures).toEqual([]);
});

test('any byte changed to any other is read as something or as a fault, and nothing throws', () => {
  for (let place = 0; place < WHOLE.length; place += 1)
    for (const byte of [0x00, 0x20, 0x2d, 0x41, 0x7f, 0x80, 0xff]) {
      const changed = Buffer.from(WHOLE);
      changed[place] = byte;
      const { message, fault } = decode(changed);
      expect(message ?? fault).toBeDefined();
    }
});

describe('what lacks something or cannot be read', () => {
  const cases: [string, Parameters<typeof encodeByHand>[0]][] = [
    ...Object.keys(authorisation(1, 1).fields)
      .filter(field => !['7', '11', '41', '42'].includes(field))
      .map((field): [string, ReturnType<typeof authorisation>] => {
        const { mti, fields } = authorisation(1, 1);
        return [`an authorisation without field ${field}`, { mti, fields: without(fields, Number(field)) }];
      }),
    ['a reversal without field 90', { mti: '0420', fields: without(reversal(1, 2, 3).fields, 90) }],
    ['a refund without field 90', { mti: '0220', fields: without(refund(1, 2, 3, '1').fields, 90) }],
    ['a capture without batch number', capture(1, 2, 3, '1', { 48: tags({ XX: '1' }) })],
    ['totals without batch number', totals(1, '1', none(), { 48: tags({ XX: '1' }) })],
    ['totals without net amount', { mti: '0500', fields: without(totals(1, '1', none()).fields, 97) }],
    ['an amount with a letter', authorisation(1, 1, { 4: '00000000000x' })],
    ['an expiry in month 13', authorisation(1, 1, { 14: '3013' })],
    ['a card number of eleven digits', authorisation(1, 1, { 2: '41111100000' })],
    ['a name with a letter that is not ASCII', authorisation(1, 1, { 43: `Caf\u00e9${' '.repeat(36)}` })],
    ['an RRN in UTF-8', authorisation(1, 1, { 37: 'R000000000\u00c3\u00a9' })],
    ['field 48 that is no run of tags', authorisation(1, 1, { 48: 'hello' })],
    ['a tag that promises more than comes', authorisation(1, 1, { 48: 'BR09CB' })],
    ['a tag twice', authorisation(1, 1, { 48: 'IN01SIN01S' })],
    ['a security code of two digits', authorisation(1, 1, { 48: tags({ SC: '12' }) })],
    ['an unknown brand', authorisation(1, 1, { 48: tags({ BR: 'DINERS' }) })],
    ['a CAVV of the wrong length', authorisation(1, 1, { 48: tags({ CV: 'AAAA' }) })],
    ['a request the bank does not take', { ...authorisation(1, 1), mti: '0200' }],
    ['the repeat of an authorisation, which there is not', { ...authorisation(1, 1), mti: '0101' }],
  ];

  test.each(cases)('%s is answered with 30 and changes nothing', async (_what, message) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    const answer = await till.ask(message);
    expect(answer.fields).toMatchObject({ 7: '0314101500', 11: '000001', 39: '30' });
    expect(answer.mti).toBe(`${message.mti.slice(0, 2)}${Number(message.mti[2]) + 1}0`);
    expect(await bookOf(bank)).toMatchObject({ accounts: [], authorisations: [], batches: [] });
  });

  test('the same message, sent again as it should be, is judged', async () => {
    const till = await house().till(await house().bank());
    await till.ask(authorisation(1, 10, { 14: '3013' }));
    expect((await till.ask(authorisation(1, 10))).fields[39]).toBe('00');
  });

  test.each([
    ...['7', '11', '41', '42'].map((field): [string, Buffer] => {
      const { mti, fields } = authorisation(1, 1);
      return [`field ${field} missing`, encodeByHand({ mti, fields: without(fields, Number(field)) })];
    }),
    ['an answer instead of a request', encodeByHand({ ...authorisation(1, 1), mti: '0110' })],
    ['an MTI that is none', Buffer.concat([Buffer.from('abcd'), WHOLE.subarray(4)])],
    ['a message type nobody knows', Buffer.concat([Buffer.from('7777'), WHOLE.subarray(4)])],
    ['a STAN of zero', encodeByHand(authorisation(0, 1))],
    ['a thirty-second of a month of thirty-one days', encodeByHand(authorisation(1, 1, { 7: '0332101500' }))],
    ['a message cut in its first field', WHOLE.subarray(0, 20)],
  ])('%s ends the connection', async (_what, payload) => {
    const bank = await house().bank();
    const till = await house().till(bank);
    till.socket.write(Buffer.concat([Buffer.from([payload.length >> 8, payload.length & 255]), payload]));
    await till.end();
    expect(await bookOf(bank)).toMatchObject({ authorisations: [], messages: { in: 1, out: 1 } });
  });
});

function none() {
  return { debits: 0, debitAmount: 0, credits: 0, creditAmount: 0 };
}

function without(fields: Readonly<Record<number, string>>, field: number): Record<number, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => Number(name) !== field));
}
