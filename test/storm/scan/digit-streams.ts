/**
 * The ways in which digits stand in bytes. Each reads a stream chunk after chunk, keeps nothing but its window, and reports where a
 * marker ends.
 */
import type { MarkerIndex } from './marker-index.js';
import { Window } from './marker-index.js';

export type Report = (how: string, at: number, what: string) => void;

export interface Stream {
  /** `at` is where the chunk stands in its file. */
  feed(chunk: Uint8Array, at: number): void;
  /** What comes next does not follow what came. */
  reset(): void;
}

const RESET = -1;
const GAP = -2;
/** So many bytes between two digits are a gap: a thin space in UTF-8 is three, a space in UTF-16 between digits too. */
const GAP_MOST = 6;

/**
 * What people and programs put between digits: spaces of all kinds, line ends, dashes, dots and the like; the zero bytes of UTF-16 in both
 * orders; the equals sign of a line that quoted-printable breaks.
 */
const GAPS = [0x00, 0x09, 0x0a, 0x0d, 0x20, 0x2b, 0x2c, 0x2d, 0x2e, 0x2f, 0x3a, 0x3d, 0x5f, 0x7c, 0xa0, 0xad];
/** No-break, thin and narrow spaces, soft hyphens and the dashes of Unicode, byte by byte in UTF-8 and UTF-16. */
const UNICODE_GAPS = [
  0xc2, 0xe2, 0xef, 0xbb, 0xbf, 0x80, 0x81, 0x82, 0x83, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x90, 0x91, 0x92, 0x93, 0x94,
  0xaf, 0x10, 0x11, 0x12, 0x13, 0x14, 0x07,
];

const TEXT = classes();

function classes(): Int8Array {
  const table = new Int8Array(256).fill(RESET);
  for (const byte of [...GAPS, ...UNICODE_GAPS]) table[byte] = GAP;
  for (let digit = 0; digit <= 9; digit++) table[0x30 + digit] = digit;
  return table;
}

/** Written out, in UTF-8 or UTF-16, with or without gaps. */
export function writtenDigits(index: MarkerIndex, report: Report): Stream {
  const window = new Window(index);
  let gap = 0;
  return {
    reset: () => window.reset(),
    feed(chunk, at) {
      for (let place = 0; place < chunk.length; place++) {
        const digit = TEXT[chunk[place] ?? 0] ?? RESET;
        if (digit >= 0) {
          gap = 0;
          const found = window.push(digit);
          if (found) report('text', at + place, found);
        } else if (digit === RESET) window.reset();
        else if (++gap > GAP_MOST) window.reset();
      }
    },
  };
}

/** What two chunks may share of a number: nineteen digits lie in ten bytes, or in eleven when they begin in the middle of one. */
const SHARED = 11;
/** Thirteen digits and more fill so many bytes in a row, wherever they begin; so it is enough to look at every sixth byte first. */
const FILLED = 6;
/** More digits than a number has: what is behind so many zeros begins anew. */
const ZEROS_MOST = 10;

const NOTHING: Uint8Array = new Uint8Array(0);
const FULL = Uint8Array.from({ length: 256 }, (_, byte) => (byte >> 4 <= 9 && (byte & 15) <= 9 ? 1 : 0));

/** Two digits a byte (BCD), the upper half first or the lower: a number may begin in either half, so the windows slide by halves. */
export function packedDigits(index: MarkerIndex, report: Report): Stream {
  const orders = [
    { window: new Window(index), how: 'BCD', swapped: false },
    { window: new Window(index), how: 'BCD, halves swapped', swapped: true },
  ];
  let tail = NOTHING;
  return {
    reset: () => {
      tail = NOTHING;
    },
    feed(chunk, at) {
      const bytes = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      const start = at - tail.length;
      for (let place = FILLED - 1; place < bytes.length; place += FILLED) {
        if (FULL[bytes[place] ?? 0] === 0) continue;
        let from = place;
        let to = place + 1;
        while (from > 0 && FULL[bytes[from - 1] ?? 0] === 1) from -= 1;
        while (to < bytes.length && FULL[bytes[to] ?? 0] === 1) to += 1;
        if (to - from >= FILLED) for (const order of orders) unpack(bytes, from, to, order, start, report);
        place += Math.floor((to - 1 - place) / FILLED) * FILLED;
      }
      // Nobody writes into a chunk again: what it holds may be kept without a copy.
      tail = bytes.subarray(Math.max(0, bytes.length - SHARED));
    },
  };
}

interface Order {
  readonly window: Window;
  readonly how: string;
  readonly swapped: boolean;
}

/** A run of full bytes, with the halves before and behind it. */
function unpack(
  bytes: Uint8Array,
  from: number,
  to: number,
  { window, how, swapped }: Order,
  start: number,
  report: Report,
): void {
  window.reset();
  let zeros = 0;
  for (let place = Math.max(0, from - 1); place < Math.min(bytes.length, to + 1); place += 1) {
    const byte = bytes[place] ?? 0;
    zeros = byte === 0 ? zeros + 1 : 0;
    if (zeros > ZEROS_MOST) continue;
    const first = swapped ? byte & 15 : byte >> 4;
    const second = swapped ? byte >> 4 : byte & 15;
    for (const digit of [first, second]) {
      const found = half(window, digit);
      if (found) report(how, start + place, found);
    }
  }
}

function half(window: Window, digit: number): string | null {
  if (digit <= 9) return window.push(digit);
  window.reset();
  return null;
}

/** One digit a byte in the lower half, whatever the upper half is, as long as it stays the same: unpacked and zoned BCD, EBCDIC. */
export function zonedDigits(index: MarkerIndex, report: Report): Stream {
  const window = new Window(index);
  let zone = -1;
  let zeros = 0;
  return {
    reset: () => window.reset(),
    feed(chunk, at) {
      for (let place = 0; place < chunk.length; place++) {
        const byte = chunk[place] ?? 0;
        zeros = byte === 0 ? zeros + 1 : 0;
        if (zeros > ZEROS_MOST * 2) continue;
        if (byte >> 4 !== zone) {
          zone = byte >> 4;
          window.reset();
        }
        // In ASCII they are text, and have been found as such.
        const found = zone === 3 ? null : half(window, byte & 15);
        if (found) report('one digit a byte', at + place, found);
      }
    },
  };
}
