/**
 * What the answer of a merchant's server means, and what of it may be kept.
 */
import type { HookAnswer, HookFault } from '../core/hooks-port.js';

/** Why an attempt did not succeed: nobody answered, or somebody who did not take it. */
export const DELIVERY_FAULTS = {
  ADDRESS_REFUSED: 'The name is unknown, or leads to an address that is not public.',
  CONNECTION_REFUSED: 'Nobody listens there.',
  CONNECTION_BROKEN: 'The line broke before there was an answer.',
  TLS_FAILED: 'The certificate of the server does not hold.',
  TIMED_OUT: 'There was no answer within 15 seconds.',
  REDIRECTED: 'The server points elsewhere (3xx); a redirect is not followed.',
  GONE: 'The server wants to hear no more (410); the endpoint is disabled.',
  NOT_ACCEPTED: 'The server answered with another status than 2xx.',
} as const satisfies Record<HookFault | 'REDIRECTED' | 'GONE' | 'NOT_ACCEPTED', string>;
export type DeliveryFault = keyof typeof DELIVERY_FAULTS;

export function isDelivered(answer: HookAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

export function saysGone(answer: HookAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 410;
}

export function faultOf(answer: HookAnswer): DeliveryFault | null {
  if (answer.kind === 'unanswered') return answer.fault;
  if (isDelivered(answer)) return null;
  if (saysGone(answer)) return 'GONE';
  return answer.status >= 300 && answer.status < 400 ? 'REDIRECTED' : 'NOT_ACCEPTED';
}

/** A server may send back what it was sent, or more: digits that could be a card's, and whatever has the form of a key. */
export function masked(beginning: string): string {
  return (
    beginning
      .replaceAll(/\p{Cc}+/gu, ' ')
      .replaceAll(/\b(?:whsec|sk|pst)_[\w+/=.-]*/g, '[secret]')
      // Also at the very end, where the rest of a number may have been cut off.
      .replaceAll(/\d(?:[ .-]?\d){11,}|\d(?:[ .-]?\d){6,}$/g, '[digits]')
  );
}
