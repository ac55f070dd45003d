/**
 * The state table of a transaction, with one sentence per arrow. Data only; `transaction.ts` says what the names mean.
 */
import type { ArrowsFrom, StateTable } from './state-table.js';
import type { TransactionEvent, TransactionStatus } from './transaction.js';

/**
 * What the bank may still have to say in any status, final ones too: none of it changes the status. An answer can be
 * late in `AUTHENTICATING` as well, after a soft decline sent the transaction back there.
 */
function bankMayStillSpeak(status: TransactionStatus) {
  return {
    LATE_APPROVAL: {
      to: status,
      because: 'An approval came after we had stopped waiting; it changes nothing and is reversed afresh.',
    },
    RELEASE_REQUESTED: {
      to: status,
      because: 'A reversal of what the bank may still hold was written down, to be told until it is acknowledged.',
    },
    RELEASE_CONFIRMED: { to: status, because: 'The bank acknowledged a cancel, a release or a fresh reversal.' },
  } satisfies ArrowsFrom<TransactionStatus, TransactionEvent>;
}

const RULE_REFUSED = {
  to: 'REFUSED',
  because: 'Risk or a rule of the shop said no before anybody was asked.',
} as const;

const AUTHORISATION_REQUESTED = {
  to: 'AUTHORISING',
  because: 'The request was written down with its STAN and RRN; now the acquirer may be asked.',
} as const;

const CANCELLED = { to: 'CANCELLED', because: 'All of it was cancelled before its remittance.' } as const;

const CANCELLED_IN_PART = 'A part was cancelled before its remittance; the rest goes on.';

export const TRANSACTION_TABLE: StateTable<TransactionStatus, TransactionEvent> = {
  NEW: {
    AUTHENTICATION_STARTED: { to: 'AUTHENTICATING', because: 'Shop and card are enrolled in 3-D Secure.' },
    AUTHORISATION_REQUESTED,
    RULE_REFUSED,
  },
  AUTHENTICATING: {
    ...bankMayStillSpeak('AUTHENTICATING'),
    AUTHORISATION_REQUESTED,
    AUTHENTICATION_REFUSED: { to: 'REFUSED', because: 'Authentication failed, was rejected or was abandoned.' },
    RULE_REFUSED,
  },
  AUTHORISING: {
    ...bankMayStillSpeak('AUTHORISING'),
    AUTHORISED_FOR_CAPTURE: {
      to: 'TO_CAPTURE',
      because: 'The acquirer said yes, and the plan needs no validation; or it said yes again.',
    },
    AUTHORISED_FOR_VALIDATION: { to: 'TO_VALIDATE', because: 'The acquirer said yes; the plan wants a validation.' },
    AUTHORISED_FOR_REVIEW: { to: 'TO_REVIEW', because: 'The acquirer said yes; a risk rule wants a person to look.' },
    DECLINED: { to: 'DECLINED', because: 'The issuer said no, or said what we may not take for a yes.' },
    SOFT_DECLINED: { to: 'AUTHENTICATING', because: 'The issuer wants the shopper authenticated first; asked once.' },
    REAUTHORISATION_DECLINED: { to: 'EXPIRED', because: 'Authorised again when due, the issuer said no.' },
    ANSWER_MISSING: { to: 'UNKNOWN', because: 'Silence, a broken line or an answer that is not to our question.' },
  },
  UNKNOWN: {
    ...bankMayStillSpeak('UNKNOWN'),
    REVERSAL_CONFIRMED: { to: 'REVERSED', because: 'The bank confirmed by 0430 that nothing is held.' },
    REAUTHORISATION_REVERSED: {
      to: 'TO_AUTHORISE',
      because: 'The bank confirmed that nothing is held of the authorisation asked again; it may be asked once more.',
    },
  },
  TO_REVIEW: {
    ...bankMayStillSpeak('TO_REVIEW'),
    REVIEW_ACCEPTED_FOR_CAPTURE: { to: 'TO_CAPTURE', because: 'A person accepted it; the plan needs no validation.' },
    REVIEW_ACCEPTED_FOR_VALIDATION: {
      to: 'TO_VALIDATE',
      because: 'A person accepted it; the plan wants a validation.',
    },
    REVIEW_REFUSED: { to: 'CANCELLED', because: 'A person refused it; the authorisation is released.' },
    REVIEW_LAPSED: { to: 'EXPIRED', because: 'Nobody looked in time; the authorisation is released.' },
  },
  TO_VALIDATE: {
    ...bankMayStillSpeak('TO_VALIDATE'),
    VALIDATED: { to: 'TO_CAPTURE', because: 'The shop released all or part; the rest was cancelled at once.' },
    VALIDATED_AFTER_LAPSE: {
      to: 'TO_AUTHORISE',
      because: 'The shop released all or part when the authorisation had lapsed already; it is asked again.',
    },
    VALIDATION_LAPSED: { to: 'EXPIRED', because: 'The validation deadline passed; the authorisation is released.' },
    CANCELLED,
    CANCELLED_IN_PART: { to: 'TO_VALIDATE', because: CANCELLED_IN_PART },
  },
  TO_AUTHORISE: {
    ...bankMayStillSpeak('TO_AUTHORISE'),
    AUTHORISATION_REQUESTED,
    REAUTHORISATION_LAPSED: { to: 'EXPIRED', because: 'It could not be authorised again while there was time.' },
    CANCELLED,
    CANCELLED_IN_PART: { to: 'TO_AUTHORISE', because: CANCELLED_IN_PART },
  },
  TO_CAPTURE: {
    ...bankMayStillSpeak('TO_CAPTURE'),
    REMITTANCE_CLOSED: { to: 'REMITTING', because: 'The remittance that carries it was closed.' },
    AUTHORISATION_LAPSED: {
      to: 'TO_AUTHORISE',
      because: 'The authorisation ends before the remittance that would carry the capture; it is released.',
    },
    HELD: { to: 'TO_CAPTURE', because: 'A person keeps it out of the remittance.' },
    HOLD_RELEASED: { to: 'TO_CAPTURE', because: 'A person lets it travel again.' },
    CANCELLED,
    CANCELLED_IN_PART: { to: 'TO_CAPTURE', because: CANCELLED_IN_PART },
  },
  REMITTING: {
    ...bankMayStillSpeak('REMITTING'),
    CAPTURE_ACCEPTED: { to: 'CAPTURED', because: 'The bank answered its 0220 with 00, whatever the totals say.' },
    CAPTURE_REJECTED: {
      to: 'TO_CAPTURE',
      because: 'The bank answered its 0220 with another code; it is held for a person to present again or cancel.',
    },
  },
  CAPTURED: {
    ...bankMayStillSpeak('CAPTURED'),
    REFUND_REQUESTED: { to: 'CAPTURED', because: 'A refund was asked for; its amount is spoken for from now on.' },
    REFUND_CREDITED: { to: 'CAPTURED', because: 'The bank took a refund.' },
    REFUND_FREED: { to: 'CAPTURED', because: 'A refund was denied, lapsed or was rejected; its amount is free again.' },
    CHARGED_BACK: { to: 'CAPTURED', because: "The issuer took money back at the shopper's word." },
    CHARGEBACK_WON: { to: 'CAPTURED', because: 'The shop won the dispute and keeps the money.' },
  },
  REVERSED: bankMayStillSpeak('REVERSED'),
  REFUSED: bankMayStillSpeak('REFUSED'),
  DECLINED: bankMayStillSpeak('DECLINED'),
  CANCELLED: bankMayStillSpeak('CANCELLED'),
  EXPIRED: bankMayStillSpeak('EXPIRED'),
};
