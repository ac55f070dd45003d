import { THE_BANK, THE_TILL } from '../../core/caller.js';
import type { AuthorisationAnswered } from '../../core/ports.js';
import { readResponseCode } from '../../core/response-codes.js';
import { loadAuthentication, recordNewAuthentication } from '../../authentication/authentication.js';
import { newAuthentication, newAuthenticationId } from '../../authentication/begin.js';
import { findEnrolment } from '../../authentication/ranges.js';
import { loadCard, openCardNumber } from '../../cards/stored-card.js';
import type { Deps } from '../../database/deps.js';
import type { Writes } from '../../database/writes.js';
import { nowAt } from '../../shops/shop.js';
import type { ClaimedAuthorisation } from '../ask-acquirer.js';
import type { Step } from '../step.js';
import { recordTransaction } from '../transaction.js';

/**
 * A soft decline: the issuer wants the shopper authenticated. Once per transaction it is sent back, with a challenge mandated;
 * the security code has been used and is not kept. Null when its card is not enrolled after all: then it is a decline.
 */
export async function sendBack(
  writes: Writes,
  deps: Deps,
  { shop, session, transaction }: ClaimedAuthorisation,
  { responseCode }: AuthorisationAnswered,
): Promise<Step | null> {
  if (session === null || transaction.authentication_id === null) return null;
  const card = await loadCard(deps, transaction.card_id);
  const enrolment = await findEnrolment(deps.sql, openCardNumber(deps, card));
  if (!enrolment) return null;
  const before = await loadAuthentication(deps.sql, transaction.authentication_id);
  const at = nowAt(shop, deps.clock);
  const id = newAuthenticationId(deps);
  const facts = { responseCode, meaning: readResponseCode(responseCode).meaning };
  const said = { event: 'SOFT_DECLINED', amount: 0n, actor: THE_BANK, at, facts } as const;
  const changes = { authentication_id: id, authentication_outcome: null, answer_due_at: null };
  recordTransaction(writes, deps, transaction, [said], changes);
  const row = newAuthentication(deps, {
    id,
    shopId: shop.id,
    sessionId: session.id,
    transactionId: transaction.id,
    enrolment: { ...enrolment, methodUrl: null },
    browser: before.browser,
    mandated: true,
    sealedCode: null,
    at,
  });
  recordNewAuthentication(writes, deps, row, { event: 'DIRECTORY_ASKED', actor: THE_TILL, at });
  return { kind: 'ASK_DIRECTORY', authenticationId: id };
}
