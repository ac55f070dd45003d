/** What one invariant found: how many things it looked at, and what did not hold. */
import type { Invariant, Violation } from '../evidence.js';

/** Of one invariant so many are kept; a fault that runs through everything needs no ten thousand lines. */
const KEPT_MOST = 50;

export class Check {
  readonly violations: Violation[] = [];
  looked = 0;
  #more = 0;

  constructor(
    readonly invariant: Invariant,
    readonly name: string,
  ) {}

  /** Looks at one thing: what `holds` not is a violation. */
  that(holds: boolean, says: string | (() => string), where: Violation['where']): void {
    this.looked += 1;
    if (!holds) this.fault(typeof says === 'string' ? says : says(), where);
  }

  fault(says: string, where: Violation['where']): void {
    if (this.violations.length < KEPT_MOST) this.violations.push({ invariant: this.invariant, says, where });
    else this.#more += 1;
  }

  /** All that was found; who looked at nothing has found that nothing was checked. */
  verdict(): readonly Violation[] {
    const { invariant, name } = this;
    if (this.looked === 0) return [{ invariant: 'RUN', says: `Nothing was checked: ${name}.`, where: { invariant } }];
    const more = { invariant, says: `And ${this.#more} more of the same invariant.`, where: {} };
    return this.#more === 0 ? this.violations : [...this.violations, more];
  }
}

/** A map of lists, for rows that belong together. */
export function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, Row[]> {
  return Map.groupBy(rows, keyOf);
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
