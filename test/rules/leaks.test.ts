import { describe, expect, test } from '@jest/globals';
import { cardNumbers, machinePaths, SANDBOX_RANGES, secrets } from './leaks.js';
import { projectFiles, TOP } from './tree.js';

/** This file plants what the rules look for, so it is not read by them. */
const files = projectFiles().filter(({ path }) => path !== 'test/rules/leaks.test.ts');

test('no card number but those of the sandbox grammar is in the tree', () => {
  expect(files.flatMap(cardNumbers)).toEqual([]);
});

test('no key and no token is in the tree', () => {
  expect(files.flatMap(secrets)).toEqual([]);
});

test('no path of the machine it was written on is in the tree', () => {
  expect(files.flatMap(file => machinePaths(file, TOP))).toEqual([]);
});

/** `digits` with the check digit that makes a card number of them. */
function withCheckDigit(digits: string): string {
  const found = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).find(
    number => cardNumbers({ path: 'x', text: number }).length > 0,
  );
  if (!found) throw new Error(`No check digit makes a card number of ${digits}.`);
  return found;
}

describe('a planted card number is caught', () => {
  const sixteen = withCheckDigit('453201511283036');
  const fifteen = withCheckDigit('37999963539843');

  test('with fifteen, sixteen and nineteen digits, and exactly one check digit', () => {
    expect(sixteen).toHaveLength(16);
    expect(fifteen).toHaveLength(15);
    expect(withCheckDigit('621700000000000000')).toHaveLength(19);
    const all = Array.from({ length: 10 }, (_, digit) => `453201511283036${digit}`);
    expect(cardNumbers({ path: 'x', text: all.join('\n') })).toHaveLength(1);
  });

  test.each([
    ['in a string', `const number = '${sixteen}';`],
    ['in a comment', `// try ${sixteen}.`],
    ['with spaces', sixteen.replaceAll(/(\d{4})(?=\d)/g, '$1 ')],
    ['with hyphens', sixteen.replaceAll(/(\d{4})(?=\d)/g, '$1-')],
    ['grouped as American Express does', `${fifteen.slice(0, 4)} ${fifteen.slice(4, 10)} ${fifteen.slice(10)}`],
    ['at the end of a line of a table', `| ${sixteen} |`],
  ])('%s', (_, text) => {
    expect(cardNumbers({ path: 'x.ts', text: `\n${text}\n` })).toEqual([expect.stringMatching(/^x\.ts:2 holds/)]);
  });

  test('but not one of the sandbox, an instant, or digits inside a word', () => {
    const [range = ''] = SANDBOX_RANGES;
    const sandbox = Array.from({ length: 10 }, (_, digit) => `${range}000000000${digit}`).join(' ');
    const others = ['1790000000000', '1790000000008', `a${sixteen}`, `${sixteen}0000`, `x${sixteen}y`].join(' ');
    expect(cardNumbers({ path: 'x', text: `${sandbox} ${others}` })).toEqual([]);
  });
});

describe('a planted secret is caught', () => {
  const long = 'A1b2C3d4'.repeat(5);
  test.each([
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    '-----BEGIN EC PRIVATE KEY-----',
    `sk_${long}`,
    `sk_test_${long}`,
    `pst_${long}`,
    `whsec_${long}`,
    `eyJ${long}.eyJ${long}.${long}`,
    `ghp_${long}`,
    `npm_${long}`,
    `//registry.example/:_authToken=${long}`,
    'AKIAABCDEFGHIJKLMNOP',
    'xoxb-1234567890-abc',
  ])('%s', text => {
    expect(secrets({ path: 'x', text: `\n${text}` })).toHaveLength(1);
  });

  test('but not the mention of one', () => {
    const text = '`sk_…` and `pst_…`, `Bearer sk_test`, -----BEGIN CERTIFICATE-----, _authToken=$NPM_TOKEN';
    expect(secrets({ path: 'x', text })).toEqual([]);
  });
});

test('a planted path of a machine is caught', () => {
  const planted = ['cd /home/ada/guichet', '"/Users/ada"', `see ${TOP}/server`, 'in `/root/x`', 'C:\\Users\\ada'];
  expect(planted.flatMap(text => machinePaths({ path: 'x', text }, TOP))).toHaveLength(planted.length);
  const allowed = ['/var/lib/guichet', 'POST /graphql', 'https://example.org/home/page'];
  expect(allowed.flatMap(text => machinePaths({ path: 'x', text }, TOP))).toEqual([]);
});
