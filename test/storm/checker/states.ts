/**
 * What may follow what, and by whose hand: written from the words of the domain (payment session, authentication, transaction, refund,
 * remittance), beside the server's own tables and never from them. A step is `FROM EVENT TO ACTORS`.
 */
export interface Step {
  readonly event: string;
  readonly to: string;
  readonly actors: readonly string[];
}

const ANY_STATE = '*';
const SAME = '=';

const PEOPLE = 'MEMBER|KEY';
const ANYONE = 'SHOPPER|MEMBER|KEY|BANK|TILL';

const SESSION = `
  NEW         OPENED            OPEN        ${PEOPLE}
  OPEN        EXTENDED          OPEN        SHOPPER
  OPEN        ATTEMPT_STARTED   PROCESSING  SHOPPER
  OPEN        CANCELLED         CANCELLED   SHOPPER|${PEOPLE}
  OPEN        EXPIRED           EXPIRED     TILL|BANK|SHOPPER|${PEOPLE}
  PROCESSING  ATTEMPT_ENDED     OPEN        SHOPPER|BANK|TILL|${PEOPLE}
  PROCESSING  ATTEMPTS_USED_UP  REFUSED     SHOPPER|BANK|TILL|${PEOPLE}
  PROCESSING  PAID              PAID        BANK|${PEOPLE}
  PROCESSING  CANCELLED         CANCELLED   SHOPPER|${PEOPLE}
`;

/** The challenge's return by the browser proves nothing: it ends nothing. */
const AUTHENTICATION = `
  NEW         METHOD_OFFERED   METHOD      SHOPPER|TILL
  NEW         DIRECTORY_ASKED  REQUESTING  SHOPPER|TILL
  METHOD      DIRECTORY_ASKED  REQUESTING  SHOPPER|TILL
  METHOD      ENDED            ENDED       ${ANYONE}
  REQUESTING  CHALLENGED       CHALLENGE   BANK
  REQUESTING  ENDED            ENDED       ${ANYONE}
  CHALLENGE   RETURNED         CHALLENGE   SHOPPER
  CHALLENGE   ENDED            ENDED       ${ANYONE}
`;

/** A yes or no to an authorisation is the bank's alone; an unknown ends by the bank's word, or by a person's (resolveUnknown). */
const TRANSACTION = `
  NEW             AUTHENTICATION_STARTED          AUTHENTICATING  SHOPPER
  NEW             AUTHORISATION_REQUESTED         AUTHORISING     SHOPPER|${PEOPLE}
  NEW             RULE_REFUSED                    REFUSED         SHOPPER|TILL|${PEOPLE}
  AUTHENTICATING  AUTHORISATION_REQUESTED         AUTHORISING     TILL|SHOPPER
  AUTHENTICATING  AUTHENTICATION_REFUSED          REFUSED         ${ANYONE}
  AUTHENTICATING  RULE_REFUSED                    REFUSED         TILL|SHOPPER
  AUTHORISING     AUTHORISED_FOR_CAPTURE          TO_CAPTURE      BANK
  AUTHORISING     AUTHORISED_FOR_VALIDATION       TO_VALIDATE     BANK
  AUTHORISING     AUTHORISED_FOR_REVIEW           TO_REVIEW       BANK
  AUTHORISING     DECLINED                        DECLINED        BANK
  AUTHORISING     SOFT_DECLINED                   AUTHENTICATING  BANK
  AUTHORISING     REAUTHORISATION_DECLINED        EXPIRED         BANK
  AUTHORISING     ANSWER_MISSING                  UNKNOWN         TILL
  UNKNOWN         REVERSAL_CONFIRMED              REVERSED        BANK|${PEOPLE}
  UNKNOWN         REAUTHORISATION_REVERSED        TO_AUTHORISE    BANK|${PEOPLE}
  TO_REVIEW       REVIEW_ACCEPTED_FOR_CAPTURE     TO_CAPTURE      ${PEOPLE}
  TO_REVIEW       REVIEW_ACCEPTED_FOR_VALIDATION  TO_VALIDATE     ${PEOPLE}
  TO_REVIEW       REVIEW_REFUSED                  CANCELLED       ${PEOPLE}
  TO_REVIEW       REVIEW_LAPSED                   EXPIRED         TILL
  TO_VALIDATE     VALIDATED                       TO_CAPTURE      ${PEOPLE}
  TO_VALIDATE     VALIDATED_AFTER_LAPSE           TO_AUTHORISE    ${PEOPLE}
  TO_VALIDATE     VALIDATION_LAPSED               EXPIRED         TILL
  TO_VALIDATE     CANCELLED                       CANCELLED       ${PEOPLE}
  TO_VALIDATE     CANCELLED_IN_PART               =               ${PEOPLE}
  TO_AUTHORISE    AUTHORISATION_REQUESTED         AUTHORISING     TILL
  TO_AUTHORISE    REAUTHORISATION_LAPSED          EXPIRED         TILL
  TO_AUTHORISE    CANCELLED                       CANCELLED       ${PEOPLE}
  TO_AUTHORISE    CANCELLED_IN_PART               =               ${PEOPLE}
  TO_CAPTURE      REMITTANCE_CLOSED               REMITTING       TILL|${PEOPLE}
  TO_CAPTURE      AUTHORISATION_LAPSED            TO_AUTHORISE    TILL
  TO_CAPTURE      CANCELLED                       CANCELLED       ${PEOPLE}
  TO_CAPTURE      CANCELLED_IN_PART               =               ${PEOPLE}
  TO_CAPTURE      HELD                            =               ${PEOPLE}
  TO_CAPTURE      HOLD_RELEASED                   =               ${PEOPLE}
  REMITTING       CAPTURE_ACCEPTED                CAPTURED        BANK
  REMITTING       CAPTURE_REJECTED                TO_CAPTURE      BANK
  CAPTURED        REFUND_REQUESTED                =               ${PEOPLE}
  CAPTURED        REFUND_CREDITED                 =               BANK
  CAPTURED        REFUND_FREED                    =               BANK|TILL|${PEOPLE}
  CAPTURED        CHARGED_BACK                    =               BANK
  CAPTURED        CHARGEBACK_WON                  =               BANK
  *               LATE_APPROVAL                   =               BANK
  *               RELEASE_REQUESTED               =               TILL|${PEOPLE}
  *               RELEASE_CONFIRMED               =               BANK
`;

