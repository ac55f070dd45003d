/**
 * What becomes of a seeded payment, as data: the events of each story in order. Statuses and amounts are not written down
 * here: the law folds them out of the events, as it does for payments that were made.
 */
import type { AuthenticationEvent } from '../../server/core/authentication-states.js';
import type { RefundEvent } from '../../server/core/refund.js';
import type { SessionEvent } from '../../server/core/session.js';
import type { TransactionEvent } from '../../server/core/transaction.js';
import type { ActorKind, ExchangeKind } from '../../server/database/tables.js';

/** Instants of a payment that others are counted from (plan.ts). */
export const ANCHORS = ['BEGIN', 'VALIDATION', 'CLOSING', 'REFUND', 'CREDIT'] as const;
export type Anchor = (typeof ANCHORS)[number];

/** All of the payment, the part of it that the plan has drawn, what that leaves, or nothing. */
export type Share = 'ALL' | 'PART' | 'REST' | 'NONE';

export type Told =
  | readonly ['SESSION', SessionEvent]
  | readonly ['TRANSACTION', TransactionEvent]
  | readonly ['AUTHENTICATION', AuthenticationEvent]
  | readonly ['REFUND', RefundEvent];

export interface Step {
  readonly told: Told;
  readonly by: ActorKind;
  readonly anchor: Anchor;
  /** After the anchor. No two steps of a story come in the same millisecond, so that their ids sort as they came. */
  readonly after_ms: number;
  readonly share: Share;
}

export interface Message {
  readonly kind: ExchangeKind;
  readonly anchor: Anchor;
  readonly after_ms: number;
  readonly share: Share;
  readonly answered: boolean;
}

export interface Story {
  readonly steps: readonly Step[];
  readonly messages: readonly Message[];
}

type Place = readonly [anchor: Anchor, after_ms: number];

function step(told: Told, by: ActorKind, [anchor, after_ms]: Place, share: Share = 'ALL'): Step {
  return { told, by, anchor, after_ms, share };
}

const asked = (after_ms: number): Message => ({
  kind: 'AUTHORISATION',
  anchor: 'BEGIN',
  after_ms,
  share: 'ALL',
  answered: true,
});
const released = ([anchor, after_ms]: Place, share: Share = 'ALL'): Message => ({
  kind: 'RELEASE',
  anchor,
  after_ms,
  share,
  answered: true,
});

/** How a payment begins, by what 3-D Secure does; and when the acquirer is asked, after the beginning. */
export const BEGINNINGS = ['PLAIN', 'RECOGNISED', 'CHALLENGED'] as const;
export type Beginning = (typeof BEGINNINGS)[number];
const ASKED_AFTER: Readonly<Record<Beginning, number>> = { PLAIN: 60_010, RECOGNISED: 61_500, CHALLENGED: 96_000 };

function begun(beginning: Beginning): readonly Step[] {
  const start = step(['SESSION', 'ATTEMPT_STARTED'], 'SHOPPER', ['BEGIN', 60_002]);
  const opened = step(['SESSION', 'OPENED'], 'KEY', ['BEGIN', 0]);
  if (beginning === 'PLAIN') return [opened, start];
  const authentication = [
    step(['AUTHENTICATION', 'DIRECTORY_ASKED'], 'SHOPPER', ['BEGIN', 60_001]),
    ...(beginning === 'CHALLENGED' ? [step(['AUTHENTICATION', 'CHALLENGED'], 'BANK', ['BEGIN', 60_700])] : []),
    step(['AUTHENTICATION', 'ENDED'], 'BANK', ['BEGIN', ASKED_AFTER[beginning] - 100]),
  ];
  const started = step(['TRANSACTION', 'AUTHENTICATION_STARTED'], 'SHOPPER', ['BEGIN', 60_000]);
  return [opened, started, start, ...authentication];
}

function acquirerAsked(beginning: Beginning): Story {
  const after_ms = ASKED_AFTER[beginning];
  const by = beginning === 'PLAIN' ? 'SHOPPER' : 'TILL';
  const request = step(['TRANSACTION', 'AUTHORISATION_REQUESTED'], by, ['BEGIN', after_ms]);
  return { steps: [...begun(beginning), request], messages: [asked(after_ms)] };
}

function authorised(beginning: Beginning, event: TransactionEvent): Story {
  const after_ms = ASKED_AFTER[beginning] + 300;
  return goesOn(acquirerAsked(beginning), [
    step(['TRANSACTION', event], 'BANK', ['BEGIN', after_ms]),
    step(['SESSION', 'PAID'], 'BANK', ['BEGIN', after_ms + 1]),
  ]);
}

function goesOn(before: Story, steps: readonly Step[], messages: readonly Message[] = []): Story {
  return { steps: [...before.steps, ...steps], messages: [...before.messages, ...messages] };
}

/** The attempt brings no money, and the shopper does not try again. */
function inVain(before: Story, by: ActorKind, at_ms: number): Story {
  const steps = [
    step(['SESSION', 'ATTEMPT_ENDED'], by, ['BEGIN', at_ms]),
    step(['SESSION', 'EXPIRED'], 'TILL', ['BEGIN', 1_800_000]),
  ];
  return goesOn(before, steps);
}

