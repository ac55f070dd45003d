import { expect, test } from '@jest/globals';
import { actorOf } from '../../server/core/caller.js';
import { requireBelowCeiling } from '../../server/members/ceiling.js';

const member = (profile: 'VIEWER' | 'OPERATOR' | 'ACCOUNTANT') =>
  actorOf({ kind: 'MEMBER', shopId: 'shop_1', memberId: 'mem_1', signInId: 'sin_1', profile });
const KEY = actorOf({ kind: 'KEY', shopId: 'shop_1', keyId: 'key_1', createdBy: 'mem_1', scopes: new Set() });
const ask = (who: typeof KEY, ceiling: bigint | null, amount: bigint) => () =>
  requireBelowCeiling(who, { operator_ceiling: ceiling }, { amount, currency: 'EUR' });

test('an operator gives back up to the ceiling, and not one cent more', () => {
  expect(ask(member('OPERATOR'), 5000n, 5000n)).not.toThrow();
  expect(ask(member('OPERATOR'), 5000n, 5001n)).toThrow(
    expect.objectContaining({ code: 'ABOVE_CEILING', details: expect.objectContaining({ limit: '50.00 EUR' }) }),
  );
  expect(ask(member('OPERATOR'), null, 999_999_999_999n)).not.toThrow();
  expect(ask(member('OPERATOR'), 0n, 1n)).toThrow();
});

test('an accountant and a key have no ceiling', () => {
  expect(ask(member('ACCOUNTANT'), 5000n, 5001n)).not.toThrow();
  expect(ask(KEY, 5000n, 5001n)).not.toThrow();
});
