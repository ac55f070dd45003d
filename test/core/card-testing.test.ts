import { describe, expect, test } from '@jest/globals';
import {
  cardTestingRule,
  MOST_DECLINED,
  MOST_DECLINED_UNDER_ATTACK,
  UNTELLING_CODES,
  type RecentTries,
  type Tried,
} from '../../server/core/card-testing.js';
import { RESPONSE_CODES } from '../../server/core/response-code-table.js';

const tried = (declined: number, paid = 0, underway = 0): Tried => ({ declined, paid, underway });
const NOTHING = tried(0);

function ruleOf(changes: Partial<RecentTries>) {
  return cardTestingRule({ ofAddress: NOTHING, ofBin: NOTHING, ofShop: NOTHING, isKnown: false, ...changes });
}

describe('one address, or one BIN', () => {
  test('may have cards declined up to its limit, and not one more', () => {
    expect(ruleOf({ ofAddress: tried(MOST_DECLINED.address - 1) })).toBeNull();
    expect(ruleOf({ ofAddress: tried(MOST_DECLINED.address) })).toBe('ADDRESS');
    expect(ruleOf({ ofBin: tried(MOST_DECLINED.bin - 1) })).toBeNull();
    expect(ruleOf({ ofBin: tried(MOST_DECLINED.bin) })).toBe('BIN');
  });

  test('is borne as long as two are paid for each that is declined', () => {
    expect(ruleOf({ ofBin: tried(100, 200) })).toBeNull();
    expect(ruleOf({ ofBin: tried(100, 199) })).toBe('BIN');
    expect(ruleOf({ ofAddress: tried(30, 60) })).toBeNull();
  });

  test('has what is under way counted once it is suspect, and not before', () => {
    expect(ruleOf({ ofBin: tried(9, 0, 500) })).toBeNull();
    expect(ruleOf({ ofBin: tried(10, 0, 29) })).toBeNull();
    expect(ruleOf({ ofBin: tried(10, 0, 30) })).toBe('BIN');
    expect(ruleOf({ ofBin: tried(0, 0, 10_000), ofShop: tried(0, 0, 10_000) })).toBeNull();
  });
});

describe('a shop under attack', () => {
  const ofShop = tried(MOST_DECLINED.shop, 3);

  test('bears little of each address and of each BIN, and of those that did nothing all', () => {
    expect(ruleOf({ ofShop })).toBeNull();
    expect(ruleOf({ ofShop, ofAddress: tried(MOST_DECLINED_UNDER_ATTACK.address) })).toBe('ADDRESS');
    expect(ruleOf({ ofShop, ofBin: tried(MOST_DECLINED_UNDER_ATTACK.bin) })).toBe('BIN');
    expect(ruleOf({ ofShop, ofBin: tried(2), ofAddress: tried(2) })).toBeNull();
    expect(ruleOf({ ofShop, ofBin: tried(3, 6) })).toBeNull();
  });

  test('is not one that sells much and has many declined for that reason', () => {
    expect(ruleOf({ ofShop: tried(300, 1_000), ofBin: tried(20, 45) })).toBeNull();
  });
});

test('a card that was good here before is not being tried out, except from an address that tries many', () => {
  const ofBin = tried(300);
  expect(ruleOf({ ofBin, isKnown: true })).toBeNull();
  expect(ruleOf({ ofBin, ofAddress: tried(30), isKnown: true })).toBe('ADDRESS');
});

test('without an address that tells people apart, the other rules still hold', () => {
  expect(ruleOf({ ofAddress: null, ofBin: tried(40) })).toBe('BIN');
  expect(ruleOf({ ofAddress: null })).toBeNull();
});

test('a fault on the way, of the contract, or nobody’s answer tells nothing of a card', () => {
  for (const code of ['91', '96', '58', '03', '68', '17', 'A1', '00']) expect(UNTELLING_CODES).toContain(code);
  for (const code of ['05', '14', '51', '54', '59', '41', '43']) expect(UNTELLING_CODES).not.toContain(code);
  const telling = RESPONSE_CODES.length - UNTELLING_CODES.length;
  // Whoever tries every code once stays below the limits.
  expect(telling).toBeLessThan(Math.min(...Object.values(MOST_DECLINED)));
});
