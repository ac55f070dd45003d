/**
 * What an acquirer's answer to an authorisation means for transaction and session, put into one unit of work.
 */
import { THE_BANK, THE_TILL } from '../core/caller.js';
import { authorisationDeadline, captureDay, validationDeadline } from '../core/deadlines.js';
import type { AuthorisationAnswer, AuthorisationAnswered } from '../core/ports.js';
import { readResponseCode, type Judgement } from '../core/response-codes.js';
import type { Deps } from '../database/deps.js';
import type { Writes } from '../database/writes.js';
import { attemptEnded } from '../sessions/attempt-ended.js';
import { recordSession, type SessionRow } from '../sessions/session.js';
import { cutOffOfShop, nowAt } from '../shops/shop.js';
import { causeOf } from './advices.js';
import type { ClaimedAuthorisation } from './ask-acquirer.js';
import { sendBack } from './authenticating/send-back.js';
import { writeUndo } from './exchange.js';
import { approvedAgain, declinedAgain } from './settle-again.js';
import type { Step } from './step.js';
import { askedOf, recordTransaction } from './transaction.js';

export interface Settled {
  /** What comes next where the issuer sends the shopper back to be authenticated. */
  readonly step: Step | null;
  /** The session as it was written; null where none belongs to it, or others were quicker. */
  readonly session: SessionRow | null;
}

function ended(session: SessionRow | null): Settled {
  return { step: null, session };
}

/** Answers what was written, to be told once it is committed. */
export async function writeAnswer(
  writes: Writes,
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswer,
  { verdict, reverse }: Judgement,
): Promise<Settled> {
  if (answer.kind === 'unknown') return ended(await noAnswer(writes, deps, claimed, answer.cause));
  if (verdict === 'UNKNOWN') return ended(await noAnswer(writes, deps, claimed, causeOf(answer.responseCode)));
  if (verdict === 'APPROVED') return ended(approved(writes, deps, claimed, answer));
  const step = verdict === 'SOFT_DECLINED' ? await sendBack(writes, deps, claimed, answer) : null;
  if (step) return { step, session: claimed.session };
  // Also where the issuer insists on an authentication that the card turns out not to take part in.
  return ended(await declined(writes, deps, claimed, answer, reverse));
}

function approved(
  writes: Writes,
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswered,
): SessionRow | null {
  const { shop, session, transaction } = claimed;
  if (session === null) {
    approvedAgain(writes, deps, claimed, answer);
    return null;
  }
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
  return recordSession(writes, deps, session, [{ event: 'PAID', actor: THE_BANK, at }]);
}

async function declined(
  writes: Writes,
  deps: Deps,
  claimed: ClaimedAuthorisation,
  answer: AuthorisationAnswered,
  reverse: boolean,
): Promise<SessionRow | null> {
  const { shop, session, transaction } = claimed;
  if (session === null) {
    await declinedAgain(writes, deps, claimed, answer, reverse);
    return null;
  }
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
  return recordSession(writes, deps, session, attemptEnded(session, THE_BANK, at, answer.responseCode));
}

/** Nobody answered, or nobody that can be believed. The session waits; the bank is told to hold nothing. */
async function noAnswer(
  writes: Writes,
  deps: Deps,
  claimed: ClaimedAuthorisation,
  cause: string,
): Promise<SessionRow | null> {
  const { shop, session, transaction, asked } = claimed;
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
  return session;
}
