import { beforeEach, describe, expect, test } from '@jest/globals';
import { createLog } from '../../server/adapters/log.js';
import { Secret } from '../../server/core/secret.js';
import { sandboxCard } from '../support/shopping.js';

let lines: string[];
let log: ReturnType<typeof createLog>;
beforeEach(() => {
  lines = [];
  log = createLog({ level: 'info', write: line => lines.push(line) });
});
const number = sandboxCard('00');
const written = (): Record<string, unknown> => JSON.parse(lines.join('')) as Record<string, unknown>;

describe('no card number gets into a line', () => {
  const circle: Record<string, unknown> = {};
  circle['itself'] = circle;

  test.each([
    ['a fact', { number }],
    ['the name of a fact', { [number]: 1 }],
    ['the middle of a text', { note: `card ${number}, please` }],
    ['groups', { note: number.replaceAll(/(\d{4})/g, '$1 ') }],
    ['dashes', { note: number.replaceAll(/(\d{4})/g, '$1-') }],
    ['an object', { request: { fields: { 2: number } } }],
    ['a list', { numbers: [number] }],
    ['an error', { error: new Error(`bad card ${number}`) }],
    ["an error's cause", { error: new Error('bad', { cause: new Error(number) }) }],
    ['an error in an object', { outcome: { error: new Error(number) } }],
    ['a number', { card: Number(number) }],
    ['a big number', { card: BigInt(number) }],
    ['a map', { fields: new Map([[2, number]]) }],
    ['bytes', { bytes: Buffer.from(number) }],
    ['a secret', { secret: new Secret(number) }],
    ['something in a circle', { circle, number }],
  ])('as %s', (_, facts) => {
    log.info('happened', facts);
    expect(lines).toHaveLength(1);
    expect(lines.join('').replaceAll(/[ -]/g, '')).not.toContain(number);
  });

  test('as the event itself', () => {
    log.error(`card ${number}`);
    expect(lines.join('')).not.toContain(number);
  });
});

test('what is not a card stays readable: ids, instants, amounts, stacks', () => {
  const at = new Date('2026-03-10T09:00:00.000Z');
  log.warn('happened', {
    id: 'txn_01m84xvwf6s6v0wae4q6dgkz7c',
    amount: 1050n,
    at,
    error: new Error('bad'),
    rrn: '6069ABCDEFGH',
  });
  expect(written()).toMatchObject({
    level: 'warn',
    msg: 'happened',
    id: 'txn_01m84xvwf6s6v0wae4q6dgkz7c',
    amount: '1050',
    at: at.toISOString(),
    rrn: '6069ABCDEFGH',
    error: expect.stringMatching(/^Error: bad\n {4}at /),
  });
});

test('a line is one line, whatever is in it', () => {
  log.info('two\nlines', { note: 'a\nb\u2028c', nothing: undefined, none: null });
  expect(lines.join('').trimEnd().split('\n')).toHaveLength(1);
});
