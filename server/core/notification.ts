/**
 * What a merchant's server is told, and when it is told again.
 */
import { HOUR_ms, MINUTE_ms, SECOND_ms } from './time.js';

/** The names of the public contract. On the wire they are written as Standard Webhooks has them: `session.paid`. */
export const NOTIFICATION_TYPES = {
  SESSION_PAID: '`session.paid`: the order is paid; one of its transactions was authorised.',
  SESSION_REFUSED: '`session.refused`: the session has no attempt left.',
  SESSION_CANCELLED: '`session.cancelled`: the shopper or the shop gave the order up.',
  SESSION_EXPIRED: '`session.expired`: the time of the session ran out before it was paid.',
  TRANSACTION_UPDATED: '`transaction.updated`: something happened to a transaction.',
  REFUND_UPDATED: '`refund.updated`: something happened to a refund.',
  REMITTANCE_UPDATED: '`remittance.updated`: something happened to a remittance.',
} as const;
export type NotificationType = keyof typeof NOTIFICATION_TYPES;

export function wireName(type: NotificationType): string {
  return type.toLowerCase().replace('_', '.');
}

const OF_SESSION: Readonly<Record<string, NotificationType>> = {
  PAID: 'SESSION_PAID',
  REFUSED: 'SESSION_REFUSED',
  CANCELLED: 'SESSION_CANCELLED',
  EXPIRED: 'SESSION_EXPIRED',
};

/** The notification that tells of an event, or null when none does: sessions are told at their end only. */
export function notificationOf(event: { readonly subject: string; readonly to: string }): NotificationType | null {
  switch (event.subject) {
    case 'TRANSACTION':
      return 'TRANSACTION_UPDATED';
    case 'REFUND':
      return 'REFUND_UPDATED';
    case 'REMITTANCE':
      return 'REMITTANCE_UPDATED';
    case 'SESSION':
      return OF_SESSION[event.to] ?? null;
    default:
      return null;
  }
}

/** The waits of Standard Webhooks' "retry schedule": ten attempts over a little more than three days. */
const BACK_OFF_ms = [
  5 * SECOND_ms,
  5 * MINUTE_ms,
  30 * MINUTE_ms,
  2 * HOUR_ms,
  5 * HOUR_ms,
  10 * HOUR_ms,
  14 * HOUR_ms,
  20 * HOUR_ms,
  24 * HOUR_ms,
] as const;

/** How long to wait after so many attempts have failed; null when that was the last one. */
export function backOff_ms(failed: number): number | null {
  return BACK_OFF_ms[failed - 1] ?? null;
}

/** A new secret and the one it replaces both sign for so long. */
export const SECRETS_OVERLAP_ms = 24 * HOUR_ms;
