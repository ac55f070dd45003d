import { describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cardNumber, maskCard, passesLuhn, readCard } from '../../bank/grammar.js';
import { RANGES, SIPS_PREFIXES } from '../../bank/ranges.js';

const seen = (values: readonly string[]) => [...new Set(values)].toSorted();

test('the fixed ranges are what they are', () => {
  expect(
    RANGES.slice(0, 7).map(({ bin, brands, country, funding, enrolled, length }) =>
      [bin, brands.join('+'), country, funding, enrolled ? 'enrolled' : 'not', length].join(' '),
    ),
  ).toEqual([
    '497010 CB+VISA FR CREDIT enrolled 16',
    '513100 CB+MASTERCARD FR DEBIT enrolled 16',
    '411111 VISA US CREDIT enrolled 16',
    '555555 MASTERCARD DE CREDIT enrolled 16',
    '400012 VISA GB DEBIT not 16',
    '520012 MASTERCARD BR PREPAID not 16',
    '378282 AMEX US CORPORATE enrolled 15',
  ]);
});

test('no two ranges overlap, and there is one of every brand, funding and country', () => {
  const bins = [...RANGES, ...SIPS_PREFIXES].map(range => range.bin);
  expect(new Set(bins).size).toBe(bins.length);
  expect(seen(RANGES.map(range => range.brands.join('+')))).toEqual(
    'AMEX,CB,CB+MASTERCARD,CB+VISA,MAESTRO,MASTERCARD,VISA'.split(','),
  );
  expect(seen(RANGES.map(range => range.funding))).toEqual('CORPORATE,CREDIT,DEBIT,PREPAID'.split(','));
  expect(seen(RANGES.map(range => range.country))).toEqual('BR,DE,FR,GB,JP,US'.split(','));
});

describe('a card number', () => {
  test.each([
    ['497010', '02', 12_345, '51', ['497010', '02', '12345', '51'].join('')],
    ['378282', '01', 1234, 'A1', ['378282', '01', '1234', '70'].join('')],
    ['411111', '00', 7, '1A', ['411111', '00', '00007', '71'].join('')],
  ])('of %s, %s, %i and %s is built, and read back', (bin, authentication, serial, code, body) => {
    const number = cardNumber(bin, authentication, serial, code);
    expect(number.slice(0, -1)).toBe(body);
    expect(passesLuhn(number)).toBe(true);
    expect(readCard(number)).toMatchObject({ code, enrolled: authentication !== '00', range: { bin } });
  });

  test('of nobody cannot be built', () => {
    expect(() => cardNumber('999999', '00', 1, '00')).toThrow('nobody issues 999999');
    expect(() => cardNumber('411111', '0', 1, '00')).toThrow('make no card number');
    expect(() => cardNumber('411111', '00', 1, 'XX')).toThrow('make no card number');
  });

  test('is shown with six and four digits at most', () => {
    expect(maskCard('4970100000001004')).toBe('497010******1004');
    expect(maskCard('378282000001006')).toBe('378282*****1006');
  });
});

test.each(SIPS_PREFIXES)("SIPS's $bin decides by its last two digits, and needs no Luhn digit", ({ bin, length }) => {
  expect(readCard(bin.padEnd(length, '0'))).toMatchObject({ code: '00' });
  expect(readCard(`${bin.padEnd(length - 2, '0')}51`)).toMatchObject({ code: '51' });
});

test('bank/cards.ts prints a table of cards that pass', async () => {
  const command = ['--import', '@swc-node/register/esm-register', 'bank/cards.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  const [ours, sips] = stdout.split("SIPS's own");
  const numbers = ours?.match(/\b\d{15,16}\b/g) ?? [];
  expect(numbers).toHaveLength(RANGES.length * 2);
  expect(numbers.filter(number => !passesLuhn(number))).toEqual([]);
  expect(sips?.match(/\b\d{15,16}\b/g)).toHaveLength(SIPS_PREFIXES.length * 2);
});
