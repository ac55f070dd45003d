import type { Checkout } from './checkout.queries.ts';

/**
 * How long the bank still waits. The API tells its end by the shop's clock, which in test mode may be ahead of ours; what
 * is left of the session tells that clock. Null once the session's own time is over, when nothing does.
 */
export function challengeSecondsLeft(checkout: Checkout): number | null {
  if (!checkout.challenge || checkout.secondsLeft === 0) return null;
  const now_ms = Date.parse(checkout.expiresAt) - checkout.secondsLeft * 1000;
  return Math.max(0, Math.floor((Date.parse(checkout.challenge.expiresAt) - now_ms) / 1000));
}