function captured(before: Story, share: Share): Story {
  const steps = [
    step(['TRANSACTION', 'REMITTANCE_CLOSED'], 'TILL', ['CLOSING', 0], share),
    step(['TRANSACTION', 'CAPTURE_ACCEPTED'], 'BANK', ['CLOSING', 60_000], share),
  ];
  const message = { kind: 'CAPTURE', anchor: 'CLOSING', after_ms: 30_000, share, answered: true } as const;
  return goesOn(before, steps, [message]);
}

function refundAsked(before: Story, share: Share): Story {
  return goesOn(before, [
    step(['REFUND', 'REQUESTED'], 'KEY', ['REFUND', 0], share),
    step(['TRANSACTION', 'REFUND_REQUESTED'], 'KEY', ['REFUND', 1], share),
  ]);
}

function refunded(before: Story, share: Share): Story {
  const steps = [
    step(['REFUND', 'REMITTANCE_CLOSED'], 'TILL', ['CREDIT', 0], share),
    step(['REFUND', 'CREDIT_ACCEPTED'], 'BANK', ['CREDIT', 60_000], share),
    step(['TRANSACTION', 'REFUND_CREDITED'], 'BANK', ['CREDIT', 60_001], share),
  ];
  const message = { kind: 'REFUND', anchor: 'CREDIT', after_ms: 30_000, share, answered: true } as const;
  return goesOn(refundAsked(before, share), steps, [message]);
}

function validated(beginning: Beginning, share: Share): Story {
  const waiting = authorised(beginning, 'AUTHORISED_FOR_VALIDATION');
  const steps = [step(['TRANSACTION', 'VALIDATED'], 'KEY', ['VALIDATION', 0], share)];
  return goesOn(waiting, steps, share === 'PART' ? [released(['VALIDATION', 500], 'REST')] : []);
}

function declined(beginning: Beginning): Story {
  const after_ms = ASKED_AFTER[beginning] + 300;
  const no = step(['TRANSACTION', 'DECLINED'], 'BANK', ['BEGIN', after_ms], 'NONE');
  return inVain(goesOn(acquirerAsked(beginning), [no]), 'BANK', after_ms + 1);
}

function reversed(beginning: Beginning): Story {
  const at = ASKED_AFTER[beginning];
  const { steps } = acquirerAsked(beginning);
  const reversal = { kind: 'REVERSAL', anchor: 'BEGIN', after_ms: at + 15_100, share: 'ALL', answered: true } as const;
  const undone = goesOn(
    { steps, messages: [{ ...asked(at), answered: false }] },
    [
      step(['TRANSACTION', 'ANSWER_MISSING'], 'TILL', ['BEGIN', at + 15_000]),
      step(['TRANSACTION', 'REVERSAL_CONFIRMED'], 'BANK', ['BEGIN', at + 20_000]),
    ],
    [reversal],
  );
  return inVain(undone, 'BANK', at + 20_001);
}

function refused(beginning: Beginning): Story {
  const event = beginning === 'PLAIN' ? 'RULE_REFUSED' : 'AUTHENTICATION_REFUSED';
  const at = ASKED_AFTER[beginning];
  const steps = [step(['TRANSACTION', event], beginning === 'PLAIN' ? 'TILL' : 'BANK', ['BEGIN', at], 'NONE')];
  return inVain(goesOn({ steps: begun(beginning), messages: [] }, steps), 'TILL', at + 1);
}

const CANCELLED_AT: Place = ['BEGIN', 600_000];

const forCapture = (beginning: Beginning) => authorised(beginning, 'AUTHORISED_FOR_CAPTURE');
const forValidation = (beginning: Beginning) => authorised(beginning, 'AUTHORISED_FOR_VALIDATION');

/** Each ending, of each beginning. */
export const ENDINGS: Readonly<Record<string, (beginning: Beginning) => Story>> = {
  DECLINED: declined,
  REFUSED: refused,
  REVERSED: reversed,
  CANCELLED: beginning =>
    goesOn(
      forCapture(beginning),
      [step(['TRANSACTION', 'CANCELLED'], 'MEMBER', CANCELLED_AT)],
      [released(['BEGIN', 600_500])],
    ),
  TO_CAPTURE: forCapture,
  CAPTURED: beginning => captured(forCapture(beginning), 'ALL'),
  REFUND_PENDING: beginning => refundAsked(captured(forCapture(beginning), 'ALL'), 'PART'),
  REFUNDED_IN_PART: beginning => refunded(captured(forCapture(beginning), 'ALL'), 'PART'),
  REFUNDED: beginning => refunded(captured(forCapture(beginning), 'ALL'), 'ALL'),
  TO_VALIDATE: forValidation,
  VALIDATED: beginning => validated(beginning, 'ALL'),
  VALIDATED_CAPTURED: beginning => captured(validated(beginning, 'ALL'), 'ALL'),
  VALIDATED_IN_PART_CAPTURED: beginning => captured(validated(beginning, 'PART'), 'PART'),
  EXPIRED: beginning =>
    goesOn(
      forValidation(beginning),
      [step(['TRANSACTION', 'VALIDATION_LAPSED'], 'TILL', ['CLOSING', 0])],
      [released(['CLOSING', 500])],
    ),
};
