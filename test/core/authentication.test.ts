import { expect, test } from '@jest/globals';
import {
  AUTHENTICATION_OUTCOMES,
  AUTHENTICATION_TABLE,
  liabilityOf,
  mayAuthorise,
  outcomeOf,
} from '../../server/core/authentication.js';

test('every outcome: may it be authorised where the shop goes on when nobody could say, and where it does not', () => {
  const grid = AUTHENTICATION_OUTCOMES.map(outcome => [
    outcome,
    mayAuthorise(outcome, { authoriseIfUnavailable: true }),
    mayAuthorise(outcome, { authoriseIfUnavailable: false }),
  ]);
  expect(grid).toEqual([
    ['NOT_ENROLLED', true, true],
    ['NOT_REQUESTED', true, true],
    ['AUTHENTICATED', true, true],
    ['ATTEMPTED', true, true],
    ['INFORMATIONAL', true, true],
    ['UNAVAILABLE', true, false],
    ['FAILED', false, false],
    ['REJECTED', false, false],
    ['ABANDONED', false, false],
  ]);
});

test('every letter of transStatus; a challenge, or a letter nobody knows, ends nothing', () => {
  const letters = ['Y', 'A', 'I', 'U', 'N', 'R', 'D', 'C', 'S', 'y', '', 'YA'];
  expect(letters.map(letter => outcomeOf(letter))).toEqual([
    'AUTHENTICATED',
    'ATTEMPTED',
    'INFORMATIONAL',
    'UNAVAILABLE',
    'FAILED',
    'REJECTED',
    'REJECTED',
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('only an authentication, or the attempt at one, brings a proof', () => {
  const bring = AUTHENTICATION_OUTCOMES.filter(outcome => AUTHENTICATION_TABLE[outcome].carriesProof);
  expect(bring).toEqual(['AUTHENTICATED', 'ATTEMPTED']);
});

test('the issuer is liable with the indicators of its scheme only', () => {
  const indicators = ['01', '02', '05', '06', '00', '07', '', null];
  const issuers = (brand: Parameters<typeof liabilityOf>[0]) =>
    indicators.filter(eci => liabilityOf(brand, eci) === 'ISSUER');
  for (const brand of ['VISA', 'CB', 'AMEX'] as const) expect(issuers(brand)).toEqual(['05', '06']);
  for (const brand of ['MASTERCARD', 'MAESTRO'] as const) expect(issuers(brand)).toEqual(['01', '02']);
});
