import { afterEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxCard } from '../../../support/shopping.js';
import { scanFolder, type Found } from '../scan.js';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Thousands of them, so that a hit among them is none by chance. */
const markers = Array.from({ length: 3_000 }, (_, place) => ({
  number: sandboxCard('00', { serial: String(place).padStart(5, '0') }),
}));
const number = markers[1_234]?.number ?? '';
/** Of fifteen digits: half a byte is left over when it is packed. */
const short = sandboxCard('00', { bin: '378282', serial: '0007' });
const all = [...markers, { number: short }];
const masked = (of: string) => `${of.slice(0, 6)}…${of.slice(-4)}`;

async function scanned(
  content: Uint8Array | string,
  { name = 'planted.bin', tokens = false } = {},
): Promise<readonly Found[]> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-scan-'));
  folders.push(folder);
  await writeFile(join(folder, name), content);
  return (await scanFolder(folder, { markers: all, tokens })).found;
}

/** Noise without a long run of digits in any writing, so that what is found is what was planted. */
function noise(length: number): Buffer {
  let state = 7;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return 0xb0 + ((state >> 16) % 0x40);
    }),
  );
}

const around = (planted: Uint8Array): Buffer => Buffer.concat([noise(500), planted, noise(500)]);
const big = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const packed = (digits: string): Buffer => Buffer.from(digits, 'hex');
const swapped = (digits: string): Buffer => Buffer.from(digits.replaceAll(/(.)(.)/g, '$2$1'), 'hex');
const inGroups = (of: string, gap: string): string => of.match(/.{1,4}/g)?.join(gap) ?? '';
const apart = (of: string, gap: string): string => [...of].join(gap);

const WRITINGS: readonly (readonly [string, (of: string) => Uint8Array | string])[] = [
  ['UTF-8', of => of],
  ['UTF-16, little end first', of => Buffer.from(of, 'utf16le')],
  ['UTF-16, big end first', big],
  ['UTF-16 with spaces between groups', of => Buffer.from(inGroups(of, ' '), 'utf16le')],
  ['spaces between groups', of => inGroups(of, ' ')],
  ['dashes between groups', of => inGroups(of, '-')],
  ['dots between groups', of => inGroups(of, '.')],
  ['no-break spaces between groups', of => inGroups(of, '\u00a0')],
  ['narrow no-break spaces between groups', of => inGroups(of, '\u202f')],
  ['a space between all digits', of => apart(of, ' ')],
  ['a line end between groups', of => inGroups(of, '\r\n')],
  ['base64, first alignment', of => Buffer.from(`abc${of}abc`).toString('base64')],
  ['base64, second alignment', of => Buffer.from(`abcd${of}abc`).toString('base64')],
  ['base64, third alignment', of => Buffer.from(`abcde${of}abc`).toString('base64')],
  ['base64 behind other letters', of => `key${Buffer.from(of).toString('base64')}`],
  ['base64 for addresses', of => Buffer.from(`?>?>${of}`).toString('base64url')],
  [
    'base64 in lines',
    of =>
      (
        Buffer.from(`${'x'.repeat(60)}${of}`)
          .toString('base64')
          .match(/.{1,76}/g) ?? []
      ).join('\r\n'),
  ],
  ['base64 of UTF-16', of => Buffer.from(of, 'utf16le').toString('base64')],
  ['base64 of base64', of => Buffer.from(Buffer.from(`{"number":"${of}"}`).toString('base64')).toString('base64')],
  ['hex in lower case', of => Buffer.from(`z${of}z`).toString('hex')],
  ['hex in upper case', of => Buffer.from(`z${of}z`).toString('hex').toUpperCase()],
  ['hex from an odd place', of => `f${Buffer.from(of).toString('hex')}`],
  [
    'hex with escapes',
    of =>
      Buffer.from(of)
        .toString('hex')
        .replaceAll(/../g, String.raw`\x$&`),
  ],
  ['hex of UTF-16', of => Buffer.from(of, 'utf16le').toString('hex')],
  ['hex of packed digits', of => packed(of.padStart(16, '0')).toString('hex')],
  ['BCD', of => packed(of.padEnd(16, 'f'))],
  ['BCD from the middle of a byte', of => packed(`d${of}`.padEnd(18, 'f'))],
  ['BCD, halves swapped', of => swapped(of.padEnd(16, 'f'))],
  ['BCD, halves swapped, from the middle of a byte', of => swapped(`f${of}`.padEnd(18, 'f'))],
  ['one digit a byte', of => Buffer.from([...of].map(Number))],
  ['EBCDIC', of => Buffer.from([...of].map(digit => 0xf0 + Number(digit)))],
  ['every digit URL-encoded', of => [...of].map(digit => `%3${digit}`).join('')],
  ['URL-encoded spaces between groups', of => inGroups(of, '%20')],
  ['no-break spaces of UTF-8, URL-encoded', of => inGroups(of, '%C2%A0')],
  ['escapes of JSON', of => [...of].map(digit => String.raw`\u003${digit}`).join('')],
  ['entities of HTML', of => [...of].map(digit => `&#${48 + Number(digit)};`).join('')],
  ['quoted-printable, broken', of => `${of.slice(0, 7)}=\r\n${of.slice(7)}`],
];

