/**
 * Which deliveries are shown is in the address: a view can be kept, shared and gone back to.
 */
import type { DeliveryStatus } from '../../../../graphql/generated/till/graphql.ts';
import { statusesOf } from '../../../../ui/status-words.ts';

export const STATUSES: readonly DeliveryStatus[] = statusesOf('deliveryStatus');

export interface DeliveryView {
  readonly endpointId: string | null;
  readonly status: DeliveryStatus | null;
  /** Cursor that the page comes after; null for the newest. */
  readonly after: string | null;
}

export function viewOf(address: string): DeliveryView {
  const given = new URLSearchParams(address.split('?')[1] ?? '');
  return {
    endpointId: given.get('endpoint'),
    status: STATUSES.find(each => each === given.get('status')) ?? null,
    after: given.get('after'),
  };
}

export function addressOf({ endpointId, status, after }: DeliveryView): string {
  const parameters = new URLSearchParams();
  if (endpointId !== null) parameters.set('endpoint', endpointId);
  if (status !== null) parameters.set('status', status);
  if (after !== null) parameters.set('after', after);
  const query = parameters.toString();
  return query === '' ? '/till/notifications' : `/till/notifications?${query}`;
}
