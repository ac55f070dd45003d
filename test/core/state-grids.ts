/**
 * The four state tables once more, written out by hand from the description of the domain: one line per event, one column
 * per status it may come in, and in each cell the status it leads to, or a dot where it may not come.
 */
export interface Cell {
  readonly event: string;
  readonly from: string;
  readonly to: string | undefined;
}

export function readGrid(legend: Readonly<Record<string, string>>, text: string): Cell[] {
  const [head = '', ...lines] = text.trim().split('\n');
  const columns = head.trim().split(/\s+/).slice(1);
  return lines.flatMap(line => {
    const [event = '', ...cells] = line.trim().split(/\s+/);
    if (cells.length !== columns.length) throw new Error(`The line of ${event} has ${cells.length} cells.`);
    return columns.map((column, place) => ({
      event,
      from: named(legend, column),
      to: cells[place] === '.' ? undefined : named(legend, cells[place] ?? ''),
    }));
  });
}

function named(legend: Readonly<Record<string, string>>, letters: string): string {
  const name = legend[letters];
  if (!name) throw new Error(`The legend does not know ${letters}.`);
  return name;
}

export const TRANSACTION_LEGEND = {
  NW: 'NEW',
  AT: 'AUTHENTICATING',
  AU: 'AUTHORISING',
  UN: 'UNKNOWN',
  RV: 'REVERSED',
  RF: 'REFUSED',
  DC: 'DECLINED',
  RW: 'TO_REVIEW',
  VA: 'TO_VALIDATE',
  AG: 'TO_AUTHORISE',
  CP: 'TO_CAPTURE',
  RM: 'REMITTING',
  CD: 'CAPTURED',
  CN: 'CANCELLED',
  EX: 'EXPIRED',
};

export const TRANSACTION_GRID = `
  event                           NW AT AU UN RV RF DC RW VA AG CP RM CD CN EX
  AUTHENTICATION_STARTED          AT .  .  .  .  .  .  .  .  .  .  .  .  .  .
  AUTHENTICATION_REFUSED          .  RF .  .  .  .  .  .  .  .  .  .  .  .  .
  RULE_REFUSED                    RF RF .  .  .  .  .  .  .  .  .  .  .  .  .
  AUTHORISATION_REQUESTED         AU AU .  .  .  .  .  .  .  AU .  .  .  .  .
  AUTHORISED_FOR_CAPTURE          .  .  CP .  .  .  .  .  .  .  .  .  .  .  .
  AUTHORISED_FOR_VALIDATION       .  .  VA .  .  .  .  .  .  .  .  .  .  .  .
  AUTHORISED_FOR_REVIEW           .  .  RW .  .  .  .  .  .  .  .  .  .  .  .
  DECLINED                        .  .  DC .  .  .  .  .  .  .  .  .  .  .  .
  SOFT_DECLINED                   .  .  AT .  .  .  .  .  .  .  .  .  .  .  .
  REAUTHORISATION_DECLINED        .  .  EX .  .  .  .  .  .  .  .  .  .  .  .
  ANSWER_MISSING                  .  .  UN .  .  .  .  .  .  .  .  .  .  .  .
  REVERSAL_CONFIRMED              .  .  .  RV .  .  .  .  .  .  .  .  .  .  .
  REAUTHORISATION_REVERSED        .  .  .  AG .  .  .  .  .  .  .  .  .  .  .
  REVIEW_ACCEPTED_FOR_CAPTURE     .  .  .  .  .  .  .  CP .  .  .  .  .  .  .
  REVIEW_ACCEPTED_FOR_VALIDATION  .  .  .  .  .  .  .  VA .  .  .  .  .  .  .
  REVIEW_REFUSED                  .  .  .  .  .  .  .  CN .  .  .  .  .  .  .
  REVIEW_LAPSED                   .  .  .  .  .  .  .  EX .  .  .  .  .  .  .
  VALIDATED                       .  .  .  .  .  .  .  .  CP .  .  .  .  .  .
  VALIDATED_AFTER_LAPSE           .  .  .  .  .  .  .  .  AG .  .  .  .  .  .
  VALIDATION_LAPSED               .  .  .  .  .  .  .  .  EX .  .  .  .  .  .
  AUTHORISATION_LAPSED            .  .  .  .  .  .  .  .  .  .  AG .  .  .  .
  REAUTHORISATION_LAPSED          .  .  .  .  .  .  .  .  .  EX .  .  .  .  .
  CANCELLED                       .  .  .  .  .  .  .  .  CN CN CN .  .  .  .
  CANCELLED_IN_PART               .  .  .  .  .  .  .  .  VA AG CP .  .  .  .
  REMITTANCE_CLOSED               .  .  .  .  .  .  .  .  .  .  RM .  .  .  .
  CAPTURE_ACCEPTED                .  .  .  .  .  .  .  .  .  .  .  CD .  .  .
  CAPTURE_REJECTED                .  .  .  .  .  .  .  .  .  .  .  CP .  .  .
  HELD                            .  .  .  .  .  .  .  .  .  .  CP .  .  .  .
  HOLD_RELEASED                   .  .  .  .  .  .  .  .  .  .  CP .  .  .  .
  LATE_APPROVAL                   .  AT AU UN RV RF DC RW VA AG CP RM CD CN EX
  RELEASE_REQUESTED               .  AT AU UN RV RF DC RW VA AG CP RM CD CN EX
  RELEASE_CONFIRMED               .  AT AU UN RV RF DC RW VA AG CP RM CD CN EX
  REFUND_REQUESTED                .  .  .  .  .  .  .  .  .  .  .  .  CD .  .
  REFUND_CREDITED                 .  .  .  .  .  .  .  .  .  .  .  .  CD .  .
  REFUND_FREED                    .  .  .  .  .  .  .  .  .  .  .  .  CD .  .
  CHARGED_BACK                    .  .  .  .  .  .  .  .  .  .  .  .  CD .  .
  CHARGEBACK_WON                  .  .  .  .  .  .  .  .  .  .  .  .  CD .  .
`;

