/**
 * The time of a story. It stands still while anybody can go on, and passes only when all wait for it.
 */
export type Fate = 'AWAKE' | 'ASLEEP' | 'DEAD';

/** Whose timer it is: of a process that is dead it never goes off, of one that is asleep once it has woken. */
export interface Owner {
  readonly fate: Fate;
}

interface Timer {
  readonly at_ms: number;
  readonly owner: Owner;
  readonly callback: () => void;
}

/** Those without a process: the bank, the network, the merchants' servers. */
export const NATURE: Owner = { fate: 'AWAKE' };

export class VirtualTime {
  #now_ms: number;
  readonly #began_ms: number;
  #timers: Timer[] = [];

  constructor(start: Date) {
    this.#now_ms = start.getTime();
    this.#began_ms = this.#now_ms;
  }

  /** What a clock shows that is right. */
  now(): Date {
    return new Date(this.#now_ms);
  }

  /** What has passed since the story began. */
  passed_ms(): number {
    return this.#now_ms - this.#began_ms;
  }

  after(delay_ms: number, owner: Owner, callback: () => void): () => void {
    const timer: Timer = { at_ms: this.#now_ms + Math.max(0, delay_ms), owner, callback };
    const place = this.#timers.findIndex(other => other.at_ms > timer.at_ms);
    this.#timers.splice(place === -1 ? this.#timers.length : place, 0, timer);
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer);
    };
  }

  /** Lets the next timer go off that is due within so long; false when there is none. */
  passToNext(most_ms: number): boolean {
    this.#timers = this.#timers.filter(({ owner }) => owner.fate !== 'DEAD');
    const next = this.#timers.find(({ owner }) => owner.fate === 'AWAKE');
    if (!next || next.at_ms > this.#now_ms + most_ms) return false;
    this.#now_ms = Math.max(this.#now_ms, next.at_ms);
    this.#timers = this.#timers.filter(other => other !== next);
    next.callback();
    return true;
  }

  /** After whatever was due on the way has gone off. */
  pass(duration_ms: number): void {
    this.#now_ms += duration_ms;
  }
}
