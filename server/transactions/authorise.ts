/**
 * Claim, call, settle: how money is asked for.
 *
 * The claim writes the intention and commits; only then is the acquirer asked, with no unit of work open; then the answer is
 * written. Whatever goes wrong after the claim leaves the outcome *unknown*, never *failed*.
 */
import { keepAnswer } from '../api/idempotency.js';
import type { Deps } from '../database/deps.js';
import { Writes } from '../database/writes.js';
import { recordSession } from '../sessions/session.js';
import { nowAt } from '../shops/shop.js';
import { askAcquirer, timeToAsk, type ClaimedAuthorisation } from './ask-acquirer.js';
import { transmissionTime, writeExchange } from './exchange.js';
import { commitAttempt, newAttempt, type Attempt } from './new-attempt.js';
import { settleAuthorisation } from './settle-authorisation.js';
import { recordNewTransaction } from './transaction.js';

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
  const transaction = recordNewTransaction(
    writes,
    deps,
    {
      ...newAttempt(deps, attempt, at),
      authentication_outcome: 'NOT_ENROLLED',
      terminal: number.terminal,
      stan: number.stan,
      transmitted_at: transmittedAt,
      answer_due_at,
    },
    { event: 'AUTHORISATION_REQUESTED', amount: session.amount, actor, at, facts: { stan: number.stan } },
  );
  const processing = recordSession(writes, deps, session, [{ event: 'ATTEMPT_STARTED', actor, at }], {
    attempts: session.attempts + 1,
    current_transaction_id: transaction.id,
  });
  const exchangeId = writeExchange(writes, deps, {
    kind: 'AUTHORISATION',
    shop,
    number,
    transmittedAt,
    transactionId: transaction.id,
    rrn: transaction.rrn,
    amount: session.amount,
    currency: session.currency,
  });
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
    askBefore_ms,
  };
}
