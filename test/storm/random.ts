/**
 * Chance from a seed (mulberry32). Everybody who acts in a storm draws from a stream of their own, so
 * that what one does with it changes nothing for the others.
 */
import { createHash } from 'node:crypto';

export class Random {
  #state: number;

  constructor(readonly seed: string) {
    this.#state = createHash('sha256').update(seed).digest().readUInt32BE();
  }

  /** Another stream, the same one for the same name. */
  of(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** From 0 up to, but not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.between(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('There is nothing to pick from.');
    return picked;
  }

  /** One of these, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, choice: T])[]): T {
    let left = this.next() * choices.reduce((total, [weight]) => total + weight, 0);
    for (const [weight, choice] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new RangeError('There is nothing to choose from.');
  }

  shuffled<T>(all: readonly T[]): T[] {
    return all
      .map(each => [this.next(), each] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, each]) => each);
  }
}
