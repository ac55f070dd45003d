/**
 * Claim, call, settle: how money is asked for.
 *
 * The claim writes the intention and commits; only then is the acquirer asked, with no unit of work open; then the answer is
 * written. Whatever goes wrong after the claim leaves the outcome *unknown*, never *failed*.
 */
import { newId, randomText } from '../core/identifiers.js';
import type { Actor } from '../core/caller.js';
import type { AuthorisationAnswer, AuthorisationRequest } from '../core/ports.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import { addTime, SECOND_ms } from '../core/time.js';
import { isPaidFor } from '../core/transaction.js';
import { keepAnswer, type KeyClaim } from '../api/idempotency.js';
import type { TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, Writes } from '../database/writes.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import { transmissionTime, writeExchange } from './exchange.js';
import { newRrn } from './rrn.js';
import { settleAuthorisation } from './settle-authorisation.js';
import { recordNewTransaction, type TransactionRow } from './transaction.js';

/** Real time that recovery grants beyond the acquirer's time-out before it takes over from a process that went silent. */
const RECOVERY_GRACE_ms = 10 * SECOND_ms;

export interface Attempt {
  readonly shop: ShopRow;
  readonly session: SessionRow;
  readonly card: TakenCard;
  /** In memory from the form to the line, and nowhere else. */
  readonly securityCode: Secret | null;
  readonly actor: Actor;
  readonly claim: KeyClaim;
}

/** An authorisation that is written down and may now be asked for, once. */
export interface ClaimedAuthorisation {
  readonly shop: ShopRow;
  readonly session: SessionRow;
  readonly transaction: TransactionRow;
  readonly exchangeId: string;
  /** On this process's own steady clock: after this it is too late to ask, recovery may have taken over. */
  readonly askBefore_ms: number;
}

/** One attempt to pay a session with a card: asks the acquirer and writes its answer. */
export async function authorise(deps: Deps, attempt: Attempt): Promise<void> {
  const claimed = await claimAuthorisation(deps, attempt);
  const answer = await askAcquirer(deps, claimed, attempt.card, attempt.securityCode);
  await settleAuthorisation(deps, claimed, answer);
}

async function claimAuthorisation(deps: Deps, attempt: Attempt): Promise<ClaimedAuthorisation> {
  const { shop, session, card, actor } = attempt;
  const transmittedAt = transmissionTime(shop, deps);
  const number = await deps.stans.take(shop, transmittedAt);
  const at = nowAt(shop, deps.clock);
  const askBefore_ms = deps.clock.monotonic_ms() + RECOVERY_GRACE_ms / 2;
  const writes = new Writes();
  if (card.isNew) writes.insert('card', card.row);
  const id = newId('transaction', deps);
  const transaction = recordNewTransaction(
    writes,
    deps,
    {
      id,
      ...ofSession(session),
      ...ofCard(card),
      ...NOT_YET_ANSWERED,
      reference: randomText(10, deps.random).toUpperCase(),
      attempt: session.attempts + 1,
      channel: 'ECOMMERCE',
      initiator: 'SHOPPER',
      authentication_outcome: 'NOT_ENROLLED',
      terminal: number.terminal,
      stan: number.stan,
      rrn: newRrn(deps, transmittedAt),
      transmitted_at: transmittedAt,
      answer_due_at: addTime(deps.clock.now(), deps.acquirerTimeout_ms + RECOVERY_GRACE_ms),
      created_at: at,
    },
    { event: 'AUTHORISATION_REQUESTED', amount: session.amount, actor, at, facts: { stan: number.stan } },
  );
  const processing = recordSession(writes, deps, session, [{ event: 'ATTEMPT_STARTED', actor, at }], {
    attempts: session.attempts + 1,
    current_transaction_id: id,
  });
  const exchangeId = writeExchange(writes, deps, {
    kind: 'AUTHORISATION',
    shop,
    number,
    transmittedAt,
    transactionId: id,
    rrn: transaction.rrn,
    amount: session.amount,
    currency: session.currency,
  });
  keepAnswer(writes, deps, attempt.claim, 'CHECKOUT', session.id);
  await commitClaim(deps, writes, session);
  return { shop, session: processing, transaction, exchangeId, askBefore_ms };
}

async function commitClaim(deps: Deps, writes: Writes, session: SessionRow): Promise<void> {
  try {
    await writes.commit(deps.sql);
  } catch (error) {
    const key = violatedKey(error);
    if (key === 'one_payment_per_order') throw await orderTaken(deps, session);
    if (key === 'one_live_transaction_of_session') throw refuse('IN_FLIGHT', 'This session is being paid already.');
    throw error;
  }
}

async function orderTaken(deps: Deps, session: SessionRow): Promise<Error> {
  const others = await deps.sql
    .selectFrom('transaction')
    .select('status')
    .where('shop_id', '=', session.shop_id)
    .where('order_id', '=', session.order_id)
    .execute();
  return others.some(other => isPaidFor(other.status))
    ? refuse('ORDER_ALREADY_PAID', 'This order has been paid already.')
    : refuse('ORDER_IN_PROGRESS', 'This order is being paid already.');
}

async function askAcquirer(
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
  return {
    stan: transaction.stan,
    transmittedAt: transaction.transmitted_at,
    terminal: transaction.terminal,
    acceptor: shop.acceptor,
    acquirerId: shop.acquirer_id,
    timeZone: shop.time_zone,
    rrn: transaction.rrn,
    amount: { amount: transaction.requested, currency: transaction.currency },
    cardNumber: card.number,
    expiry: card.expiry,
    securityCode,
    brand: transaction.brand,
    initiator: transaction.initiator,
    merchantCategory: shop.merchant_category,
    acceptorName: { name: shop.name, town: shop.town, country: shop.country },
    authentication: null,
    schemeTransactionId: transaction.scheme_transaction_id,
  };
}

function ofSession(session: SessionRow) {
  return {
    shop_id: session.shop_id,
    session_id: session.id,
    order_id: session.order_id,
    requested: session.amount,
    currency: session.currency,
    capture_plan: session.capture_plan,
  };
}

function ofCard(card: TakenCard) {
  return { card_id: card.row.id, card_fingerprint: card.row.fingerprint, brand: card.row.brand };
}

const NOT_YET_ANSWERED = {
  response_code: null,
  authorisation_code: null,
  scheme_transaction_id: null,
  security_code_result: null,
  authorised_at: null,
  authorisation_expires_at: null,
  refusal_reason: null,
  capture_day: null,
  validation_deadline: null,
  held_because: null,
  remittance_id: null,
} as const;
