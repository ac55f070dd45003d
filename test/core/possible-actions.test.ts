import { describe, expect, test } from '@jest/globals';
import { NO_AMOUNTS } from '../../server/core/amounts.js';
import {
  ACTIONS,
  chooseReverse,
  possibleActions,
  requireAction,
  requireCancel,
  requireRefund,
  requireValidation,
  type Action,
  type TransactionFacts,
} from '../../server/core/possible-actions.js';
import { RefusalError } from '../../server/core/refusal.js';
import { TRANSACTION_STATUSES, type TransactionStatus } from '../../server/core/transaction.js';

const NOW = new Date('2026-03-10T12:00:00Z');
const SOON = new Date('2026-03-10T21:00:00Z');
const PASSED = new Date('2026-03-10T11:59:59Z');

const AMOUNTS: Partial<Record<TransactionStatus, TransactionFacts['amounts']>> = {
  TO_REVIEW: { ...NO_AMOUNTS, authorised: 1000n, toValidate: 1000n },
  TO_VALIDATE: { ...NO_AMOUNTS, authorised: 1000n, toValidate: 900n, cancelled: 100n },
  TO_AUTHORISE: { ...NO_AMOUNTS, authorised: 1000n, toCapture: 1000n },
  TO_CAPTURE: { ...NO_AMOUNTS, authorised: 1000n, toCapture: 1000n },
  REMITTING: { ...NO_AMOUNTS, authorised: 1000n, remitting: 1000n },
  CAPTURED: { ...NO_AMOUNTS, authorised: 1000n, captured: 1000n, refunded: 200n, refundPending: 50n },
  CANCELLED: { ...NO_AMOUNTS, authorised: 1000n, cancelled: 1000n },
  EXPIRED: { ...NO_AMOUNTS, authorised: 1000n, cancelled: 1000n },
};

function facts(status: TransactionStatus, given: Partial<TransactionFacts> = {}): TransactionFacts {
  return {
    status,
    amounts: AMOUNTS[status] ?? NO_AMOUNTS,
    currency: 'EUR',
    validationDeadline: status === 'TO_VALIDATE' ? SOON : null,
    reviewDeadline: status === 'TO_REVIEW' ? SOON : null,
    captureClosesAt: status === 'TO_CAPTURE' ? SOON : null,
    authorisationExpiresAt: SOON,
    cardKept: true,
    reversalPending: false,
    mayBeDuplicated: true,
    ...given,
  };
}

function answer(action: Action, of: TransactionFacts) {
  const found = possibleActions(of, NOW).find(possible => possible.action === action);
  if (!found) throw new Error(`${action} is missing.`);
  return found;
}

