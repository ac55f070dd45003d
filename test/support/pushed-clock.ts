import type { Clock } from '../../server/core/ports.js';

/** The machine's clock, which a test may push ahead so that it need not wait. */
export class PushedClock implements Clock {
  #pushed_ms = 0;

  now = (): Date => new Date(Date.now() + this.#pushed_ms);

  monotonic_ms = (): number => performance.now() + this.#pushed_ms;

  push(ahead_ms: number): void {
    this.#pushed_ms += ahead_ms;
  }
}
