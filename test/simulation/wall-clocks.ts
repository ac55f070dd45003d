/**
 * The clocks on the walls of the two places: each may be wrong by hours for a while. What passes on nobody's wall, time itself, is
 * not in their hand.
 */
import type { VirtualTime } from './virtual-time.js';

/** So long after all clocks were right again somebody may still be at what he took up while they were not. */
const AFTERMATH_ms = 60_000;

export class WallClocks<Place> {
  readonly #off_ms = new Map<Place, number>();
  #differedUntil_ms = -1;

  constructor(private readonly time: VirtualTime) {}

  now(place: Place): Date {
    return new Date(this.time.now().getTime() + (this.#off_ms.get(place) ?? 0));
  }

  /** From now on it is wrong by so much. */
  set(place: Place, off_ms: number): void {
    this.#off_ms.set(place, off_ms);
    const areRight = [...this.#off_ms.values()].every(each => each === 0);
    this.#differedUntil_ms = areRight ? this.time.passed_ms() + AFTERMATH_ms : Infinity;
  }

  setRight(): void {
    for (const place of this.#off_ms.keys()) this.set(place, 0);
  }

  /** Whether two who act now may have had different ideas of when somebody's time is over. */
  differ(): boolean {
    return this.time.passed_ms() <= this.#differedUntil_ms;
  }
}
