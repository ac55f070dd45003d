/** Misfortunes in an order that chance decides: each comes once before any comes again. */
import type { Random } from '../random.js';

export interface Misfortune {
  readonly name: string;
  /** Brings it about, or orders it. */
  readonly bring: () => Promise<void> | void;
}

export class Deck {
  #left: Misfortune[] = [];

  constructor(
    private readonly all: readonly Misfortune[],
    private readonly random: Random,
    /** Those that never happened go first, once all have had their turn. */
    private readonly isMissing: (name: string) => boolean,
  ) {}

  draw(): Misfortune {
    if (this.#left.length === 0) {
      const missing = this.all.filter(({ name }) => this.isMissing(name));
      this.#left = this.random.shuffled(missing.length > 0 ? missing : this.all);
    }
    const drawn = this.#left.pop();
    if (!drawn) throw new RangeError('There is no misfortune.');
    return drawn;
  }
}
