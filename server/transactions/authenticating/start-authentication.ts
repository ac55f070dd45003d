import { keepAnswer } from '../../api/idempotency.js';
import { recordNewAuthentication } from '../../authentication/authentication.js';
import { newAuthentication, newAuthenticationId } from '../../authentication/begin.js';
import type { Enrolment } from '../../authentication/ranges.js';
import type { Deps } from '../../database/deps.js';
import type { BrowserFacts } from '../../database/tables.js';
import { Writes } from '../../database/writes.js';
import { recordSession } from '../../sessions/session.js';
import { nowAt } from '../../shops/shop.js';
import { commitAttempt, newAttempt, requireOrderFree, type Attempt } from '../new-attempt.js';
import type { Step } from '../step.js';
import { recordNewTransaction } from '../transaction.js';

/** Begins an attempt whose card and shop are enrolled: written down first, then the issuer is asked. */
export async function startAuthentication(
  deps: Deps,
  attempt: Attempt,
  enrolment: Enrolment,
  browser: BrowserFacts,
): Promise<Step | null> {
  const { shop, session, card, actor, securityCode } = attempt;
  await requireOrderFree(deps, session);
  const at = nowAt(shop, deps.clock);
  const id = newAuthenticationId(deps);
  const columns = newAttempt(deps, attempt, at);
  const writes = new Writes();
  if (card.isNew) writes.insert('card', card.row);
  const transaction = recordNewTransaction(
    writes,
    deps,
    { ...columns, authentication_id: id, authentication_outcome: null },
    { event: 'AUTHENTICATION_STARTED', amount: session.amount, actor, at },
  );
  const beginning = {
    id,
    shopId: shop.id,
    sessionId: session.id,
    transactionId: transaction.id,
    enrolment,
    browser,
    mandated: false,
    sealedCode: securityCode && (await deps.shortVault.seal(securityCode, `code:${id}`)),
    at,
  };
  const row = newAuthentication(deps, beginning);
  const event = row.method_url === null ? 'DIRECTORY_ASKED' : 'METHOD_OFFERED';
  const authentication = recordNewAuthentication(writes, deps, row, { event, actor, at });
  recordSession(writes, deps, session, [{ event: 'ATTEMPT_STARTED', actor, at }], {
    attempts: session.attempts + 1,
    current_transaction_id: transaction.id,
  });
  keepAnswer(writes, deps, attempt.claim, 'CHECKOUT', session.id);
  await commitAttempt(deps, writes, session);
  return authentication.status === 'REQUESTING' ? { kind: 'ASK_DIRECTORY', authenticationId: id } : null;
}
