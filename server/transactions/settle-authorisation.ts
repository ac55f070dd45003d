/**
 * Writes the acquirer's answer, or that there is none.
 */
import type { AuthorisationAnswer, AuthorisationAnswered, Unanswered } from '../core/ports.js';
import { judgeAuthorisation, type Judgement } from '../core/response-codes.js';
import { SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { errorCode, mayTryAgain, StaleError, Writes } from '../database/writes.js';
import { loadSession } from '../sessions/load-session.js';
import type { ClaimedAuthorisation } from './ask-acquirer.js';
import { takeLateApproval } from './late-approval.js';
import { askedOf, loadTransaction } from './transaction.js';
import { writeAnswer, type Settled } from './write-answer.js';

/** Tries of a settlement whose fate the database did not tell; after that recovery takes over. */
const TRIES = 4;

const LEFT_TO_OTHERS: Settled = { step: null, session: null };

export async function settleAuthorisation(
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswer,
): Promise<Settled> {
  let current = claimed;
  for (let tries = 1; ; tries++) {
    try {
      const settled = await commitAnswer(deps, current, answer);
      deps.nudge('OUTBOX');
      return settled;
    } catch (error) {
      if (error instanceof StaleError) {
        const still = await stillAwaited(deps, claimed);
        if (!still) {
          await answerCameTooLate(deps, claimed, answer);
          return LEFT_TO_OTHERS;
        }
        current = still;
      }
      if (tries >= TRIES || !(mayTryAgain(error) || isLostLine(error))) throw error;
      await pause(deps, tries * 250);
    }
  }
}

/** The claim as it stands now, where nobody has settled it: only something was noted beside it meanwhile. */
async function stillAwaited(deps: Deps, claimed: ClaimedAuthorisation): Promise<ClaimedAuthorisation | undefined> {
  const exchange = await deps.sql
    .selectFrom('exchange')
    .select('status')
    .where('id', '=', claimed.exchangeId)
    .executeTakeFirstOrThrow();
  if (exchange.status !== 'PENDING') return undefined;
  const transaction = await loadTransaction(deps.sql, claimed.transaction.id);
  const session = claimed.session && (await loadSession(deps.sql, claimed.session.id));
  return { ...claimed, transaction, session };
}

/** SQLSTATE class 08 and 57P: the connection broke, the database is stopping. What was sent may be committed or not. */
function isLostLine(error: unknown): boolean {
  const code = errorCode(error);
  return code === undefined || /^08|^57P|^ECONN|^EPIPE/.test(code);
}

function pause(deps: Deps, delay_ms: number): Promise<void> {
  return new Promise(resolve => {
    deps.timers.after(Math.min(delay_ms, SECOND_ms), resolve);
  });
}

async function commitAnswer(deps: Deps, claimed: ClaimedAuthorisation, answer: AuthorisationAnswer): Promise<Settled> {
  const writes = new Writes();
  const judgement = judgementOf(claimed, answer);
  const settled = await writeAnswer(writes, deps, claimed, answer, judgement);
  writes.update('exchange', { id: claimed.exchangeId, status: 'PENDING' }, exchangeColumns(deps, answer));
  await writes.commit(deps.sql);
  if (judgement.reverse) deps.nudge('EXCHANGES');
  return settled;
}

function judgementOf(
  { transaction, proof, canAuthenticate }: ClaimedAuthorisation,
  answer: AuthorisationAnswer,
): Judgement {
  if (answer.kind === 'unknown') return { verdict: 'UNKNOWN', reverse: true };
  return judgeAuthorisation(answer.responseCode, {
    brand: transaction.brand,
    authenticated: proof !== null,
    canAuthenticate,
  });
}

function exchangeColumns(deps: Deps, answer: AuthorisationAnswer) {
  const messages = {
    request: answer.request && JSON.stringify(answer.request),
    answer: answer.answer && JSON.stringify(answer.answer),
    attempts: 1,
    answered_at: deps.clock.now(),
  };
  return answer.kind === 'answered'
    ? ({ ...messages, status: 'ANSWERED', response_code: answer.responseCode } as const)
    : ({ ...messages, status: 'UNANSWERED', cause: answer.cause } as const);
}

/** Recovery gave up waiting before us, or this settlement was committed although its acknowledgement was lost. */
async function answerCameTooLate(
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswered | Unanswered,
): Promise<void> {
  if (answer.kind !== 'answered') return;
  const { terminal, stan, transmittedAt, rrn } = askedOf(claimed.transaction, claimed.asked);
  await takeLateApproval(deps, {
    terminal,
    stan,
    transmittedAt,
    rrn,
    acceptor: claimed.shop.acceptor,
    responseCode: answer.responseCode,
    authorisationCode: answer.authorisationCode,
    answer: answer.answer,
  });
}
