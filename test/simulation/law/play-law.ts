/**
 * Makes sequences up, plays them on the law and on paper, and shortens the first on which the two differ.
 */
import * as fc from 'fast-check';
import { EMPTY_JOURNAL, foldJournal } from '../../../server/core/amounts.js';
import { TRANSACTION_EVENTS } from '../../../server/core/transaction.js';
import type { Reached } from '../reached.js';
import { BLANK } from './paper.js';
import { Asks, Happens, Onward, SHARES, Tries, type Model, type Real } from './walks.js';

const share = fc.constantFrom(...SHARES);
const chance = fc.integer({ min: 1, max: 999 });
const happens = fc
  .record({ event: fc.constantFrom(...TRANSACTION_EVENTS), share, chance })
  .map(({ event, share: part, chance: drawn }) => new Happens(event, part, drawn));
const asks = fc
  .record({ action: fc.constantFrom('VALIDATE', 'CANCEL', 'REFUND'), share: fc.option(share), chance })
  .map(({ action, share: part, chance: drawn }) => new Asks(action, part, drawn));
const tries = chance.map(drawn => new Tries(drawn));
const onward = fc.tuple(fc.nat({ max: 9_999 }), chance).map(([choice, drawn]) => new Onward(choice, drawn));

export interface LawOutcome {
  readonly played: number;
  readonly took_ms: number;
  /** The shortest sequence on which law and paper differ, with what to say again to see it. */
  readonly finding: string | null;
}

export interface LawPlan {
  readonly seed: number;
  readonly sequences: number;
  readonly longest_ms: number;
}

export function playLaw({ seed, sequences, longest_ms }: LawPlan, reached: Reached): LawOutcome {
  const began_ms = performance.now();
  let played = 0;
  const all = [happens, asks, tries, onward, onward, onward];
  const walks = fc.noBias(fc.commands<Model, Real>(all, { maxCommands: 40, size: 'max' }));
  const property = fc.property(walks, commands => {
    played += 1;
    const real: Real = { folded: EMPTY_JOURNAL, journal: [], reached };
    fc.modelRun(() => ({ model: { paper: BLANK }, real }), commands);
    const again = foldJournal(real.journal);
    if (fc.stringify(again) !== fc.stringify(real.folded)) throw new Error('The journal folds to something else.');
  });
  const details = fc.check(property, {
    seed,
    numRuns: sequences,
    interruptAfterTimeLimit: longest_ms,
  });
  const finding =
    details.failed && details.counterexample
      ? [
          String(details.counterexample[0]),
          String(details.errorInstance),
          `again: npm run simulate -- --seed ${seed}`,
        ].join('\n')
      : null;
  return { played, took_ms: performance.now() - began_ms, finding };
}
