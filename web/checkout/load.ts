/**
 * Asking the API where a session stands.
 */
import { ask, type Answer, type Caller } from '../graphql/client.ts';
import type { Language } from '../ui/language.ts';
import { CheckoutQuery, type Checkout } from './checkout.queries.ts';

export type Loaded =
  | { readonly kind: 'checkout'; readonly checkout: Checkout }
  /** No such session, or not this shopper's: the two look alike. */
  | { readonly kind: 'unknownLink' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'unreachable' };

/** `language` as the reader chose it; null leaves the words that come from the API in the session's. */
export async function loadCheckout(caller: Caller, sessionId: string, language: Language | null): Promise<Loaded> {
  const answer = await ask(caller, CheckoutQuery, { locale: language }, 10_000);
  if (answer.kind !== 'data') return failureOf(answer);
  const checkout = answer.data.checkout;
  // A token opens its own session only, so one that opens another does not belong to this address.
  return checkout?.id === sessionId ? { kind: 'checkout', checkout } : { kind: 'unknownLink' };
}

export function failureOf(answer: Exclude<Answer<unknown>, { kind: 'data' }>): Loaded {
  if (answer.kind === 'unreachable') return { kind: 'unreachable' };
  if (answer.code === 'UNAUTHENTICATED' || answer.code === 'FORBIDDEN') return { kind: 'unknownLink' };
  return { kind: answer.code === 'RATE_LIMITED' ? 'tooMany' : 'unreachable' };
}
