/**
 * The result of a challenge (RReq), as the directory brings it to the internal door. It is the fact; what the browser brings
 * (CRes) proves nothing.
 */
import { outcomeOf, type AuthenticationOutcome } from '../../core/authentication.js';
import type { NotAuthenticatedReason } from '../../core/authentication-states.js';
import { THE_BANK } from '../../core/caller.js';
import type { ResultMessage } from '../../core/threeds-port.js';
import { findByResultToken, loadAuthentication, type AuthenticationRow } from '../../authentication/authentication.js';
import { loadCard } from '../../cards/stored-card.js';
import type { Deps } from '../../database/deps.js';
import { whileOthersAreQuicker } from '../../database/writes.js';
import { endAuthentication } from './end-authentication.js';
import { pursue } from '../pursue.js';
import { loadTransaction } from '../transaction.js';

/** What to answer (RRes or Erro), or null for an address that belongs to no authentication. */
export async function takeResult(deps: Deps, token: string, body: string): Promise<string | null> {
  const { authenticator } = deps;
  if (!authenticator) return null;
  const found = await findByResultToken(deps.sql, deps.vault.hash(token));
  if (!found?.directory_transaction_id || !found.acs_transaction_id) return null;
  const transaction = await loadTransaction(deps.sql, found.transaction_id);
  const { brands } = await loadCard(deps, transaction.card_id);
  const reading = authenticator.readResult(body, {
    transactionId: found.server_transaction_id,
    directoryTransactionId: found.directory_transaction_id,
    acsTransactionId: found.acs_transaction_id,
    version: found.version,
    brands,
  });
  if (reading.kind === 'rejected') {
    deps.log.warn('result: rejected', { authentication: found.id, code: reading.errorCode, fields: reading.fields });
    return authenticator.answerResult(reading);
  }
  const taken = await writeResult(deps, found, reading);
  // Whoever contradicts himself, or comes when all is over, changes nothing; a person may want to ask him why.
  if (!taken)
    deps.log.warn('result: not taken', {
      authentication: found.id,
      transStatus: reading.transStatus,
      cancel: reading.cancel,
    });
  return authenticator.answerResult(reading, taken ? 'WRITTEN' : 'FAILED');
}

/**
 * Whether this result stands: written now, or the same as the one that was written before. The first one counts. What was only
 * noted beside it meanwhile (the browser came back) must not lose it: it is not sent again once it was answered.
 */
async function writeResult(deps: Deps, { id }: AuthenticationRow, result: ResultMessage): Promise<boolean> {
  return whileOthersAreQuicker(async () => {
    const found = await loadAuthentication(deps.sql, id);
    if (found.status !== 'CHALLENGE') return found.trans_status === result.transStatus;
    const { outcome, because } = meaningOf(result);
    const messages = { result: JSON.stringify(result.message) };
    const step = await endAuthentication(deps, found, { outcome, because, actor: THE_BANK, word: result, messages });
    // The directory waits for its answer; the acquirer is asked after that, whether the browser ever comes back or not.
    deps.timers.after(0, () => {
      pursue(deps, step).catch((error: unknown) =>
        deps.log.error('result: not pursued', { error, authentication: id }),
      );
    });
    return true;
  });
}

function meaningOf(result: ResultMessage): { outcome: AuthenticationOutcome; because: NotAuthenticatedReason } {
  if (result.cancel !== null && result.transStatus !== 'Y')
    return { outcome: 'ABANDONED', because: result.cancel === '01' ? 'CANCELLED' : 'TIMED_OUT' };
  const outcome = outcomeOf(result.transStatus);
  if (!outcome) throw new Error(`The adapter let ${result.transStatus} through.`);
  return { outcome, because: outcome === 'UNAVAILABLE' ? 'UNREACHABLE' : 'FAILED' };
}
