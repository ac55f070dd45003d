import { expect, test } from '@jest/globals';
import {
  backOff_ms,
  NOTIFICATION_TYPES,
  notificationOf,
  wireName,
  type NotificationType,
} from '../../server/core/notification.js';
import { DAY_ms, SECOND_ms } from '../../server/core/time.js';

test('ten attempts are spread over a little more than three days', () => {
  const waits = Array.from({ length: 9 }, (_, index) => backOff_ms(index + 1) ?? 0);
  const total_ms = waits.reduce((sum, wait_ms) => sum + wait_ms, 0);
  expect(waits[0]).toBe(5 * SECOND_ms);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(total_ms).toBeGreaterThan(3 * DAY_ms);
  expect(total_ms).toBeLessThan(3.5 * DAY_ms);
  expect(backOff_ms(10)).toBeNull();
});

test.each([
  ['TRANSACTION', 'AUTHORISING', 'TRANSACTION_UPDATED'],
  ['REFUND', 'CREDITED', 'REFUND_UPDATED'],
  ['REMITTANCE', 'CLOSED', 'REMITTANCE_UPDATED'],
  ['SESSION', 'PAID', 'SESSION_PAID'],
  ['SESSION', 'REFUSED', 'SESSION_REFUSED'],
  ['SESSION', 'CANCELLED', 'SESSION_CANCELLED'],
  ['SESSION', 'EXPIRED', 'SESSION_EXPIRED'],
  ['SESSION', 'OPEN', null],
  ['SESSION', 'PROCESSING', null],
  ['MEMBER', 'ENABLED', null],
  ['KEY', 'REVOKED', null],
  ['AUTHENTICATION', 'ENDED', null],
  ['ENDPOINT', 'DISABLED', null],
])('a %s that becomes %s is told as %s', (subject, to, type) => {
  expect(notificationOf({ subject, to })).toBe(type);
});

test('on the wire a type is written as its description begins', () => {
  for (const [type, description] of Object.entries(NOTIFICATION_TYPES))
    expect(description.startsWith(`\`${wireName(type as NotificationType)}\``)).toBe(true);
});
