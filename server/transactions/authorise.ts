/**
 * Claim, call, settle: how money is asked for.
 *
 * The claim writes the intention and commits; only then is the acquirer asked, with no unit of work open; then the answer is
 * written. Whatever goes wrong after the claim leaves the outcome *unknown*, never *failed*.
 */
import { keepAnswer } from '../api/idempotency.js';
import type { AuthenticationOutcome } from '../core/authentication.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { nowAt } from '../shops/shop.js';
import { askAcquirer, type ClaimedAuthorisation } from './ask-acquirer.js';
import { newRequest, writeRequest } from './authorisation-request.js';
import { commitAttempt, newAttempt, type Attempt } from './new-attempt.js';
import { settleAuthorisation } from './settle-authorisation.js';
import { recordNewTransaction } from './transaction.js';

/**
 * One attempt to pay a session with a card that nobody authenticates: asks the acquirer and writes its answer. Answers the session
 * as it stands then.
 */
export async function authorise(
  deps: Deps,
  attempt: Attempt,
  why: 'NOT_ENROLLED' | 'UNAVAILABLE',
): Promise<SessionRow> {
  const claimed = await claimAuthorisation(deps, attempt, why);
  const answer = await askAcquirer(deps, claimed, attempt.card, attempt.securityCode);
  const { session } = await settleAuthorisation(deps, claimed, answer);
  return session ?? loadSession(deps.sql, attempt.session.id);
}

async function claimAuthorisation(
  deps: Deps,
  attempt: Attempt,
  why: AuthenticationOutcome,
): Promise<ClaimedAuthorisation> {
  const { shop, session, card, actor } = attempt;
  const request = await newRequest(deps, shop);
  const at = nowAt(shop, deps.clock);
  const writes = new Writes();
  if (card.isNew) writes.insert('card', card.row);
  const transaction = recordNewTransaction(
    writes,
    deps,
    { ...newAttempt(deps, attempt, at), authentication_outcome: why, ...request.columns },
    { event: 'AUTHORISATION_REQUESTED', amount: session.amount, actor, at, facts: { stan: request.number.stan } },
  );
  const processing = recordSession(writes, deps, session, [{ event: 'ATTEMPT_STARTED', actor, at }], {
    attempts: session.attempts + 1,
    current_transaction_id: transaction.id,
  });
  const exchangeId = writeRequest(writes, deps, shop, request, transaction, session.amount);
  keepAnswer(writes, deps, attempt.claim, 'CHECKOUT', session.id);
  await commitAttempt(deps, writes, session);
  return {
    shop,
    session: processing,
    transaction,
    asked: session.amount,
    proof: null,
    canAuthenticate: false,
    exchangeId,
    askBefore_ms: request.askBefore_ms,
  };
}
