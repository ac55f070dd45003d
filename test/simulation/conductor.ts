/**
 * Lets one thing happen at a time. Whatever reaches out of a process (a statement, a message, an answer) waits for its turn, and
 * the scheduler of the story says whose turn is next: so every order of events is possible, and each comes out again from its seed.
 */
import { setImmediate as everythingElse, setTimeout as sleep } from 'node:timers/promises';
import type { Scheduler } from 'fast-check';
import type { VirtualTime } from './virtual-time.js';

/** More than any operation may take by the story's clock. */
const LONGEST_ms = 15 * 60_000;
/** More turns than any honest story takes. */
const MOST_TURNS = 30_000;

export class Conductor {
  /** Statements that the database is at. */
  #underWay = 0;
  #oneEnded = (): void => undefined;
  #turns = 0;

  constructor(
    private readonly scheduler: Scheduler,
    private readonly time: VirtualTime,
    /** How many statements wait for a lock that another one's transaction holds. */
    private readonly countLocked: () => Promise<number>,
  ) {}

  /** Resolves when it is the caller's turn. */
  turn(label: string): Promise<void> {
    return this.scheduler.schedule(Promise.resolve(), label);
  }

  /** Real work outside this process, which the others wait for. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
      this.#oneEnded();
    }
  }

  /** Gives turns, and lets time pass when nobody can go on, until it is so. */
  async until(isSo: () => boolean, most_ms = LONGEST_ms): Promise<void> {
    const end_ms = this.time.passed_ms() + most_ms;
    for (;;) {
      await this.#quiet();
      if (isSo()) return;
      if (await this.#next()) continue;
      if (!this.time.passToNext(end_ms - this.time.passed_ms()))
        throw new Error('Somebody waits for something that never happens.');
    }
  }

  /** Lets so much time pass, and all that happens in it. */
  async pass(duration_ms: number): Promise<void> {
    const end_ms = this.time.passed_ms() + duration_ms;
    for (;;) {
      await this.#quiet();
      if (await this.#next()) continue;
      if (!this.time.passToNext(end_ms - this.time.passed_ms())) break;
    }
    this.time.pass(end_ms - this.time.passed_ms());
  }

  async #next(): Promise<boolean> {
    if (this.scheduler.count() === 0) {
      if (this.#underWay === 0) return false;
      // All that is under way waits for locks: PostgreSQL sees a deadlock by itself, and ends it.
      await sleep(5);
      return true;
    }
    this.#turns += 1;
    if (this.#turns > MOST_TURNS) throw new Error('The story does not come to an end.');
    await this.scheduler.waitNext(1);
    return true;
  }

  /** Until nobody can go on without a turn: every statement has ended, or waits for a lock. */
  async #quiet(): Promise<void> {
    await everythingElse();
    while (this.#underWay > 0) {
      const ended = new Promise<true>(resolve => {
        this.#oneEnded = () => resolve(true);
      });
      const isOver = await Promise.race([ended, sleep(25, false)]);
      if (!isOver && (await this.countLocked()) === this.#underWay) return;
      await everythingElse();
    }
  }
}
