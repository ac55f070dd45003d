/**
 * State decides the page: from what the API says to the one screen that tells it, and what that screen needs.
 */
import type { Checkout } from './checkout.queries.ts';
import { challengeSecondsLeft } from './challenge-time.ts';
import type { FormState } from './form-errors.ts';

/** What there is to show. */
export type View =
  | {
      readonly kind: 'checkout';
      readonly checkout: Checkout;
      readonly form: FormState | null;
      readonly interrupted: boolean;
      /** The browser says that it has been at the bank: asks for patience and proves nothing. */
      readonly cameBack?: boolean;
    }
  | { readonly kind: 'unknownLink' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'unreachable' }
  /** A form that is not ours, or none at all. */
  | { readonly kind: 'fault'; readonly status: 400 | 403 | 405 | 413 | 415 };

export type Screen =
  | 'pay'
  | 'method'
  | 'challenge'
  | 'awaitingBank'
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
  METHOD: 'method',
  CHALLENGE: 'challenge',
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
  const { step, status, challenge } = view.checkout;
  if (step === 'ENDED') return BY_END[status];
  // The last no of a session: there is something to tell, and no form to show.
  if ((step === 'DECLINED' || step === 'NOT_AUTHENTICATED') && status !== 'OPEN') return 'refused';
  // Whoever has been at the bank, or whose time there is over, need not go there: its word is due.
  if (step === 'CHALLENGE' && (view.cameBack || !challenge || challengeSecondsLeft(view.checkout) === 0))
    return 'awaitingBank';
  if (step === 'TICKET' && !view.checkout.ticket) return 'alreadyPaid';
  return BY_STEP[step];
}

/** Screens with a card form, where our script helps and a refused form may be shown again. */
export function hasCardForm(screen: Screen): boolean {
  return screen === 'pay' || screen === 'declined' || screen === 'notAuthenticated';
}

/** Screens that our script helps. */
export function isScripted(screen: Screen): boolean {
  return hasCardForm(screen) || screen === 'ticket' || screen === 'method' || screen === 'challenge';
}

/** Seconds after which the browser is to ask again by itself; null where nothing will change. */
export function refreshAfter_s(screen: Screen): number | null {
  if (screen === 'processing' || screen === 'awaitingBank') return 2;
  if (screen === 'unknown') return 5;
  return screen === 'unreachable' || screen === 'tooMany' ? 10 : null;
}

export function httpStatusOf(view: View): number {
  if (view.kind === 'checkout') return view.form ? 422 : 200;
  if (view.kind === 'fault') return view.status;
  return { unknownLink: 404, tooMany: 429, unreachable: 503 }[view.kind];
}
