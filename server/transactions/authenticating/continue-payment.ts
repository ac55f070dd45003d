/**
 * Claim, call, settle after an authentication: the transaction exists already, and carries what the issuer gave.
 */
import { AUTHENTICATION_TABLE } from '../../core/authentication.js';
import { THE_TILL } from '../../core/caller.js';
import { RefusalError } from '../../core/refusal.js';
import type { AuthorisationRequest } from '../../core/ports.js';
import type { Secret } from '../../core/secret.js';
import { loadAuthentication, type AuthenticationRow } from '../../authentication/authentication.js';
import { loadCard, takeStoredCard } from '../../cards/stored-card.js';
import type { Deps } from '../../database/deps.js';
import { StaleError, Writes } from '../../database/writes.js';
import { attemptEnded } from '../../sessions/attempt-ended.js';
import { loadSession } from '../../sessions/load-session.js';
import { recordSession, type SessionRow } from '../../sessions/session.js';
import { loadShop, nowAt, type ShopRow } from '../../shops/shop.js';
import { askAcquirer, type ClaimedAuthorisation } from '../ask-acquirer.js';
import { newRequest, writeRequest } from '../authorisation-request.js';
import { commitAttempt } from '../new-attempt.js';
import { newRrn } from '../rrn.js';
import { settleAuthorisation } from '../settle-authorisation.js';
import type { Step } from '../step.js';
import { loadTransaction, recordTransaction, type TransactionRow } from '../transaction.js';

export async function continuePayment(deps: Deps, transactionId: string): Promise<Step | null> {
  const transaction = await loadTransaction(deps.sql, transactionId);
  if (transaction.status !== 'AUTHENTICATING' || transaction.authentication_id === null) return null;
  const [authentication, session, shop, card] = await Promise.all([
    loadAuthentication(deps.sql, transaction.authentication_id),
    loadSession(deps.sql, transaction.session_id),
    loadShop(deps.sql, transaction.shop_id),
    loadCard(deps, transaction.card_id),
  ]);
  // The shop's policy was asked when it ended. Asked again it might say otherwise by now, and leave the transaction to nobody.
  if (authentication.outcome === null || authentication.ended_because !== null) return null;
  try {
    // Opened before the claim, which erases the sealed one: from here on the code is in memory only.
    const securityCode = await openCode(deps, authentication);
    const claimed = await claim(deps, { shop, session, transaction, authentication });
    const answer = await askAcquirer(deps, claimed, takeStoredCard(deps, card), securityCode);
    const { step } = await settleAuthorisation(deps, claimed, answer);
    return step;
  } catch (error) {
    if (error instanceof StaleError) return null;
    if (!(error instanceof RefusalError)) throw error;
    return refuseForOrder(deps, { shop, session, transaction }, error);
  }
}

interface Rows {
  readonly shop: ShopRow;
  readonly session: SessionRow;
  readonly transaction: TransactionRow;
}

async function claim(
  deps: Deps,
  { shop, session, transaction, authentication }: Rows & { readonly authentication: AuthenticationRow },
): Promise<ClaimedAuthorisation> {
  const request = await newRequest(deps, shop);
  const at = nowAt(shop, deps.clock);
  const asked = transaction.requested;
  const writes = new Writes();
  const facts = { stan: request.number.stan };
  const requested = recordTransaction(
    writes,
    deps,
    transaction,
    [{ event: 'AUTHORISATION_REQUESTED', amount: asked, actor: THE_TILL, at, facts }],
    {
      ...request.columns,
      // A request after a soft decline is another authorisation, with a reference of its own.
      rrn: transaction.stan === null ? transaction.rrn : newRrn(deps, request.transmittedAt),
    },
  );
  const exchangeId = writeRequest(writes, deps, shop, request, requested, asked);
  const erased = { sealed_code: null, code_key_id: null, sealed_cavv: null, cavv_key_id: null };
  writes.update('authentication', { id: authentication.id, sequence: authentication.sequence }, erased);
  await commitAttempt(deps, writes, session);
  return {
    shop,
    session,
    transaction: requested,
    asked,
    proof: proofOf(deps, authentication),
    canAuthenticate: !authentication.mandated,
    exchangeId,
    askBefore_ms: request.askBefore_ms,
  };
}

function proofOf(deps: Deps, authentication: AuthenticationRow): AuthorisationRequest['authentication'] {
  const { outcome, eci, directory_transaction_id: directoryTransactionId } = authentication;
  if (outcome === null || eci === null || directoryTransactionId === null) return null;
  if (!AUTHENTICATION_TABLE[outcome].carriesProof) return null;
  const { sealed_cavv: bytes, cavv_key_id: keyId } = authentication;
  const cavv = bytes && keyId ? deps.vault.open({ keyId, bytes }, `cavv:${authentication.id}`) : null;
  return { eci, cavv, directoryTransactionId };
}

async function openCode(deps: Deps, authentication: AuthenticationRow): Promise<Secret | null> {
  const { id, sealed_code: bytes, code_key_id: keyId } = authentication;
  return bytes && keyId ? deps.shortVault.open({ keyId, bytes }, `code:${id}`) : null;
}

/** Another session has paid the order while this shopper was being authenticated. */
async function refuseForOrder(deps: Deps, { shop, session, transaction }: Rows, { code }: RefusalError): Promise<null> {
  const at = nowAt(shop, deps.clock);
  const writes = new Writes();
  const refused = {
    event: 'RULE_REFUSED',
    amount: transaction.requested,
    actor: THE_TILL,
    at,
    facts: { code },
  } as const;
  recordTransaction(writes, deps, transaction, [refused], { refusal_reason: code });
  recordSession(writes, deps, session, attemptEnded(session, THE_TILL, at));
  if (transaction.authentication_id !== null)
    writes.update('authentication', { id: transaction.authentication_id }, { sealed_code: null, code_key_id: null });
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
  return null;
}
