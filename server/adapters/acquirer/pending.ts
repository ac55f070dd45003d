/**
 * The questions under way on one connection, each until its answer, its time-out or the end of the line.
 */
import type { Timers } from '../../core/ports.js';
import type { Outcome, Question } from './question.js';

interface Waiting {
  readonly question: Question;
  readonly callOff: () => void;
}

export class Pending {
  readonly #waiting = new Map<string, Waiting>();

  constructor(
    private readonly timers: Timers,
    private readonly most: number,
  ) {}

  get size(): number {
    return this.#waiting.size;
  }

  /** Whether one more can be taken: the table is not full, and nobody waits for the very same answer. */
  accepts(question: Question): boolean {
    return this.#waiting.size < this.most && !this.#waiting.has(question.key);
  }

  add(question: Question, timeout_ms: number, timedOut: () => void): void {
    const callOff = this.timers.after(timeout_ms, () => {
      if (this.settle(question.key, { kind: 'silence', cause: 'NO_ANSWER' })) timedOut();
    });
    this.#waiting.set(question.key, { question, callOff });
  }

  /** False where nobody waits for this answer. */
  settle(key: string, outcome: Outcome): boolean {
    const waiting = this.#waiting.get(key);
    if (!waiting) return false;
    this.#waiting.delete(key);
    waiting.callOff();
    waiting.question.settle(outcome);
    return true;
  }

  /** The line is gone: nobody will be answered. */
  abandon(): void {
    for (const key of this.#waiting.keys()) this.settle(key, { kind: 'silence', cause: 'BROKEN_LINE' });
  }
}
