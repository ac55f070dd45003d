import { expect, test } from '@jest/globals';
import type { Checkout } from '../../web/checkout/checkout.queries.ts';
import { type View, hasCardForm, httpStatusOf, refreshAfter_s, screenOf } from '../../web/checkout/screen.ts';

const STEPS = [
  'CARD',
  'METHOD',
  'CHALLENGE',
  'PROCESSING',
  'UNKNOWN',
  'REVIEW',
  'NOT_AUTHENTICATED',
  'DECLINED',
] as const;

/** The screens look at these three fields only. */
function view(step: Checkout['step'], status: Checkout['status'], ticket: object | null = null): View {
  return { kind: 'checkout', checkout: { step, status, ticket } as Checkout, form: null, interrupted: false };
}

test('every step has its screen', () => {
  expect(STEPS.map(step => screenOf(view(step, 'OPEN')))).toEqual([
    'pay',
    'method',
    'awaitingBank',
    'processing',
    'unknown',
    'review',
    'notAuthenticated',
    'declined',
  ]);
});

test('every end has its screen', () => {
  const ends = (['PAID', 'REFUSED', 'CANCELLED', 'EXPIRED'] as const).map(status => screenOf(view('ENDED', status)));
  expect(ends).toEqual(['alreadyPaid', 'refused', 'cancelled', 'expired']);
});

test('a ticket is shown where there is one', () => {
  expect(screenOf(view('TICKET', 'PAID', {}))).toBe('ticket');
  expect(screenOf(view('TICKET', 'PAID'))).toBe('alreadyPaid');
});

test('the last decline of a session shows no form', () => {
  expect(hasCardForm(screenOf(view('DECLINED', 'REFUSED')))).toBe(false);
  expect(hasCardForm(screenOf(view('DECLINED', 'OPEN')))).toBe(true);
});

test('what is under way asks again by itself, what has ended does not', () => {
  expect(refreshAfter_s('processing')).toBe(2);
  expect(refreshAfter_s('unknown')).toBe(5);
  expect(refreshAfter_s('pay')).toBeNull();
  expect(refreshAfter_s('ticket')).toBeNull();
});

test('whoever has no session learns nothing but that', () => {
  expect(httpStatusOf({ kind: 'unknownLink' })).toBe(404);
  expect(httpStatusOf({ kind: 'unreachable' })).toBe(503);
  expect(httpStatusOf(view('CARD', 'OPEN'))).toBe(200);
});