const REFUND = `
  NEW         REQUESTED               TO_CREDIT   ${PEOPLE}
  NEW         REQUESTED_FOR_APPROVAL  TO_APPROVE  ${PEOPLE}
  TO_APPROVE  APPROVED                TO_CREDIT   MEMBER
  TO_APPROVE  DENIED                  DENIED      MEMBER
  TO_APPROVE  LAPSED                  LAPSED      TILL
  TO_CREDIT   REMITTANCE_CLOSED       REMITTING   TILL|${PEOPLE}
  REMITTING   CREDIT_ACCEPTED         CREDITED    BANK
  REMITTING   CREDIT_REJECTED         REJECTED    BANK
`;

/** Parked is a road, not an end: it is sent on once the bank can be reached. Out of balance ends by a person's word. */
const REMITTANCE = `
  NEW             OPENED          OPEN            TILL
  OPEN            CLOSED          CLOSED          TILL|${PEOPLE}
  CLOSED          SENT            SENT            TILL
  CLOSED          PARKED          PARKED          TILL
  SENT            PARKED          PARKED          TILL
  PARKED          SENT            SENT            TILL
  SENT            ACKNOWLEDGED    ACKNOWLEDGED    BANK
  SENT            OUT_OF_BALANCE  OUT_OF_BALANCE  BANK
  OUT_OF_BALANCE  RESOLVED        ACKNOWLEDGED    ${PEOPLE}
`;

export const STEPS: Readonly<Record<string, ReadonlyMap<string, readonly Step[]>>> = {
  SESSION: readSteps(SESSION),
  AUTHENTICATION: readSteps(AUTHENTICATION),
  TRANSACTION: readSteps(TRANSACTION),
  REFUND: readSteps(REFUND),
  REMITTANCE: readSteps(REMITTANCE),
};

/** Nothing leads out of these. */
export const FINAL: Readonly<Record<string, ReadonlySet<string>>> = {
  SESSION: new Set(['PAID', 'REFUSED', 'CANCELLED', 'EXPIRED']),
  AUTHENTICATION: new Set(['ENDED']),
  TRANSACTION: new Set(['REVERSED', 'REFUSED', 'DECLINED', 'CAPTURED', 'CANCELLED', 'EXPIRED']),
  REFUND: new Set(['CREDITED', 'DENIED', 'LAPSED', 'REJECTED']),
  REMITTANCE: new Set(['ACKNOWLEDGED']),
};

/** The bank holds or has taken money for a transaction in one of these, as far as we know. */
export const HOLDING: ReadonlySet<string> = new Set(['TO_REVIEW', 'TO_VALIDATE', 'TO_CAPTURE', 'REMITTING']);

/** Authorised, and not released again: the order is paid as far as the shopper is concerned. */
export const PAID_FOR: ReadonlySet<string> = new Set([...HOLDING, 'TO_AUTHORISE', 'CAPTURED']);

/** What the subject of an id is: ids begin with what they name. */
export function subjectOf(id: string): keyof typeof FINAL | null {
  const subjects: Readonly<Record<string, keyof typeof FINAL>> = {
    ps: 'SESSION',
    txn: 'TRANSACTION',
    auth: 'AUTHENTICATION',
    ref: 'REFUND',
    rem: 'REMITTANCE',
  };
  return subjects[id.slice(0, id.indexOf('_'))] ?? null;
}

/** The step that an event makes out of a state, or undefined where it may make none. */
export function stepFrom(subject: string, from: string, event: string): Step | undefined {
  const table = STEPS[subject];
  const step = [...(table?.get(from) ?? []), ...(from === 'NEW' ? [] : (table?.get(ANY_STATE) ?? []))].find(
    each => each.event === event,
  );
  return step && { ...step, to: step.to === SAME ? from : step.to };
}

function readSteps(text: string): ReadonlyMap<string, readonly Step[]> {
  const rows = text
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/));
  const steps = rows.map(([from = '', event = '', to = '', actors = '']) => ({
    from,
    step: { event, to, actors: actors.split('|') },
  }));
  return new Map(
    [...Map.groupBy(steps, ({ from }) => from)].map(([from, list]) => [from, list.map(({ step }) => step)]),
  );
}
