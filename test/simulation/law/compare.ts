/**
 * The house's law beside the paper: they have to say the same.
 */
import type { Folded } from '../../../server/core/amounts.js';
import { possibleActions } from '../../../server/core/possible-actions.js';
import { holdsOrder, isFinal, isPaidFor } from '../../../server/core/transaction.js';
import { refundable, sumOf, type Paper } from './paper.js';

export const NOW = new Date('2027-03-10T09:00:00Z');
const LATER = new Date('2027-03-12T09:00:00Z');

export function factsOf({ status, amounts }: Folded) {
  if (status === 'NEW') throw new Error('Nothing has happened yet.');
  return {
    status,
    amounts,
    currency: 'EUR',
    validationDeadline: LATER,
    reviewDeadline: LATER,
    captureClosesAt: LATER,
    authorisationExpiresAt: LATER,
    cardKept: true,
    reversalPending: false,
    mayBeDuplicated: false,
  };
}

export function mostOf(paper: Paper, action: 'VALIDATE' | 'CANCEL' | 'REFUND'): number {
  if (action === 'VALIDATE') return paper.status === 'TO_VALIDATE' ? paper.open : 0;
  if (action === 'REFUND') return paper.status === 'CAPTURED' ? refundable(paper) : 0;
  return ['TO_VALIDATE', 'TO_CAPTURE', 'TO_AUTHORISE'].includes(paper.status) ? paper.open : 0;
}

/** Of status, amounts, and what follows from them. */
export function compare(paper: Paper, { status, amounts }: Folded): void {
  const isReleased = paper.released;
  const law = [status, ...Object.values<bigint>({ ...amounts }).map(Number)].join(' ');
  const pots = [
    paper.agreed,
    paper.given,
    isReleased ? 0 : paper.open,
    isReleased ? paper.open : 0,
    paper.travelling,
    paper.taken,
  ];
  const sheet = [paper.status, ...pots, sumOf(paper, 'ASKED'), sumOf(paper, 'PAID'), paper.disputed].join(' ');
  if (law !== sheet) throw new Error(`The law says ${law}, the paper ${sheet}.`);
  if (status === 'NEW') throw new Error('Something happened, and it is new.');
  for (const action of ['VALIDATE', 'CANCEL', 'REFUND'] as const) {
    const offered = possibleActions(factsOf({ status, amounts }), NOW).find(each => each.action === action);
    if (Number(offered?.maxAmount) !== mostOf(paper, action))
      throw new Error(`${action} is offered for ${String(offered?.maxAmount)}.`);
  }
  const paid = ['TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE', 'REMITTING', 'CAPTURED'].includes(status);
  const held = paid || ['AUTHORISING', 'UNKNOWN', 'TO_REVIEW'].includes(status);
  const over = ['REVERSED', 'REFUSED', 'DECLINED', 'CAPTURED', 'CANCELLED', 'EXPIRED'].includes(status);
  if (isPaidFor(status) !== paid || holdsOrder(status) !== held || isFinal(status) !== over)
    throw new Error(
      `${status} is not what it was: paid ${isPaidFor(status)}, holds ${holdsOrder(status)}, final ${isFinal(status)}.`,
    );
}
