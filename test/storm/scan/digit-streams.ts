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

/** Two digits a byte (BCD): a number may begin in either half, so the window slides by halves. `swapped`: the lower half first. */
export function packedDigits(index: MarkerIndex, report: Report, swapped: boolean): Stream {
  const window = new Window(index);
  const how = swapped ? 'BCD, halves swapped' : 'BCD';
  return {
    reset: () => window.reset(),
    feed(chunk, at) {
      for (let place = 0; place < chunk.length; place++) {
        const byte = chunk[place] ?? 0;
        const first = swapped ? byte & 15 : byte >> 4;
        const second = swapped ? byte >> 4 : byte & 15;
        const found = half(window, first) ?? half(window, second);
        if (found) report(how, at + place, found);
      }
    },
  };
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
  return {
    reset: () => window.reset(),
    feed(chunk, at) {
      for (let place = 0; place < chunk.length; place++) {
        const byte = chunk[place] ?? 0;
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
