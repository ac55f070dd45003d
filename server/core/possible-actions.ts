/**
 * What may be done to a transaction now, how much of it, until when, and why not. Screens render this list and compute
 * nothing themselves; verbs ask the same law through the `require…` functions and get an amount or a refusal.
 */
import { openAmount, refundableAmount, type Amounts } from './amounts.js';
import { hasLapsed } from './deadlines.js';
import { decimalText } from './money.js';
import { refuse, type PossibleAction, type RefusalError } from './refusal.js';
import { OUTCOME_OF, type TransactionStatus } from './transaction.js';

export const ACTIONS = [
  'VALIDATE',
  'CANCEL',
  'REFUND',
  'REVERSE',
  'DUPLICATE',
  'ACCEPT_REVIEW',
  'REFUSE_REVIEW',
] as const;
export type Action = (typeof ACTIONS)[number];

export interface TransactionFacts {
  readonly status: TransactionStatus;
  readonly amounts: Amounts;
  readonly currency: string;
  /** Null unless the plan wants a validation. */
  readonly validationDeadline: Date | null;
  /** Null unless held for review. */
  readonly reviewDeadline: Date | null;
  /** When the remittance closes that would carry the capture; null while none would, as when it is held. */
  readonly captureClosesAt: Date | null;
  /** When the latest authorisation ends; null before one and after its release. */
  readonly authorisationExpiresAt: Date | null;
  /** Whether the card number can still be read. */
  readonly cardKept: boolean;
  /** Whether a reversal of this transaction is not yet acknowledged. */
  readonly reversalPending: boolean;
  /** Whether the shopper consented to a later payment with this card and the scheme's reference is known. */
  readonly mayBeDuplicated: boolean;
}

/** A possible action with the code of its refusal, which the public type has no place for. */
interface Answer {
  readonly maxAmount: bigint | null;
  readonly until: Date | null;
  readonly blockedBecause: string | null;
  readonly code: 'ACTION_NOT_POSSIBLE' | 'CARD_NOT_KEPT';
}

/** Every action, in the order of `ACTIONS`; those that are not possible say why. */
export function possibleActions(facts: TransactionFacts, now: Date): PossibleAction[] {
  return ACTIONS.map(action => {
    const { maxAmount, until, blockedBecause } = LAW[action](facts, now);
    return { action, maxAmount, until, blockedBecause };
  });
}

/** The amount to validate: all that waits when `amount` is null. */
export function requireValidation(facts: TransactionFacts, amount: bigint | null, now: Date): bigint {
  return requireAmount('VALIDATE', facts, amount, now);
}

/** The amount to cancel: all that is open when `amount` is null. */
export function requireCancel(facts: TransactionFacts, amount: bigint | null, now: Date): bigint {
  return requireAmount('CANCEL', facts, amount, now);
}

/** The amount to refund: all that is left when `amount` is null. */
export function requireRefund(facts: TransactionFacts, amount: bigint | null, now: Date): bigint {
  return requireAmount('REFUND', facts, amount, now);
}

/** Throws unless `action`, which takes no amount of the transaction, is possible now. */
export function requireAction(action: Action, facts: TransactionFacts, now: Date): void {
  const answer = LAW[action](facts, now);
  if (answer.blockedBecause !== null) throw blocked(answer.blockedBecause, answer.code, facts, now);
}

/** What giving the money back means now: cancel what is not yet remitted, refund what is captured. */
export function chooseReverse(facts: TransactionFacts, now: Date): 'CANCEL' | 'REFUND' {
  requireAction('REVERSE', facts, now);
  return reverseIs(facts);
}

function requireAmount(action: Action, facts: TransactionFacts, asked: bigint | null, now: Date): bigint {
  requireAction(action, facts, now);
  const most = LAW[action](facts, now).maxAmount ?? 0n;
  const amount = asked ?? most;
  if (amount >= 1n && amount <= most) return amount;
  const limit = `${decimalText({ amount: most, currency: facts.currency })} ${facts.currency}`;
  const message = amount < 1n ? 'The amount has to be above zero.' : `The amount is at most ${limit}.`;
  throw refuse('AMOUNT_NOT_POSSIBLE', message, { path: 'amount', limit, possibleActions: possibleActions(facts, now) });
}

function blocked(because: string, code: Answer['code'], facts: TransactionFacts, now: Date): RefusalError {
  return refuse(code, because, { possibleActions: possibleActions(facts, now) });
}

function possible(maxAmount: bigint | null, until: Date | null): Answer {
  return { maxAmount, until, blockedBecause: null, code: 'ACTION_NOT_POSSIBLE' };
}

