import { expect, test } from '@jest/globals';
import { challengeSecondsLeft } from '../../web/checkout/challenge-time.ts';
import type { Checkout } from '../../web/checkout/checkout.queries.ts';
import { hasCardForm, screenOf } from '../../web/checkout/screen.ts';

/** By the shop's clock, which may be days ahead of ours: now is 12:00:00, the session ends at 12:20. */
function checkoutUntil(bankWaitsUntil: string | null, changes: Partial<Checkout> = {}): Checkout {
  const challenge = bankWaitsUntil && { acsUrl: 'https://bank.example/', expiresAt: `2031-05-01T${bankWaitsUntil}Z` };
  const session = { step: 'CHALLENGE', status: 'PROCESSING', expiresAt: '2031-05-01T12:20:00Z', secondsLeft: 1200 };
  return { ...session, challenge, ...changes } as Checkout;
}

const screen = (checkout: Checkout, cameBack = false): string =>
  screenOf({ kind: 'checkout', checkout, form: null, interrupted: false, cameBack });

test('how long the bank waits is told by the shop’s clock, whatever ours says', () => {
  expect(challengeSecondsLeft(checkoutUntil('12:10:00'))).toBe(600);
  expect(challengeSecondsLeft(checkoutUntil('12:00:00'))).toBe(0);
  expect(challengeSecondsLeft(checkoutUntil('11:59:00'))).toBe(0);
});

test('once the session’s own time is over nothing tells that clock', () => {
  expect(challengeSecondsLeft(checkoutUntil('12:25:00', { secondsLeft: 0 }))).toBeNull();
  expect(challengeSecondsLeft(checkoutUntil(null))).toBeNull();
});

test('the bank’s page is shown to whoever has not been there, while the bank waits', () => {
  expect(screen(checkoutUntil('12:10:00'))).toBe('challenge');
  expect(screen(checkoutUntil('12:25:00', { secondsLeft: 0 }))).toBe('challenge');
  expect(screen(checkoutUntil('12:10:00'), true)).toBe('awaitingBank');
  expect(screen(checkoutUntil('12:00:00'))).toBe('awaitingBank');
});

test('having been at the bank changes no other page', () => {
  expect(screen(checkoutUntil(null, { step: 'NOT_AUTHENTICATED', status: 'OPEN' }), true)).toBe('notAuthenticated');
  expect(screen(checkoutUntil(null, { step: 'METHOD' }), true)).toBe('method');
});

test('the last no of a bank shows no form', () => {
  const last = screenOf({
    kind: 'checkout',
    checkout: checkoutUntil(null, { step: 'NOT_AUTHENTICATED', status: 'REFUSED' }),
    form: null,
    interrupted: false,
  });
  expect(last).toBe('refused');
  expect(hasCardForm(last)).toBe(false);
});
