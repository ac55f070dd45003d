/**
 * Writes the acquirer's answer, or that there is none. Answers the next step where the issuer sends the shopper back to be
 * authenticated.
 */
import { THE_BANK, THE_TILL } from '../core/caller.js';
import { authorisationDeadline, captureDay, validationDeadline } from '../core/deadlines.js';
import type { AuthorisationAnswer, AuthorisationAnswered, Unanswered } from '../core/ports.js';
import { judgeAuthorisation, readResponseCode, type Judgement } from '../core/response-codes.js';
import { SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { errorCode, mayTryAgain, StaleError, Writes } from '../database/writes.js';
import { attemptEnded } from '../sessions/attempt-ended.js';
import { loadSession } from '../sessions/load-session.js';
import { recordSession } from '../sessions/session.js';
import { cutOffOfShop, nowAt } from '../shops/shop.js';
import type { ClaimedAuthorisation } from './ask-acquirer.js';
import { writeUndo } from './exchange.js';
import { sendBack } from './authenticating/send-back.js';
import type { Step } from './step.js';
import { takeLateApproval } from './late-approval.js';
import { approvedAgain, declinedAgain } from './settle-again.js';
import { askedOf, loadTransaction, recordTransaction } from './transaction.js';

/** Tries of a settlement whose fate the database did not tell; after that recovery takes over. */
const TRIES = 4;

export async function settleAuthorisation(
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswer,
): Promise<Step | null> {
  let current = claimed;
  for (let tries = 1; ; tries++) {
    try {
      const step = await writeAnswer(deps, current, answer);
      deps.nudge('OUTBOX');
      return step;
    } catch (error) {
      if (error instanceof StaleError) {
        const still = await stillAwaited(deps, claimed);
        if (!still) {
          await answerCameTooLate(deps, claimed, answer);
          return null;
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

async function writeAnswer(
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswer,
): Promise<Step | null> {
  const writes = new Writes();
  let step: Step | null = null;
  const { verdict, reverse } = judgementOf(claimed, answer);
  if (answer.kind === 'unknown') await noAnswer(writes, deps, claimed, answer.cause);
  else if (verdict === 'UNKNOWN') await noAnswer(writes, deps, claimed, `CODE_${answer.responseCode}`);
  else if (verdict === 'APPROVED') approved(writes, deps, claimed, answer);
  else if (verdict === 'SOFT_DECLINED') step = await sendBack(writes, deps, claimed, answer);
  else await declined(writes, deps, claimed, answer, reverse);
  // The issuer insists on an authentication that the card turns out not to take part in.
  if (answer.kind === 'answered' && verdict === 'SOFT_DECLINED' && !step)
    await declined(writes, deps, claimed, answer, reverse);
  writes.update('exchange', { id: claimed.exchangeId, status: 'PENDING' }, exchangeColumns(deps, answer));
  await writes.commit(deps.sql);
  if (reverse) deps.nudge('EXCHANGES');
  return step;
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

function approved(writes: Writes, deps: Deps, claimed: ClaimedAuthorisation, answer: AuthorisationAnswered): void {
  const { shop, session, transaction } = claimed;
  if (session === null) return approvedAgain(writes, deps, claimed, answer);
  const at = nowAt(shop, deps.clock);
  const toValidate = transaction.capture_plan === 'VALIDATION';
  const days = session.capture_days ?? 0;
  const lifetime = { brand: transaction.brand, initiator: transaction.initiator, preAuthorisation: false };
  recordTransaction(
    writes,
    deps,
    transaction,
    [
      {
        event: toValidate ? 'AUTHORISED_FOR_VALIDATION' : 'AUTHORISED_FOR_CAPTURE',
        amount: transaction.requested,
        actor: THE_BANK,
        at,
        facts: { responseCode: answer.responseCode, authorisationCode: answer.authorisationCode },
      },
    ],
    {
      response_code: answer.responseCode,
      authorisation_code: answer.authorisationCode,
      scheme_transaction_id: answer.schemeTransactionId,
      security_code_result: answer.securityCodeResult,
      authorised_at: at,
      authorisation_expires_at: authorisationDeadline(lifetime, at).at,
      capture_day: toValidate ? null : captureDay(at, days, cutOffOfShop(shop)),
      validation_deadline: toValidate ? validationDeadline(at, days, cutOffOfShop(shop)) : null,
      answer_due_at: null,
    },
  );
  recordSession(writes, deps, session, [{ event: 'PAID', actor: THE_BANK, at }]);
}

async function declined(
  writes: Writes,
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswered,
  reverse: boolean,
): Promise<void> {
  const { shop, session, transaction } = claimed;
  if (session === null) return declinedAgain(writes, deps, claimed, answer, reverse);
  const at = nowAt(shop, deps.clock);
  const facts = { responseCode: answer.responseCode, meaning: readResponseCode(answer.responseCode).meaning };
  const said = { event: 'DECLINED', amount: 0n, actor: THE_BANK, at, facts } as const;
  const undone = { event: 'RELEASE_REQUESTED', amount: transaction.requested, actor: THE_TILL, at } as const;
  recordTransaction(writes, deps, transaction, reverse ? [said, undone] : [said], {
    response_code: answer.responseCode,
    security_code_result: answer.securityCodeResult,
    answer_due_at: null,
  });
  if (reverse)
    await writeUndo(writes, deps, shop, transaction, askedOf(transaction, transaction.requested), { kind: 'REVERSAL' });
  recordSession(writes, deps, session, attemptEnded(session, THE_BANK, at, answer.responseCode));
}

/** Nobody answered, or nobody that can be believed. The session waits; the bank is told to hold nothing. */
async function noAnswer(writes: Writes, deps: Deps, claimed: ClaimedAuthorisation, cause: string): Promise<void> {
  const { shop, transaction, asked } = claimed;
  const at = nowAt(shop, deps.clock);
  const happening = {
    event: 'ANSWER_MISSING',
    amount: asked,
    actor: THE_TILL,
    at,
    facts: { cause },
  } as const;
  recordTransaction(writes, deps, transaction, [happening], { answer_due_at: null });
  await writeUndo(writes, deps, shop, transaction, askedOf(transaction, asked), { kind: 'REVERSAL' });
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
