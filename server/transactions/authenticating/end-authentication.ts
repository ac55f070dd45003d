/**
 * The end of an authentication: the issuer's last word, or nobody's. It either lets the payment go on or refuses it, in the
 * same statement.
 */
import { mayAuthorise, type AuthenticationOutcome } from '../../core/authentication.js';
import type { NotAuthenticatedReason } from '../../core/authentication-states.js';
import type { Actor } from '../../core/caller.js';
import type { Secret } from '../../core/secret.js';
import { recordAuthentication, type AuthenticationRow } from '../../authentication/authentication.js';
import type { Deps } from '../../database/deps.js';
import { StaleError, Writes } from '../../database/writes.js';
import { attemptEnded } from '../../sessions/attempt-ended.js';
import { loadSession } from '../../sessions/load-session.js';
import { recordSession } from '../../sessions/session.js';
import { loadShop, nowAt } from '../../shops/shop.js';
import type { Step } from '../step.js';
import { loadTransaction, recordTransaction } from '../transaction.js';

export interface Ending {
  readonly outcome: AuthenticationOutcome;
  /** What the shopper is told where it may not go on. */
  readonly because: NotAuthenticatedReason;
  readonly actor: Actor;
  /** What the issuer said, where it said something. */
  readonly word?: {
    readonly transStatus: string;
    readonly reason: string | null;
    readonly eci: string | null;
    readonly cavv: Secret | null;
    readonly directoryTransactionId: string;
    readonly acsTransactionId: string;
  };
  readonly messages?: {
    readonly request?: string | null;
    readonly answer?: string | null;
    readonly result?: string | null;
  };
  /** Whether the shopper gives the whole order up with it. */
  readonly cancelsSession?: true;
  /** What else belongs to the same unit of work. */
  readonly keep?: (writes: Writes) => void;
}

/** Fails as stale when somebody else ended it before. */
export async function endAuthentication(
  deps: Deps,
  authentication: AuthenticationRow,
  ending: Ending,
): Promise<Step | null> {
  const shop = await loadShop(deps.sql, authentication.shop_id);
  const transaction = await loadTransaction(deps.sql, authentication.transaction_id);
  // Read after the authentication was: whoever was quicker may have ended it in between, and the transaction gone on.
  if (transaction.status !== 'AUTHENTICATING' || transaction.authentication_id !== authentication.id)
    throw new StaleError(`${authentication.id} was ended by somebody else.`);
  const at = nowAt(shop, deps.clock);
  const { outcome, actor } = ending;
  const goesOn =
    !ending.cancelsSession && mayAuthorise(outcome, { authoriseIfUnavailable: shop.authorise_if_unavailable });
  const writes = new Writes();
  recordAuthentication(
    writes,
    deps,
    authentication,
    { event: 'ENDED', actor, at, facts: { outcome, ...(goesOn ? {} : { because: ending.because }) } },
    {
      ...wordColumns(deps, authentication, ending.word),
      ...ending.messages,
      outcome,
      ended_because: goesOn ? null : ending.because,
      // On leaving AUTHENTICATING by this road nobody needs the security code any more.
      ...(goesOn ? {} : { sealed_code: null, code_key_id: null }),
    },
  );
  if (goesOn) {
    recordTransaction(writes, deps, transaction, [], { authentication_outcome: outcome });
  } else {
    const facts = { outcome, because: ending.because };
    const refused = { event: 'AUTHENTICATION_REFUSED', amount: transaction.requested, actor, at, facts } as const;
    const changes = { authentication_outcome: outcome, refusal_reason: ending.because };
    recordTransaction(writes, deps, transaction, [refused], changes);
    const session = await loadSession(deps.sql, authentication.session_id);
    if (session.status !== 'PROCESSING') throw new StaleError(`${session.id} is not being paid any more.`);
    const cancelled = [{ event: 'CANCELLED', actor, at } as const];
    recordSession(writes, deps, session, ending.cancelsSession ? cancelled : attemptEnded(session, actor, at));
  }
  ending.keep?.(writes);
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
  return goesOn ? { kind: 'AUTHORISE', transactionId: transaction.id } : null;
}

function wordColumns(deps: Deps, authentication: AuthenticationRow, word: Ending['word']) {
  if (!word) return {};
  const sealed = word.cavv && deps.vault.seal(word.cavv, `cavv:${authentication.id}`);
  return {
    trans_status: word.transStatus,
    reason: word.reason,
    eci: word.eci,
    directory_transaction_id: word.directoryTransactionId,
    acs_transaction_id: word.acsTransactionId,
    sealed_cavv: sealed?.bytes ?? null,
    cavv_key_id: sealed?.keyId ?? null,
  };
}
