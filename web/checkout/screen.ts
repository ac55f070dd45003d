/**
 * State decides the page: from what the API says to the one screen that tells it, and what that screen needs.
 */
import type { Checkout } from './checkout.queries.ts';
import type { FormState } from './form-errors.ts';

/** What there is to show. */
export type View =
  | {
      readonly kind: 'checkout';
      readonly checkout: Checkout;
      readonly form: FormState | null;
      readonly interrupted: boolean;
    }
  | { readonly kind: 'unknownLink' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'unreachable' }
  /** A form that is not ours, or none at all. */
  | { readonly kind: 'fault'; readonly status: 400 | 403 | 405 | 413 | 415 };

export type Screen =
  | 'pay'
  | 'authenticating'
  | 'processing'
  | 'declined'
  | 'notAuthenticated'
  | 'unknown'
  | 'review'
  | 'ticket'
  | 'expired'
  | 'alreadyPaid'
  | 'cancelled'
  | 'refused'
  | 'unknownLink'
  | 'tooMany'
  | 'unreachable'
  | 'fault';

const BY_STEP: Readonly<Record<Exclude<Checkout['step'], 'ENDED'>, Screen>> = {
  CARD: 'pay',
  METHOD: 'authenticating',
  CHALLENGE: 'authenticating',
  PROCESSING: 'processing',
  UNKNOWN: 'unknown',
  REVIEW: 'review',
  NOT_AUTHENTICATED: 'notAuthenticated',
  DECLINED: 'declined',
  TICKET: 'ticket',
};

const BY_END: Readonly<Record<Checkout['status'], Screen>> = {
  PAID: 'alreadyPaid',
  REFUSED: 'refused',
  CANCELLED: 'cancelled',
  EXPIRED: 'expired',
  // The two that have not ended: the next look will tell more.
  OPEN: 'processing',
  PROCESSING: 'processing',
};

export function screenOf(view: View): Screen {
  if (view.kind !== 'checkout') return view.kind;
  const { step, status } = view.checkout;
  if (step === 'ENDED') return BY_END[status];
  // The last decline of a session: there is something to tell, and no form to show.
  if (step === 'DECLINED' && status !== 'OPEN') return 'refused';
  if (step === 'TICKET' && !view.checkout.ticket) return 'alreadyPaid';
  return BY_STEP[step];
}

/** Screens with a card form, where our script helps and a refused form may be shown again. */
export function hasCardForm(screen: Screen): boolean {
  return screen === 'pay' || screen === 'declined' || screen === 'notAuthenticated';
}

/** Seconds after which the browser is to ask again by itself; null where nothing will change. */
export function refreshAfter_s(screen: Screen): number | null {
  if (screen === 'processing') return 2;
  if (screen === 'unknown' || screen === 'authenticating') return 5;
  return screen === 'unreachable' || screen === 'tooMany' ? 10 : null;
}

export function httpStatusOf(view: View): number {
  if (view.kind === 'checkout') return view.form ? 422 : 200;
  if (view.kind === 'fault') return view.status;
  return { unknownLink: 404, tooMany: 429, unreachable: 503 }[view.kind];
}
