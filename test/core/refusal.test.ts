import { expect, test } from '@jest/globals';
import { refuse, REFUSAL_CODES, RefusalError } from '../../server/core/refusal.js';

test('a refusal carries its code, its sentence and the field at fault', () => {
  const refusal = refuse('EXPIRY_INVALID', 'Not a date.', 'expiry');
  expect(refusal).toBeInstanceOf(RefusalError);
  expect({ ...refusal, message: refusal.message }).toEqual({
    name: 'RefusalError',
    code: 'EXPIRY_INVALID',
    message: 'Not a date.',
    details: { path: 'expiry', retryable: false },
  });
});

test('only what passes by itself may be tried again unchanged', () => {
  const codes = Object.keys(REFUSAL_CODES) as (keyof typeof REFUSAL_CODES)[];
  const retryable = codes.filter(code => refuse(code, 'No.').details.retryable);
  expect(retryable.toSorted()).toEqual(['IN_FLIGHT', 'ORDER_IN_PROGRESS', 'RATE_LIMITED']);
  expect(refuse('IN_FLIGHT', 'No.', { retryable: false }).details.retryable).toBe(false);
});

test('every code has a sentence', () => {
  for (const sentence of Object.values(REFUSAL_CODES)) expect(sentence).toMatch(/^[A-Z].+\.$/);
});
