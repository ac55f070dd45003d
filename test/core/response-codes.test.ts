import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RESPONSE_CODES } from '../../server/core/response-code-table.js';
import {
  FAMILIES,
  judgeAuthorisation,
  LATER_ms,
  mayBeUsedAgain,
  mayOtherCardTry,
  maySameCardTryAgain,
  readResponseCode,
  SAME_CARD_ADVICE,
  WHO_ACTS,
  type AuthorisationCircumstances,
} from '../../server/core/response-codes.js';

const anonymous = { brand: 'VISA', authenticated: false, canAuthenticate: false } as const;
const enrolled = { ...anonymous, canAuthenticate: true } as const;

function verdictOf65(given: Partial<AuthorisationCircumstances>) {
  return judgeAuthorisation('65', { ...enrolled, brand: 'MASTERCARD', ...given }).verdict;
}

/** The table as its keepers publish it, where the checkout has it at hand. */
const PUBLISHED = join(__dirname, '../../../shared/data/response-codes.csv');

(existsSync(PUBLISHED) ? test : test.skip)('the table is the published one, line for line', () => {
  const [, ...lines] = readFileSync(PUBLISHED, 'utf8').trim().split('\n');
  const ours = RESPONSE_CODES.map(([code, meaning, family, whoActs, sameCardAgain, otherCard]) => {
    const other = family === 'APPROVED' ? '' : otherCard ? 'yes' : 'no';
    return [code, meaning, family.toLowerCase(), whoActs.toLowerCase(), sameCardAgain?.toLowerCase() ?? '', other];
  });
  expect(ours.map(row => row.join(','))).toEqual(lines);
});

test('every code stands once, is two characters, and uses every word there is', () => {
  const codes = RESPONSE_CODES.map(([code]) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.filter(code => !/^[0-9A-Z]{2}$/.test(code))).toEqual([]);
  expect(new Set(RESPONSE_CODES.map(row => row[2]))).toEqual(new Set(FAMILIES));
  expect(new Set(RESPONSE_CODES.map(row => row[3]))).toEqual(new Set(WHO_ACTS));
  expect(new Set(RESPONSE_CODES.map(row => row[4]))).toEqual(new Set([...SAME_CARD_ADVICE, null]));
});

test('a listed code says what it means and who can act', () => {
  expect(readResponseCode('51')).toEqual({
    code: '51',
    meaning: 'insufficient funds or limit exceeded',
    family: 'LIMIT',
    whoActs: 'SHOPPER',
    sameCardAgain: 'LATER',
    otherCard: true,
    listed: true,
  });
});

describe('an answer to an authorisation', () => {
  test('of every listed code gets one verdict, and only approvals are approvals', () => {
    const verdicts = Map.groupBy(
      RESPONSE_CODES.map(([code]) => code),
      code => judgeAuthorisation(code, anonymous).verdict,
    );
    expect(verdicts.get('APPROVED')).toEqual(['00', '11']);
    expect(verdicts.get('UNKNOWN')).toEqual(['68', '94', '97']);
    expect(verdicts.get('SOFT_DECLINED')).toBeUndefined();
    expect(verdicts.get('DECLINED')).toHaveLength(RESPONSE_CODES.length - 5);
  });

  test('08 and 10 are declines that are reversed: the host may hold something', () => {
    const reversed = RESPONSE_CODES.map(([code]) => code).filter(code => {
      const { verdict, reverse } = judgeAuthorisation(code, enrolled);
      return verdict === 'DECLINED' && reverse;
    });
    expect(reversed).toEqual(['08', '10']);
  });

  test('an unlisted code is a decline and reversed, whatever it looks like', () => {
    for (const code of ['ZZ', 'N7', '01', '', '000', '00 ', 'toString'])
      expect(judgeAuthorisation(code, enrolled)).toEqual({ verdict: 'DECLINED', reverse: true });
    expect(readResponseCode('ZZ')).toMatchObject({ family: 'DECLINED', listed: false, sameCardAgain: 'NO' });
  });

  test('an unknown is reversed', () => {
    expect(judgeAuthorisation('68', anonymous)).toEqual({ verdict: 'UNKNOWN', reverse: true });
  });

  test('A1 and 1A send the shopper to be authenticated, where that is possible', () => {
    for (const code of ['A1', '1A']) {
      expect(judgeAuthorisation(code, enrolled)).toEqual({ verdict: 'SOFT_DECLINED', reverse: false });
      expect(judgeAuthorisation(code, { ...enrolled, authenticated: true }).verdict).toBe('SOFT_DECLINED');
      expect(judgeAuthorisation(code, anonymous)).toEqual({ verdict: 'DECLINED', reverse: false });
    }
  });

  test('65 does so from Mastercard only, and only where there was no authentication', () => {
    expect(verdictOf65({})).toBe('SOFT_DECLINED');
    expect(verdictOf65({ authenticated: true })).toBe('DECLINED');
    expect(verdictOf65({ canAuthenticate: false })).toBe('DECLINED');
    expect(verdictOf65({ brand: 'VISA' })).toBe('DECLINED');
  });
});

describe('after a decline', () => {
  test('the same card may be tried again now, with corrected data, or after an hour', () => {
    expect(maySameCardTryAgain('17', 0)).toBe(true);
    expect(maySameCardTryAgain('82', 0)).toBe(true);
    expect(maySameCardTryAgain('51', LATER_ms - 1)).toBe(false);
    expect(maySameCardTryAgain('51', LATER_ms)).toBe(true);
    for (const code of ['43', '12', 'A1', 'ZZ', '68', '00'])
      expect(maySameCardTryAgain(code, 2 * LATER_ms)).toBe(false);
  });

  test('another card may be tried where the card was the trouble', () => {
    expect(['51', '43', 'ZZ'].filter(mayOtherCardTry)).toEqual(['51', '43', 'ZZ']);
    expect(['03', '13', '34', '68', '00'].filter(mayOtherCardTry)).toEqual([]);
  });

  test('never means never, also without its holder', () => {
    expect(['04', '41', '43', '46', 'R1', 'R3'].filter(mayBeUsedAgain)).toEqual([]);
    expect(['00', '51', '05', '12'].filter(mayBeUsedAgain)).toEqual(['00', '51', '05', '12']);
  });
});
