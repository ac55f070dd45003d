/**
 * What notifications are about, in the order in which a shop cares, and what a message says of its subject.
 */
import type { NotificationType } from '../../../../graphql/generated/till/graphql.ts';
import type { EndpointShown } from '../../../queries/webhooks.queries.ts';

export const TYPES = [
  'SESSION_PAID',
  'SESSION_REFUSED',
  'SESSION_CANCELLED',
  'SESSION_EXPIRED',
  'TRANSACTION_UPDATED',
  'REFUND_UPDATED',
  'REMITTANCE_UPDATED',
] as const satisfies readonly NotificationType[];

/** `session.paid`, as it stands in the message (Standard Webhooks). */
export function wireName(type: NotificationType): string {
  return type.toLowerCase().replace('_', '.');
}

export interface Told {
  /** What people call what it is about. */
  readonly name: string;
  /** Its page here, if it has one. */
  readonly address: string | null;
  /** Number of the remittance it is about; null for anything else. */
  readonly remittance: number | null;
  /** Where it stood when it was told. */
  readonly status: string;
}

/** Whom a message is about, read from the message itself, which is all that the merchant's server gets. */
export function toldIn(body: string): Told {
  const data = dataIn(body);
  const id = textIn(data, 'id');
  const transactionId = id.startsWith('txn_') ? id : textIn(data, 'transactionId');
  const told = {
    name: textIn(data, 'reference') || textIn(data, 'orderId') || id,
    remittance: typeof data['number'] === 'number' ? data['number'] : null,
    status: textIn(data, 'status'),
  };
  if (transactionId !== '') return { ...told, address: `/till/transactions/${transactionId}` };
  return { ...told, address: id.startsWith('rem_') ? `/till/remittances/${id}` : null };
}

function dataIn(body: string): Readonly<Record<string, unknown>> {
  const read = readBody(body);
  const data = isObject(read) ? read['data'] : null;
  return isObject(data) ? data : {};
}

/** The text as it is where it is none of ours: it is shown in any case, and must not take the page with it. */
export function readBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object';
}

function textIn(data: Readonly<Record<string, unknown>>, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

/** What people call an endpoint: what the shop calls it, or else where it is. */
export function endpointName({ description, url }: Pick<EndpointShown, 'description' | 'url'>): string {
  return description === '' ? url : description;
}
