/**
 * The amounts of a transaction after each event of its journal. An event moves money from one pot into another; what is in the pots has
 * come from the last authorisation, and never from anywhere else.
 */
import type { EventRow, TransactionRow } from './rows.js';

export const POTS = ['cancelled', 'to_validate', 'to_capture', 'remitting', 'captured'] as const;
type Pot = (typeof POTS)[number];

export type Amounts = Readonly<Record<Pot | 'authorised' | 'refund_pending' | 'refunded' | 'charged_back', number>>;

export const NOTHING: Amounts = {
  authorised: 0,
  cancelled: 0,
  to_validate: 0,
  to_capture: 0,
  remitting: 0,
  captured: 0,
  refund_pending: 0,
  refunded: 0,
  charged_back: 0,
};

/** All of a pot goes on; the event's amount must say as much. */
const WHOLE: Readonly<Record<string, readonly [from: Pot, to: Pot]>> = {
  REVIEW_ACCEPTED_FOR_CAPTURE: ['to_validate', 'to_capture'],
  REVIEW_REFUSED: ['to_validate', 'cancelled'],
  REVIEW_LAPSED: ['to_validate', 'cancelled'],
  VALIDATION_LAPSED: ['to_validate', 'cancelled'],
  REAUTHORISATION_LAPSED: ['to_capture', 'cancelled'],
  REAUTHORISATION_DECLINED: ['to_capture', 'cancelled'],
  REMITTANCE_CLOSED: ['to_capture', 'remitting'],
  CAPTURE_ACCEPTED: ['remitting', 'captured'],
  CAPTURE_REJECTED: ['remitting', 'to_capture'],
};

const AUTHORISED_INTO: Readonly<Record<string, Pot>> = {
  AUTHORISED_FOR_CAPTURE: 'to_capture',
  AUTHORISED_FOR_VALIDATION: 'to_validate',
  AUTHORISED_FOR_REVIEW: 'to_validate',
};

/** What stands beside the pots: signs of the event's amount. */
const BESIDE: Readonly<Record<string, Partial<Record<keyof Amounts, 1 | -1>>>> = {
  REFUND_REQUESTED: { refund_pending: 1 },
  REFUND_CREDITED: { refund_pending: -1, refunded: 1 },
  REFUND_FREED: { refund_pending: -1 },
  CHARGED_BACK: { charged_back: 1 },
  CHARGEBACK_WON: { charged_back: -1 },
};

export interface After {
  readonly event: EventRow;
  readonly amounts: Amounts;
  /** What cannot be, in a sentence; null where all is well. */
  readonly wrong: string | null;
}

export function foldOf(history: readonly EventRow[], requested: number): readonly After[] {
  let amounts = NOTHING;
  return history.map(event => {
    const moved = apply(amounts, event, requested);
    amounts = typeof moved === 'string' ? amounts : moved;
    const wrong = typeof moved === 'string' ? moved : outOfBounds(moved);
    return { event, amounts, wrong };
  });
}

function apply(before: Amounts, { event, amount: told }: EventRow, requested: number): Amounts | string {
  const amount = told ?? 0;
  const whole = WHOLE[event];
  if (whole) return amount === before[whole[0]] ? move(before, whole[0], whole[1], amount) : notAll(event, amount);
  if (AUTHORISED_INTO[event]) return authorised(before, AUTHORISED_INTO[event], amount, requested);
  if (event === 'VALIDATED' || event === 'VALIDATED_AFTER_LAPSE') {
    const rest = before.to_validate - amount;
    return amount > 0 && rest >= 0
      ? move(move(before, 'to_validate', 'to_capture', amount), 'to_validate', 'cancelled', rest)
      : `${event} of ${amount} where ${before.to_validate} wait for it.`;
  }
  if (event === 'CANCELLED' || event === 'CANCELLED_IN_PART') {
    const from = before.to_validate > 0 ? 'to_validate' : 'to_capture';
    const fits = event === 'CANCELLED' ? amount === before[from] : amount > 0 && amount < before[from];
    return fits ? move(before, from, 'cancelled', amount) : `${event} of ${amount} where ${before[from]} are open.`;
  }
  const beside = Object.entries(BESIDE[event] ?? {});
  return beside.reduce(
    (amounts, [name, sign]) => ({ ...amounts, [name]: amounts[name as Pot] + sign * amount }),
    before,
  );
}

/** A second authorisation is for what is still open; what had been cancelled of the first is no part of it. */
function authorised(before: Amounts, into: Pot, amount: number, requested: number): Amounts | string {
  const expected = before.to_capture > 0 ? before.to_capture : requested;
  if (amount !== expected) return `Authorised ${amount}, not the ${expected} that were asked for.`;
  return { ...NOTHING, authorised: amount, [into]: amount };
}

function move(before: Amounts, from: Pot, to: Pot, amount: number): Amounts {
  const taken = { ...before, [from]: before[from] - amount };
  return { ...taken, [to]: taken[to] + amount };
}

function notAll(event: string, amount: number): string {
  return `${event} of ${amount}, which is not all there is.`;
}

/** `refunded ≤ captured ≤ authorised`, and the pots hold what was authorised. */
export function outOfBounds(amounts: Amounts): string | null {
  const pots = POTS.reduce((total, pot) => total + amounts[pot], 0);
  if (Object.values(amounts).some(amount => amount < 0)) return 'An amount is below zero.';
  if (amounts.authorised !== pots) return `Authorised are ${amounts.authorised}, and ${pots} accounted for.`;
  if (amounts.captured > amounts.authorised) return 'More is captured than authorised.';
  if (amounts.refunded + amounts.refund_pending > amounts.captured) return 'More is refunded than captured.';
  return null;
}

export function amountsOfRow(row: TransactionRow): Amounts {
  return Object.fromEntries(Object.keys(NOTHING).map(name => [name, row[name as keyof Amounts]])) as unknown as Amounts;
}