describe.each(WRITINGS)('%s', (_, write) => {
  test.each([
    ['sixteen digits', number],
    ['fifteen digits', short],
  ])('%s are found in noise', async (_length, of) => {
    const found = await scanned(around(Buffer.from(write(of))));
    expect(found.map(({ what }) => what)).toContain(masked(of));
  });
});

test('what is found is told without its number', async () => {
  const found = await scanned(`{"number":"${number}"}`);
  expect(found.length).toBeGreaterThan(0);
  expect(JSON.stringify(found)).not.toContain(number.slice(4, -2));
});

test('a number that two chunks share is found, in each writing that goes on', async () => {
  const before = Buffer.alloc((1 << 20) - 8, 'z');
  for (const planted of [
    number,
    Buffer.from(number, 'utf16le'),
    packed(number),
    Buffer.from(number).toString('base64'),
    Buffer.from(number).toString('hex'),
  ])
    expect((await scanned(Buffer.concat([before, Buffer.from(planted), noise(10)]))).map(({ what }) => what)).toContain(
      masked(number),
    );
});

test('a name of a file is looked at as well', async () => {
  expect(await scanned('nothing', { name: `receipt-${number}.pdf` })).toHaveLength(1);
});

test('numbers that are no markers, masked ones and noise are let pass', async () => {
  const other = sandboxCard('00', { serial: '99999' });
  const texts = [other, packed(other), masked(number), `${number.slice(0, 15)}x${number.slice(15)}`, noise(100_000)];
  for (const text of texts) expect(await scanned(text)).toEqual([]);
});

test.each([
  ['in the layout of field 48', 'BR04VISASC03123EC0205'],
  ['of four digits', 'SC041234BR04AMEX'],
  ['in UTF-16', Buffer.from('xSC03123BR', 'utf16le')],
  ['in base64', Buffer.from('EC0205SC03123BR04VISA').toString('base64')],
  ['in hex', Buffer.from('EC0205SC03123BR04VISA').toString('hex')],
])('a security code %s is found', async (_, text) => {
  expect((await scanned(text)).length).toBeGreaterThan(0);
});

test('tokens and keys are found where they are looked for', async () => {
  const words = [`pst_${'a'.repeat(43)}`, `sk_test_${'b'.repeat(43)}`, `whsec_${'c'.repeat(43)}=`];
  for (const word of words) {
    expect(await scanned(`authorised with ${word}`, { tokens: true })).toHaveLength(1);
    expect(await scanned(`authorised with ${word}`)).toEqual([]);
  }
});
