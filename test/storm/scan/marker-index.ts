/**
 * Thousands of numbers looked for at once: a window of the last digits of a stream, and a table of what may stand in it. Every digit costs
 * one look into a bitmap; only where the last eight digits are those of a marker are the others compared.
 */
import type { Marker } from '../evidence.js';

const LOW = 100_000_000;
const LOW_WITHOUT_FIRST = LOW / 10;
/** ISO/IEC 7812-1: nineteen digits at most, eight of them low. */
const HIGH = 100_000_000_000;

interface Known {
  readonly high: number;
  /** What of the window's high part counts: 10 to the number of digits above the low eight. */
  readonly modulus: number;
  readonly length: number;
  readonly masked: string;
}

export class MarkerIndex {
  readonly bitmap = new Uint8Array(LOW / 8);
  readonly #byLow = new Map<number, Known[]>();
  /** The shortest of the numbers: with fewer digits in a row nothing is worth a look. */
  readonly shortest: number;

  constructor(markers: readonly Pick<Marker, 'number'>[]) {
    this.shortest = Math.min(19, ...markers.map(({ number }) => number.length));
    for (const { number } of markers) this.#add(number);
  }

  #add(number: string): void {
    const low = Number(number.slice(-8));
    const rest = number.length - 8;
    const masked = `${number.slice(0, 6)}…${number.slice(-4)}`;
    const known = { high: Number(number.slice(0, rest)), modulus: 10 ** rest, length: number.length, masked };
    this.bitmap[low >> 3] = (this.bitmap[low >> 3] ?? 0) | (1 << (low & 7));
    this.#byLow.set(low, [...(this.#byLow.get(low) ?? []), known]);
  }

  find(low: number, high: number, digits: number): string | null {
    const known = this.#byLow.get(low)?.find(each => digits >= each.length && high % each.modulus === each.high);
    return known?.masked ?? null;
  }
}

/** The last digits of one stream. */
export class Window {
  digits = 0;
  #low = 0;
  #high = 0;

  constructor(private readonly index: MarkerIndex) {}

  reset(): void {
    this.digits = 0;
  }

  /** Takes the next digit; answers the marker that ends with it, masked, or null. */
  push(digit: number): string | null {
    const low = this.#low;
    const carried = Math.floor(low / LOW_WITHOUT_FIRST);
    this.#high = (this.#high * 10 + carried) % HIGH;
    const next = (low - carried * LOW_WITHOUT_FIRST) * 10 + digit;
    this.#low = next;
    this.digits += 1;
    if (this.digits < this.index.shortest) return null;
    if (((this.index.bitmap[next >> 3] ?? 0) & (1 << (next & 7))) === 0) return null;
    return this.index.find(next, this.#high, this.digits);
  }
}
