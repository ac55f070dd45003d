/**
 * Asks the acquirer for an authorisation that is written down.
 */
import type { AuthorisationAnswer, AuthorisationRequest } from '../core/ports.js';
import type { Secret } from '../core/secret.js';
import { addTime, SECOND_ms } from '../core/time.js';
import type { TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import type { SessionRow } from '../sessions/session.js';
import type { ShopRow } from '../shops/shop.js';
import { askedOf, type TransactionRow } from './transaction.js';

/** An authorisation that is written down and may now be asked for, once. */
export interface ClaimedAuthorisation {
  readonly shop: ShopRow;
  /** Null when a capture is authorised again: its session was paid long ago. */
  readonly session: SessionRow | null;
  readonly transaction: TransactionRow;
  /** Minor units. */
  readonly asked: bigint;
  /** What the issuer gave with an authentication; null without one. */
  readonly proof: AuthorisationRequest['authentication'];
  /** Whether the issuer may still be asked to authenticate, should it insist: the shopper is there, and was not sent back before. */
  readonly canAuthenticate: boolean;
  readonly exchangeId: string;
  /** On this process's own steady clock: after this it is too late to ask, recovery may have taken over. */
  readonly askBefore_ms: number;
}

/** Real time that recovery grants beyond the acquirer's time-out before it takes over from a process that went silent. */
const RECOVERY_GRACE_ms = 10 * SECOND_ms;

/** Until when a claim made now may be asked, and when recovery takes it over. */
export function timeToAsk(deps: Deps): { readonly answer_due_at: Date; readonly askBefore_ms: number } {
  return {
    answer_due_at: addTime(deps.clock.now(), deps.acquirerTimeout_ms + RECOVERY_GRACE_ms),
    askBefore_ms: deps.clock.monotonic_ms() + RECOVERY_GRACE_ms / 2,
  };
}

export async function askAcquirer(
  deps: Deps,
  claimed: ClaimedAuthorisation,
  card: TakenCard,
  securityCode: Secret | null,
): Promise<AuthorisationAnswer> {
  const unknown = { kind: 'unknown', cause: 'NO_ANSWER', request: null, answer: null } as const;
  // A process that was asleep since its claim must not ask any more: recovery may be reversing by now.
  if (deps.clock.monotonic_ms() > claimed.askBefore_ms) return unknown;
  try {
    return await deps.acquirer.authorise(requestOf(claimed, card, securityCode));
  } catch (error) {
    deps.log.error('authorise: the acquirer adapter failed', { error, transaction: claimed.transaction.id });
    return unknown;
  }
}

function requestOf(claimed: ClaimedAuthorisation, card: TakenCard, securityCode: Secret | null): AuthorisationRequest {
  const { shop, transaction } = claimed;
  const { stan, transmittedAt, terminal, rrn } = askedOf(transaction, claimed.asked);
  return {
    stan,
    transmittedAt,
    terminal,
    acceptor: shop.acceptor,
    acquirerId: shop.acquirer_id,
    timeZone: shop.time_zone,
    rrn,
    amount: { amount: claimed.asked, currency: transaction.currency },
    cardNumber: card.number,
    expiry: card.expiry,
    securityCode,
    brand: transaction.brand,
    initiator: transaction.initiator,
    merchantCategory: shop.merchant_category,
    acceptorName: { name: shop.name, town: shop.town, country: shop.country },
    authentication: claimed.proof,
    schemeTransactionId: transaction.scheme_transaction_id,
  };
}