/** `maxAmount` is zero where the action takes an amount, so that nobody offers one by mistake. */
function impossible(because: string, maxAmount: 0n | null, code: Answer['code'] = 'ACTION_NOT_POSSIBLE'): Answer {
  return { maxAmount, until: null, blockedBecause: because, code };
}

const NOT_KEPT = 'The card number has been erased.';

/** Why nothing can be cancelled, validated or refunded in a status; the verbs below add their own cases. */
const WHY_NOT: Readonly<Record<TransactionStatus, string>> = {
  AUTHENTICATING: 'The shopper is being authenticated; nothing is authorised yet.',
  AUTHORISING: 'The acquirer is being asked; wait for its answer.',
  UNKNOWN: 'It is being reversed: the acquirer did not answer.',
  REVERSED: 'It was reversed; nothing was taken.',
  REFUSED: 'It was refused; nothing was taken.',
  DECLINED: 'The issuer declined it; nothing was taken.',
  TO_REVIEW: 'It is held for review; accept or refuse it there.',
  TO_VALIDATE: 'It is not validated yet.',
  TO_AUTHORISE: 'It is validated, and will be authorised again before its capture.',
  TO_CAPTURE: 'It is not captured yet.',
  REMITTING: 'It travels in a closed remittance; wait until the bank has answered.',
  CAPTURED: 'It is captured; refund it instead.',
  CANCELLED: 'It was cancelled; nothing was taken.',
  EXPIRED: 'It expired; nothing was taken.',
};

const LAW: { readonly [A in Action]: (facts: TransactionFacts, now: Date) => Answer } = {
  VALIDATE: (facts, now) => {
    if (facts.status === 'TO_CAPTURE') return impossible('It has been validated, or needs no validation.', 0n);
    if (facts.status !== 'TO_VALIDATE') return impossible(WHY_NOT[facts.status], 0n);
    if (facts.validationDeadline && facts.validationDeadline <= now)
      return impossible('The validation deadline has passed.', 0n);
    if (hasLapsed(facts.authorisationExpiresAt, now) && !facts.cardKept)
      return impossible(NOT_KEPT, 0n, 'CARD_NOT_KEPT');
    return possible(facts.amounts.toValidate, facts.validationDeadline);
  },

  CANCEL: (facts, now) => {
    if (facts.status === 'TO_VALIDATE')
      return possible(openAmount(facts.amounts), stillToCome(facts.validationDeadline, now));
    if (facts.status === 'TO_CAPTURE' || facts.status === 'TO_AUTHORISE')
      return possible(openAmount(facts.amounts), stillToCome(facts.captureClosesAt, now));
    if (facts.reversalPending && OUTCOME_OF[facts.status] === 'UNPAID')
      return impossible('It is being reversed already; the bank is being told until it acknowledges.', 0n);
    return impossible(WHY_NOT[facts.status], 0n);
  },

  REFUND: facts => {
    if (facts.status === 'TO_VALIDATE' || facts.status === 'TO_CAPTURE' || facts.status === 'TO_AUTHORISE')
      return impossible('It is not captured yet; cancel it instead.', 0n);
    if (facts.status !== 'CAPTURED') return impossible(WHY_NOT[facts.status], 0n);
    const most = refundableAmount(facts.amounts);
    if (most === 0n) return impossible('Nothing is left to refund.', 0n);
    return facts.cardKept ? possible(most, null) : impossible(NOT_KEPT, 0n, 'CARD_NOT_KEPT');
  },

  REVERSE: (facts, now) => LAW[reverseIs(facts)](facts, now),

  DUPLICATE: facts => {
    if (facts.amounts.authorised === 0n || OUTCOME_OF[facts.status] === 'PENDING')
      return impossible('Only a payment that was authorised can be duplicated.', null);
    if (!facts.mayBeDuplicated)
      return impossible(
        'The shopper did not consent to later payments with this card, or its bank forbids them.',
        null,
      );
    return facts.cardKept ? possible(null, null) : impossible(NOT_KEPT, null, 'CARD_NOT_KEPT');
  },

  ACCEPT_REVIEW: review,
  REFUSE_REVIEW: review,
};

function review(facts: TransactionFacts, now: Date): Answer {
  if (facts.status !== 'TO_REVIEW') return impossible('It is not held for review.', null);
  if (facts.reviewDeadline && facts.reviewDeadline <= now) return impossible('The review deadline has passed.', null);
  return possible(null, facts.reviewDeadline);
}

/** A deadline that has passed, but whose job has not run yet, promises nothing any more. */
function stillToCome(deadline: Date | null, now: Date): Date | null {
  return deadline && deadline > now ? deadline : null;
}

function reverseIs(facts: TransactionFacts): 'CANCEL' | 'REFUND' {
  return facts.status === 'CAPTURED' ? 'REFUND' : 'CANCEL';
}