function refusalOf(ask: () => unknown): RefusalError {
  try {
    ask();
  } catch (error) {
    if (error instanceof RefusalError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Written by hand: what may be done in each status, with the amount. Everything else is blocked. */
const POSSIBLE: Readonly<Record<TransactionStatus, Partial<Record<Action, bigint | null>>>> = {
  AUTHENTICATING: {},
  AUTHORISING: {},
  UNKNOWN: {},
  REVERSED: {},
  REFUSED: {},
  DECLINED: {},
  TO_REVIEW: { ACCEPT_REVIEW: null, REFUSE_REVIEW: null },
  TO_VALIDATE: { VALIDATE: 900n, CANCEL: 900n, REVERSE: 900n, DUPLICATE: null },
  TO_AUTHORISE: { CANCEL: 1000n, REVERSE: 1000n, DUPLICATE: null },
  TO_CAPTURE: { CANCEL: 1000n, REVERSE: 1000n, DUPLICATE: null },
  REMITTING: { DUPLICATE: null },
  CAPTURED: { REFUND: 750n, REVERSE: 750n, DUPLICATE: null },
  CANCELLED: { DUPLICATE: null },
  EXPIRED: { DUPLICATE: null },
};

describe.each(TRANSACTION_STATUSES.map(status => ({ status })))('a transaction that is $status', ({ status }) => {
  test('lists every action in the same order, possible or with a sentence', () => {
    const listed = possibleActions(facts(status), NOW);
    expect(listed.map(({ action }) => action)).toEqual([...ACTIONS]);
    const possible = listed.filter(({ blockedBecause }) => blockedBecause === null);
    expect(Object.fromEntries(possible.map(({ action, maxAmount }) => [action, maxAmount]))).toEqual(POSSIBLE[status]);
    for (const { blockedBecause, maxAmount, until } of listed.filter(one => !possible.includes(one))) {
      expect(blockedBecause).toMatch(/^[A-Z].+\.$/);
      expect(maxAmount ?? 0n).toBe(0n);
      expect(until).toBeNull();
    }
  });

  test('verbs get the listed amount, and otherwise the listed sentence', () => {
    const verbs = { VALIDATE: requireValidation, CANCEL: requireCancel, REFUND: requireRefund } as const;
    for (const [action, verb] of Object.entries(verbs)) {
      const { blockedBecause, maxAmount } = answer(action as Action, facts(status));
      if (blockedBecause === null) expect(verb(facts(status), null, NOW)).toBe(maxAmount);
      else {
        const refusal = refusalOf(() => verb(facts(status), 1n, NOW));
        expect([refusal.code, refusal.message]).toEqual(['ACTION_NOT_POSSIBLE', blockedBecause]);
        expect(refusal.details.possibleActions).toEqual(possibleActions(facts(status), NOW));
      }
    }
  });
});

describe('amounts', () => {
  test('a part is allowed up to the limit, and one more is refused with the limit and its unit', () => {
    expect(requireRefund(facts('CAPTURED'), 1n, NOW)).toBe(1n);
    expect(requireRefund(facts('CAPTURED'), 750n, NOW)).toBe(750n);
    const refusal = refusalOf(() => requireRefund(facts('CAPTURED'), 751n, NOW));
    expect(refusal.code).toBe('AMOUNT_NOT_POSSIBLE');
    expect(refusal.message).toBe('The amount is at most 7.50 EUR.');
    expect(refusal.details).toMatchObject({ path: 'amount', limit: '7.50 EUR' });
  });

  test('zero and less are refused', () => {
    for (const amount of [0n, -1n])
      expect(refusalOf(() => requireCancel(facts('TO_CAPTURE'), amount, NOW)).code).toBe('AMOUNT_NOT_POSSIBLE');
  });

  test('the limit has the digits of its currency', () => {
    const refusal = refusalOf(() => requireCancel(facts('TO_CAPTURE', { currency: 'JPY' }), 1001n, NOW));
    expect(refusal.details.limit).toBe('1000 JPY');
  });
});

describe('deadlines', () => {
  test('a validation deadline blocks from its very instant', () => {
    expect(answer('VALIDATE', facts('TO_VALIDATE')).until).toEqual(SOON);
    for (const validationDeadline of [NOW, PASSED])
      expect(answer('VALIDATE', facts('TO_VALIDATE', { validationDeadline })).blockedBecause).toBe(
        'The validation deadline has passed.',
      );
  });

  test('a review deadline too', () => {
    expect(answer('ACCEPT_REVIEW', facts('TO_REVIEW')).until).toEqual(SOON);
    const late = facts('TO_REVIEW', { reviewDeadline: NOW });
    expect(refusalOf(() => requireAction('REFUSE_REVIEW', late, NOW)).message).toBe('The review deadline has passed.');
  });

  test('a cancel is possible until the remittance closes, and promises no time that has passed', () => {
    expect(answer('CANCEL', facts('TO_CAPTURE')).until).toEqual(SOON);
    const notYetClosed = answer('CANCEL', facts('TO_CAPTURE', { captureClosesAt: PASSED }));
    expect(notYetClosed).toMatchObject({ until: null, blockedBecause: null, maxAmount: 1000n });
  });
});

describe('a card that is no longer kept', () => {
  const erased = { cardKept: false };

  test('cannot be refunded or duplicated', () => {
    expect(refusalOf(() => requireRefund(facts('CAPTURED', erased), null, NOW)).code).toBe('CARD_NOT_KEPT');
    expect(refusalOf(() => requireAction('DUPLICATE', facts('CAPTURED', erased), NOW)).code).toBe('CARD_NOT_KEPT');
  });

  test('can be validated only while its authorisation lasts', () => {
    expect(requireValidation(facts('TO_VALIDATE', erased), null, NOW)).toBe(900n);
    const lapsed = facts('TO_VALIDATE', { ...erased, authorisationExpiresAt: NOW });
    expect(refusalOf(() => requireValidation(lapsed, null, NOW)).code).toBe('CARD_NOT_KEPT');
  });
});

describe('reverse', () => {
  test('cancels what is not yet remitted and refunds what is captured', () => {
    expect(chooseReverse(facts('TO_VALIDATE'), NOW)).toBe('CANCEL');
    expect(chooseReverse(facts('TO_CAPTURE'), NOW)).toBe('CANCEL');
    expect(chooseReverse(facts('CAPTURED'), NOW)).toBe('REFUND');
  });

  test('has nothing to do while remitting, when refunded in full, and while being reversed', () => {
    expect(refusalOf(() => chooseReverse(facts('REMITTING'), NOW)).message).toMatch(/closed remittance/);
    const spent = facts('CAPTURED', { amounts: { ...NO_AMOUNTS, authorised: 5n, captured: 5n, refunded: 5n } });
    expect(refusalOf(() => chooseReverse(spent, NOW)).message).toBe('Nothing is left to refund.');
    expect(refusalOf(() => chooseReverse(facts('UNKNOWN'), NOW)).message).toMatch(/being reversed/);
    const late = facts('DECLINED', { reversalPending: true });
    expect(refusalOf(() => chooseReverse(late, NOW)).message).toMatch(/being reversed already/);
  });
});

test('without consent, or after a code that forbids it, nothing is duplicated', () => {
  expect(answer('DUPLICATE', facts('CAPTURED', { mayBeDuplicated: false })).blockedBecause).toMatch(/did not consent/);
});
