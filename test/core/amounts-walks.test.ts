import { expect, test } from '@jest/globals';
import { array, assert, bigInt, nat, property, tuple } from 'fast-check';
import {
  applyEvent,
  EMPTY_JOURNAL,
  foldJournal,
  openAmount,
  type Folded,
  type JournalEntry,
} from '../../server/core/amounts.js';
import { can, next, TRANSACTION_EVENTS, type TransactionEvent } from '../../server/core/transaction.js';

/** What came of one entry. */
interface Step {
  readonly entry: JournalEntry;
  readonly after: Folded;
}

/** The entries of `event` that could come next, with every amount in sight. */
function stepsOf(event: TransactionEvent, folded: Folded, chance: bigint): Step[] {
  const inSight = new Set([0n, chance, openAmount(folded.amounts), ...Object.values<bigint>({ ...folded.amounts })]);
  return [...inSight].flatMap(amount => {
    try {
      return [{ entry: { event, amount }, after: applyEvent(folded, { event, amount }) }];
    } catch {
      return [];
    }
  });
}

/** One of the steps that may come next; most of the time one that leads elsewhere, or the walk would never get far. */
function chooseStep(folded: Folded, choice: number, chance: bigint): Step {
  const ways = TRANSACTION_EVENTS.filter(event => can(folded.status, event))
    .map(event => stepsOf(event, folded, chance))
    .filter(steps => steps.length > 0);
  const elsewhere = ways.filter(([step]) => step && next(folded.status, step.entry.event) !== folded.status);
  const offered = choice % 4 !== 0 && elsewhere.length > 0 ? elsewhere : ways;
  const way = offered[choice % Math.max(offered.length, 1)] ?? [];
  const step = way[(choice >> 4) % Math.max(way.length, 1)];
  if (!step) throw new Error(`Nothing may follow in ${folded.status}.`);
  return step;
}

function check({ amounts }: Folded): void {
  const { authorised, cancelled, toValidate, toCapture, remitting, captured } = amounts;
  expect(cancelled + toValidate + toCapture + remitting + captured).toBe(authorised);
  expect(amounts.refunded + amounts.refundPending).toBeLessThanOrEqual(captured);
  expect(captured).toBeLessThanOrEqual(authorised);
}

/** Our own sums, from the entries alone, for comparing with the fold. */
function sumOf(entries: readonly JournalEntry[], ...events: readonly TransactionEvent[]): bigint {
  return entries.filter(({ event }) => events.includes(event)).reduce((sum, { amount }) => sum + amount, 0n);
}

test('on every legal walk the equation holds, and refunds never pass the capture', () => {
  const seen = new Set<string>();
  const walk = property(array(tuple(nat(), bigInt(1n, 1000n)), { minLength: 5, maxLength: 40 }), choices => {
    let folded = EMPTY_JOURNAL;
    const walked: JournalEntry[] = [];
    for (const [choice, chance] of choices) {
      const step = chooseStep(folded, choice, chance);
      walked.push(step.entry);
      seen.add(step.entry.event);
      folded = step.after;
      check(folded);
    }
    expect(foldJournal(walked)).toEqual(folded);
    expect(folded.amounts.captured).toBe(sumOf(walked, 'CAPTURE_ACCEPTED'));
    expect(folded.amounts.refunded).toBe(sumOf(walked, 'REFUND_CREDITED'));
    const settled = sumOf(walked, 'REFUND_CREDITED', 'REFUND_FREED');
    expect(folded.amounts.refundPending).toBe(sumOf(walked, 'REFUND_REQUESTED') - settled);
  });
  assert(walk, { seed: 8583, numRuns: 1000 });
  // A walk that never gets anywhere proves nothing.
  expect([...seen].toSorted()).toEqual([...TRANSACTION_EVENTS].toSorted());
});
