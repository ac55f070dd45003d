/**
 * Claim, call, settle: how money is asked for.
 *
 * The claim writes the intention and commits; only then is the acquirer asked, with no unit of work open; then the answer is
 * written. Whatever goes wrong after the claim leaves the outcome *unknown*, never *failed*.
 */
import { newId, randomText } from '../core/identifiers.js';
import type { Actor } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import { isPaidFor } from '../core/transaction.js';
import { keepAnswer, type KeyClaim } from '../api/idempotency.js';
import type { TakenCard } from '../cards/take-card.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, Writes } from '../database/writes.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import { askAcquirer, timeToAsk, type ClaimedAuthorisation } from './ask-acquirer.js';
import { transmissionTime, writeExchange } from './exchange.js';
import { newRrn } from './rrn.js';
import { settleAuthorisation } from './settle-authorisation.js';
import { recordNewTransaction } from './transaction.js';

export interface Attempt {
  readonly shop: ShopRow;
  readonly session: SessionRow;
  readonly card: TakenCard;
  /** In memory from the form to the line, and nowhere else. */
  readonly securityCode: Secret | null;
  readonly actor: Actor;
  readonly claim: KeyClaim;
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
  const { answer_due_at, askBefore_ms } = timeToAsk(deps);
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
      answer_due_at,
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
  return { shop, session: processing, transaction, asked: session.amount, exchangeId, askBefore_ms };
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
