/**
 * Chance that can be repeated: the same seed draws the same numbers.
 */
import { createHash } from 'node:crypto';

/** Numbers from 0 up to and without 1. */
export type Dice = () => number;

/** mulberry32 over the first bytes of the seed's digest. */
export function dice(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32BE();
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Letters and digits that only this combination of words gives. */
export function reference(words: readonly (string | number)[], length: number): string {
  const digest = createHash('sha256').update(words.join('|')).digest();
  return Array.from({ length }, (_, place) => ALPHABET[(digest[place] ?? 0) % ALPHABET.length]).join('');
}