export const SESSION_LEGEND = {
  NW: 'NEW',
  OP: 'OPEN',
  PR: 'PROCESSING',
  PD: 'PAID',
  RF: 'REFUSED',
  CN: 'CANCELLED',
  EX: 'EXPIRED',
};

export const SESSION_GRID = `
  event             NW OP PR PD RF CN EX
  OPENED            OP .  .  .  .  .  .
  ATTEMPT_STARTED   .  PR .  .  .  .  .
  ATTEMPT_ENDED     .  .  OP .  .  .  .
  PAID              .  .  PD .  .  .  .
  ATTEMPTS_USED_UP  .  .  RF .  .  .  .
  CANCELLED         .  CN CN .  .  .  .
  EXPIRED           .  EX .  .  .  .  .
  EXTENDED          .  OP .  .  .  .  .
`;

export const REFUND_LEGEND = {
  NW: 'NEW',
  AP: 'TO_APPROVE',
  CR: 'TO_CREDIT',
  RM: 'REMITTING',
  CD: 'CREDITED',
  DN: 'DENIED',
  LP: 'LAPSED',
  RJ: 'REJECTED',
};

export const REFUND_GRID = `
  event                   NW AP CR RM CD DN LP RJ
  REQUESTED               CR .  .  .  .  .  .  .
  REQUESTED_FOR_APPROVAL  AP .  .  .  .  .  .  .
  APPROVED                .  CR .  .  .  .  .  .
  DENIED                  .  DN .  .  .  .  .  .
  LAPSED                  .  LP .  .  .  .  .  .
  REMITTANCE_CLOSED       .  .  RM .  .  .  .  .
  CREDIT_ACCEPTED         .  .  .  CD .  .  .  .
  CREDIT_REJECTED         .  .  .  RJ .  .  .  .
`;

export const REMITTANCE_LEGEND = {
  NW: 'NEW',
  OP: 'OPEN',
  CL: 'CLOSED',
  SE: 'SENT',
  AK: 'ACKNOWLEDGED',
  OB: 'OUT_OF_BALANCE',
  PK: 'PARKED',
};

export const REMITTANCE_GRID = `
  event           NW OP CL SE AK OB PK
  OPENED          OP .  .  .  .  .  .
  CLOSED          .  CL .  .  .  .  .
  SENT            .  .  SE .  .  .  SE
  ACKNOWLEDGED    .  .  .  AK .  .  .
  OUT_OF_BALANCE  .  .  .  OB .  .  .
  PARKED          .  .  PK PK .  .  .
  RESOLVED        .  .  .  .  .  AK .
`;
