/**
 * What every attempt to pay begins with, whether the issuer is asked to authenticate first or not.
 */
import type { Actor } from '../core/caller.js';
import { newId, randomText } from '../core/identifiers.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import { holdsOrder, isPaidFor, type TransactionStatus } from '../core/transaction.js';
import type { KeyClaim } from '../api/idempotency.js';
import type { TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, type Writes } from '../database/writes.js';
import type { SessionRow } from '../sessions/session.js';
import type { ShopRow } from '../shops/shop.js';
import { newRrn } from './rrn.js';

export interface Attempt {
  readonly shop: ShopRow;
  readonly session: SessionRow;
  readonly card: TakenCard;
  /** From the form to the line; on the way through an authentication it is sealed under a key that lives for minutes. */
  readonly securityCode: Secret | null;
  /** Who tries, as a keyed digest; null where nobody knows. */
  readonly visitor: string | null;
  readonly actor: Actor;
  readonly claim: KeyClaim;
}

/** The columns of a transaction that was not asked for yet. */
export function newAttempt(deps: Deps, { session, card, visitor }: Attempt, at: Date) {
  return {
    id: newId('transaction', deps),
    ...ofSession(session),
    ...ofCard(card),
    ...NOT_YET_ASKED,
    visitor,
    reference: randomText(10, deps.random).toUpperCase(),
    attempt: session.attempts + 1,
    channel: 'ECOMMERCE',
    initiator: 'SHOPPER',
    rrn: newRrn(deps, at),
    created_at: at,
  } as const;
}

/** Commits what begins or goes on to an attempt; another session of the order, or another attempt, may have been quicker. */
export async function commitAttempt(deps: Deps, writes: Writes, session: SessionRow): Promise<void> {
  try {
    await writes.commit(deps.sql);
  } catch (error) {
    const key = violatedKey(error);
    if (key === 'one_payment_per_order') throw await orderTaken(deps, session);
    if (key === 'one_live_transaction_of_session') throw refuse('IN_FLIGHT', 'This session is being paid already.');
    throw error;
  }
}

/** Asked before a shopper is authenticated for an order that is taken; who is quicker still decides when money is asked for. */
export async function requireOrderFree(deps: Deps, session: SessionRow): Promise<void> {
  const others = await attemptsOfOrder(deps, session);
  if (others.some(holdsOrder)) throw takenBy(others);
}

async function orderTaken(deps: Deps, session: SessionRow): Promise<Error> {
  return takenBy(await attemptsOfOrder(deps, session));
}

async function attemptsOfOrder(deps: Deps, session: SessionRow): Promise<TransactionStatus[]> {
  const rows = await deps.sql
    .selectFrom('transaction')
    .select('status')
    .where('shop_id', '=', session.shop_id)
    .where('order_id', '=', session.order_id)
    .execute();
  return rows.map(({ status }) => status);
}

function takenBy(others: readonly TransactionStatus[]): Error {
  return others.some(isPaidFor)
    ? refuse('ORDER_ALREADY_PAID', 'This order has been paid already.')
    : refuse('ORDER_IN_PROGRESS', 'This order is being paid already.');
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
  const { id, fingerprint, masked, brand } = card.row;
  return { card_id: id, card_fingerprint: fingerprint, card_masked: masked, brand };
}

const NOT_YET_ASKED = {
  authentication_id: null,
  terminal: null,
  stan: null,
  transmitted_at: null,
  answer_due_at: null,
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
