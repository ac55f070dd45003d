import type { Clock } from '../../server/core/ports.js';

/** Stands still until it is moved, and never goes back. */
export class MovedClock implements Clock {
  #moved_ms = 0;

  constructor(private readonly start: Date) {}

  now = (): Date => new Date(this.start.getTime() + this.#moved_ms);

  monotonic_ms = (): number => performance.now() + this.#moved_ms;

  pass(duration_ms: number): void {
    this.#moved_ms += duration_ms;
  }

  passUntil(instant: string): void {
    this.pass(Date.parse(instant) - this.now().getTime());
  }
}
