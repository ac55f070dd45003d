/**
 * Asks the directory to have a shopper authenticated (AReq). It is written down before; it is asked once.
 */
import { outcomeOf } from '../../core/authentication.js';
import { THE_BANK, THE_TILL } from '../../core/caller.js';
import { AUTHENTICATION_TIMERS } from '../../core/deadlines.js';
import type { AuthenticationAnswer, AuthenticationAnswered, DirectoryUnavailable } from '../../core/threeds-port.js';
import { addTime } from '../../core/time.js';
import {
  loadAuthentication,
  recordAuthentication,
  type AuthenticationRow,
} from '../../authentication/authentication.js';
import { directoryRequest } from '../../authentication/directory-request.js';
import { loadCard, openCardNumber } from '../../cards/stored-card.js';
import type { Deps } from '../../database/deps.js';
import { StaleError, Writes } from '../../database/writes.js';
import { loadSession } from '../../sessions/load-session.js';
import { loadShop, nowAt } from '../../shops/shop.js';
import { endAuthentication, type Ending } from './end-authentication.js';
import type { Step } from '../step.js';
import { loadTransaction } from '../transaction.js';

export async function askDirectory(deps: Deps, authenticationId: string): Promise<Step | null> {
  const authentication = await loadAuthentication(deps.sql, authenticationId);
  if (authentication.status !== 'REQUESTING') return null;
  const answer = await ask(deps, authentication);
  try {
    if (answer.kind === 'answered' && answer.transStatus === 'C') return await challenged(deps, authentication, answer);
    const ending = answer.kind === 'answered' ? endingOf(answer) : unavailable(answer);
    return await endAuthentication(deps, authentication, ending);
  } catch (error) {
    // Given up meanwhile by the shopper or by time: whatever the issuer says comes too late, and authorises nothing.
    if (error instanceof StaleError) return null;
    throw error;
  }
}

async function ask(deps: Deps, authentication: AuthenticationRow): Promise<AuthenticationAnswer> {
  const { sql, authenticator } = deps;
  const nothing = { kind: 'unavailable', cause: 'UNREACHABLE', errorCode: null, request: null, answer: null } as const;
  if (!authenticator) return nothing;
  const transaction = await loadTransaction(sql, authentication.transaction_id);
  const [shop, session, card] = await Promise.all([
    loadShop(sql, authentication.shop_id),
    loadSession(sql, authentication.session_id),
    loadCard(deps, transaction.card_id),
  ]);
  const rows = { shop, session, card, authentication };
  try {
    return await authenticator.authenticate(directoryRequest(deps, rows, openCardNumber(deps, card)));
  } catch (error) {
    deps.log.error('authenticate: the directory adapter failed', { error, authentication: authentication.id });
    return nothing;
  }
}

async function challenged(
  deps: Deps,
  authentication: AuthenticationRow,
  answer: AuthenticationAnswered,
): Promise<null> {
  const at = nowAt(await loadShop(deps.sql, authentication.shop_id), deps.clock);
  const writes = new Writes();
  recordAuthentication(
    writes,
    deps,
    authentication,
    { event: 'CHALLENGED', actor: THE_BANK, at },
    {
      acs_url: answer.challenge?.acsUrl ?? null,
      directory_transaction_id: answer.directoryTransactionId,
      acs_transaction_id: answer.acsTransactionId,
      version: answer.version,
      due_at: addTime(at, AUTHENTICATION_TIMERS.abandoned_ms),
      request: JSON.stringify(answer.request),
      answer: JSON.stringify(answer.answer),
    },
  );
  await writes.commit(deps.sql);
  return null;
}

function endingOf(answer: AuthenticationAnswered): Ending {
  const outcome = outcomeOf(answer.transStatus);
  if (!outcome) throw new Error(`The adapter let ${answer.transStatus} through.`);
  const messages = { request: JSON.stringify(answer.request), answer: JSON.stringify(answer.answer) };
  const because = outcome === 'UNAVAILABLE' ? 'UNREACHABLE' : 'FAILED';
  return { outcome, because, actor: THE_BANK, word: answer, messages };
}

/** The directory failed before any ARes: the shop's policy says whether to go on without. */
function unavailable({ cause, request, answer }: DirectoryUnavailable): Ending {
  const silent = cause === 'UNREACHABLE' || cause === 'NO_ANSWER' || cause === 'BROKEN_LINE';
  return {
    outcome: 'UNAVAILABLE',
    because: silent ? 'UNREACHABLE' : 'TECHNICAL',
    actor: THE_TILL,
    messages: { request: request && JSON.stringify(request), answer: answer && JSON.stringify(answer) },
  };
}
