/**
 * Whole answers, written out by hand from ISO 8583:1987 and bank/PROTOCOL.md.
 */
import { expect, test } from '@jest/globals';
import { decode } from '../../../server/adapters/acquirer/iso8583.js';
import { TERMINAL_AND_ACCEPTOR, wire } from './wire.js';

test('0110, approved', () => {
  const approved = wire(
    '0110',
    '322000010EC18000',
    '000000',
    '000000001050',
    '0714223015',
    '000042',
    '0512345',
    '619521000042',
    'A1B2C3',
    '00',
    TERMINAL_AND_ACCEPTOR,
    '014ST05AB123SR01M',
    '978',
  );
  const { message, fault } = decode(approved);
  expect(fault).toBeNull();
  expect([message.mti, ...message.fields]).toEqual([
    '0110',
    [3, '000000'],
    [4, '000000001050'],
    [7, '0714223015'],
    [11, '000042'],
    [32, '12345'],
    [37, '619521000042'],
    [38, 'A1B2C3'],
    [39, '00'],
    [41, 'T0000001'],
    [42, 'DEMO-SHOP-01'],
    [48, 'ST05AB123SR01M'],
    [49, '978'],
  ]);
});

test('0430, done', () => {
  const done = wire(
    '0430',
    '322000010AC08000',
    '000000',
    '000000001050',
    '0714223015',
    '000043',
    '0512345',
    '619521000042',
    '00',
    TERMINAL_AND_ACCEPTOR,
    '978',
  );
  const { message, fault } = decode(done);
  expect(fault).toBeNull();
  expect([message.mti, ...message.fields]).toEqual([
    '0430',
    [3, '000000'],
    [4, '000000001050'],
    [7, '0714223015'],
    [11, '000043'],
    [32, '12345'],
    [37, '619521000042'],
    [39, '00'],
    [41, 'T0000001'],
    [42, 'DEMO-SHOP-01'],
    [49, '978'],
  ]);
});

test('0510, out of balance', () => {
  const outOfBalance = wire(
    '0510',
    '8220000102C04000 4050050080000000',
    '0714223015',
    '000046',
    '0512345',
    '95',
    TERMINAL_AND_ACCEPTOR,
    '978',
    '2',
    '0000000003',
    '0000000012',
    '0000000000000050',
    '0000000000001051',
    'D0000000000001001',
  );
  const { message, fault } = decode(outOfBalance);
  expect(fault).toBeNull();
  expect([39, 50, 66, 74, 76, 86, 88, 97].map(number => message.fields.get(number))).toEqual([
    '95',
    '978',
    '2',
    '0000000003',
    '0000000012',
    '0000000000000050',
    '0000000000001051',
    'D0000000000001001',
  ]);
});

test('a second bitmap that announces nothing is taken as it is', () => {
  const read = decode(wire('0810', 'A220000002000000 0000000000000000', '000000', '0102030405', '000007', '00'));
  expect(read.fault).toBeNull();
  expect(read.message.fields.get(39)).toBe('00');
});
