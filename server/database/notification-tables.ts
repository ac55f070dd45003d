/**
 * The tables of notifications, as `tables.ts` has the others.
 */
import type { NotificationType } from '../core/notification.js';

export interface WebhookEndpointTable {
  id: string;
  shop_id: string;
  url: string;
  description: string;
  /** null = all there are, also those to come. */
  types: NotificationType[] | null;
  status: 'ENABLED' | 'DISABLED';
  disabled_because: 'SHOP' | 'GONE' | null;
  sequence: number;
  created_at: Date;
  updated_at: Date;
}

export interface WebhookSecretTable {
  id: string;
  shop_id: string;
  endpoint_id: string;
  sealed: Uint8Array;
  sealed_key_id: string;
  created_at: Date;
  /** In real time; null for the newest. */
  ends_at: Date | null;
}

export interface DeliveryTable {
  id: string;
  shop_id: string;
  endpoint_id: string;
  event_id: string;
  /** The event's place in the feed. */
  position: bigint;
  /** What is told in order: the transaction, or else the subject of the event. */
  lane: string;
  type: NotificationType;
  /** The very text that is sent, the same on every attempt. */
  body: string;
  status: 'PENDING' | 'DELIVERED' | 'ABANDONED';
  /** How often it was begun to be sent; the fence of its lease. */
  attempts: number;
  /** How many of those were before somebody asked to send it again. */
  attempts_before: number;
  /** By the shop's clock. */
  due_at: Date;
  /** In real time. */
  leased_until: Date | null;
  created_at: Date;
  ended_at: Date | null;
}

export interface DeliveryAttemptTable {
  delivery_id: string;
  number: number;
  shop_id: string;
  /** Real time. */
  at: Date;
  /** The rest is null while it is under way, and for ever when its process died. */
  duration_ms: number | null;
  status_code: number | null;
  fault: string | null;
  answer: string | null;
}

export interface NotificationTables {
  webhook_endpoint: WebhookEndpointTable;
  webhook_secret: WebhookSecretTable;
  delivery: DeliveryTable;
  delivery_attempt: DeliveryAttemptTable;
}
