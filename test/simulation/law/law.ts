/**
 * The law alone against what the domain's words say: sequences of happenings that may and may not come, and days in all time zones.
 */
import * as fc from 'fast-check';
import { applyEvent, EMPTY_JOURNAL, type Folded } from '../../../server/core/amounts.js';
import { businessDayOf, cutOffOf } from '../../../server/core/business-day.js';
import type { TransactionEvent } from '../../../server/core/transaction.js';
import { cutOffOnTheWall } from '../wall.js';
import { BLANK, MOVES, type Ledger } from './ledger.js';

const EVENTS = Object.keys(MOVES) as TransactionEvent[];
const ZONES = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Auckland', 'UTC'];

/** A tenth of the steps are anything at all; the others follow, where they can, what may come next. */
const happening = fc.record({
  wild: fc.nat({ max: 9 }).map(drawn => drawn === 0),
  choice: fc.nat({ max: 30 }),
  share: fc.constantFrom(0, 30, 50, 100, 100, 100, 130),
});

/** What does not hold of the law, or null. */
export function lawComplaint(seed: number, journalsMost: number, daysMost: number): string | null {
  const [ofJournals, ofDays] = [
    check(journals, { seed, numRuns: journalsMost }),
    check(days, { seed, numRuns: daysMost }),
  ];
  const failed = [ofJournals, ofDays].find(details => details.failed);
  return failed ? `${JSON.stringify(failed.counterexample)}\n  ! ${String(failed.errorInstance)}` : null;
}

/** The two are of different shapes, and only what is said of them is looked at. */
function check(property: fc.IProperty<unknown>, parameters: fc.Parameters<unknown>): fc.RunDetails<unknown> {
  return fc.check(property, parameters) as fc.RunDetails<unknown>;
}

export const journals = fc.property(fc.array(happening, { minLength: 4, maxLength: 24, size: 'max' }), steps => {
  let ledger: Ledger = BLANK;
  let folded: Folded = EMPTY_JOURNAL;
  for (const { wild, choice, share } of steps) {
    const likely = wild
      ? EVENTS
      : EVENTS.filter(event =>
          [5_000, ledger.waiting, ledger.travelling, 1].some(amount => MOVES[event]?.(ledger, amount)),
        );
    const event = likely[choice % Math.max(1, likely.length)];
    if (event === undefined) return;
    const amount = Math.floor((basisOf(event, ledger) * share) / 100);
    const expected = MOVES[event]?.(ledger, amount) ?? null;
    const got = attempt(folded, event, amount);
    if ((expected === null) !== (got === null))
      throw new Error(`${event} of ${amount} in ${ledger.status} ${expected ? 'must be' : 'may not be'} taken.`);
    if (!expected || !got) continue;
    ledger = expected;
    folded = got;
    same(ledger, folded);
  }
});

function basisOf(event: TransactionEvent, ledger: Ledger): number {
  if (event.startsWith('AUTHORISED')) return 5_000;
  if (event === 'REFUND_REQUESTED') return Math.max(1, ledger.taken - ledger.promisedBack - ledger.givenBack);
  if (event.startsWith('REFUND')) return ledger.promisedBack;
  return ledger.waiting + ledger.travelling;
}

function attempt(folded: Folded, event: TransactionEvent, amount: number): Folded | null {
  try {
    return applyEvent(folded, { event, amount: BigInt(amount) });
  } catch {
    return null;
  }
}

function same(ledger: Ledger, { status, amounts }: Folded): void {
  const ours = [
    amounts.authorised,
    amounts.toValidate + amounts.toCapture,
    amounts.remitting,
    amounts.captured,
    amounts.refundPending,
    amounts.refunded,
  ];
  const theirs = [
    ledger.approved,
    ledger.waiting,
    ledger.travelling,
    ledger.taken,
    ledger.promisedBack,
    ledger.givenBack,
  ];
  if (status !== ledger.status || ours.join() !== theirs.join())
    throw new Error(`The law says ${status} ${ours.join()}, the words ${ledger.status} ${theirs.join()}.`);
}

const day = fc
  .integer({ min: 0, max: 365 * 6 })
  .map(days => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
const hour = fc
  .integer({ min: 0, max: 47 })
  .map(half => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);

/** A business day ends when the clock on the wall shows its hour, and that instant belongs to the next one. */
export const days = fc.property(day, hour, fc.constantFrom(...ZONES), (date, cutOff, zone) => {
  const end = cutOffOf(date, { zone, cutOff });
  const shown = cutOffOnTheWall(date, cutOff, zone);
  if (end.getTime() !== shown.getTime())
    throw new Error(`It ends at ${end.toISOString()}, on the wall at ${shown.toISOString()}.`);
  const before = businessDayOf(new Date(end.getTime() - 1), { zone, cutOff });
  if (before !== date) throw new Error(`The last millisecond of ${date} belongs to ${before}.`);
  if (businessDayOf(end, { zone, cutOff }) === date) throw new Error(`${date} has no end.`);
});
