/**
 * Bytes that stand for other bytes: runs of hexadecimal, of base64, of escapes. A run is decoded from every place where its encoding may
 * begin, and what comes out is looked through like a file of its own.
 */
import type { Stream } from './digit-streams.js';

/** A run that is longer is looked at in pieces that overlap by this much. */
const RUN_MOST = 65_536;
const OVERLAP = 1_024;

type Decoded = (bytes: Buffer, at: number) => void;

interface Alphabet {
  readonly member: Uint8Array;
  /** What may stand within a run and says nothing. */
  readonly transparent: Uint8Array;
  readonly shortest: number;
  decode(run: Buffer, at: number): void;
}

function setOf(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of Buffer.from(characters, 'latin1')) set[byte] = 1;
  return set;
}

/** Collects a run, and hands it over when it ends. */
function runsOf({ member, transparent, shortest, decode }: Alphabet): Stream {
  const run = Buffer.alloc(RUN_MOST);
  let length = 0;
  const end = (at: number) => {
    if (length >= shortest) decode(run.subarray(0, length), at);
    length = 0;
  };
  return {
    reset: () => {
      length = 0;
    },
    feed(chunk, at) {
      for (let place = 0; place < chunk.length; place++) {
        const byte = chunk[place] ?? 0;
        if (member[byte] === 1) {
          run[length++] = byte;
          if (length < RUN_MOST) continue;
          decode(run, at + place);
          run.copyWithin(0, RUN_MOST - OVERLAP);
          length = OVERLAP;
        } else if (length > 0 && transparent[byte] !== 1) end(at + place);
      }
      // What ends with its chunk may go on in the next one, and is looked at all the same: nobody says when a file is over.
      if (length >= shortest) decode(run.subarray(0, length), at + chunk.length);
    },
  };
}

/** Pairs of hexadecimal digits in both cases and from both places; `\x34`, `34:31` and `34 31` too. */
export function hexRuns(decoded: Decoded): Stream {
  const value = valuesOf(['0123456789abcdef', '0123456789ABCDEF']);
  const bytes = Buffer.alloc(RUN_MOST / 2);
  return runsOf({
    member: setOf('0123456789abcdefABCDEF'),
    transparent: setOf(' :-,\\x\0\r\n'),
    shortest: 26,
    decode(run, at) {
      for (let start = 0; start < 2; start++) {
        let length = 0;
        for (let place = start; place + 1 < run.length; place += 2)
          bytes[length++] = ((value[run[place] ?? 0] ?? 0) << 4) | (value[run[place + 1] ?? 0] ?? 0);
        if (mayHoldSomething(bytes, length)) decoded(bytes.subarray(0, length), at);
      }
    },
  });
}

/** Both alphabets, broken into lines or not, from each of the four places where a group of characters may begin. */
export function base64Runs(decoded: Decoded): Stream {
  const value = valuesOf([`${LETTERS}+/`, `${LETTERS}-_`]);
  const bytes = Buffer.alloc(RUN_MOST);
  return runsOf({
    member: setOf(`${LETTERS}+/-_`),
    transparent: setOf('\r\n\0'),
    shortest: 18,
    decode(run, at) {
      for (let start = 0; start < 4; start++) {
        let length = 0;
        let bits = 0;
        for (let place = start; place < run.length; place++) {
          bits = (bits << 6) | (value[run[place] ?? 0] ?? 0);
          // Of each four characters the first alone makes no byte.
          const rest = (place - start) & 3;
          if (rest !== 0) bytes[length++] = (bits >> (6 - 2 * rest)) & 0xff;
        }
        if (mayHoldSomething(bytes, length)) decoded(bytes.subarray(0, length), at);
      }
    },
  });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function valuesOf(alphabets: readonly string[]): Uint8Array {
  const values = new Uint8Array(256);
  for (const alphabet of alphabets)
    for (const [value, letter] of [...alphabet].entries()) values[letter.charCodeAt(0)] = value;
  return values;
}

const DIGIT = 1;
const PACKED = 2;
const ENCODED = 4;
const KINDS = kindsOfBytes();

function kindsOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256);
  const encoded = setOf(`${LETTERS}+/-_%&;=`);
  for (let byte = 0; byte < 256; byte++) {
    const isDigit = (byte & 15) <= 9 && [0x0, 0x3, 0xf].includes(byte >> 4);
    const isPacked = (byte & 15) <= 9 && byte >> 4 <= 9;
    kinds[byte] = (isDigit ? DIGIT : 0) | (isPacked ? PACKED : 0) | (encoded[byte] === 1 ? ENCODED : 0);
  }
  return kinds;
}

/**
 * What most runs decode to is noise: names and hashes are written in the same letters. It is looked through only where there are digits
 * enough, packed ones next to each other, or what may be decoded again or be a tag of field 48.
 */
function mayHoldSomething(bytes: Uint8Array, length: number): boolean {
  let digits = 0;
  let packed = 0;
  let encoded = 0;
  for (let place = 0; place < length; place++) {
    const kind = KINDS[bytes[place] ?? 0] ?? 0;
    if ((kind & DIGIT) !== 0) digits += 1;
    packed = (kind & PACKED) === 0 ? 0 : packed + 1;
    encoded = (kind & ENCODED) === 0 ? 0 : encoded + 1;
    if (digits >= 13 || packed >= 6 || encoded >= 7) return true;
  }
  return false;
}

const ESCAPE = /%([0-9a-f]{2})|\\u00([0-9a-f]{2})|&#x0*([0-9a-f]{2});|&#0*(\d{2,3});|=([0-9A-F]{2})|&(nbsp);/gi;

/** Between two escapes of one number stand other digits and gaps at most. */
const APART_MOST = 24;
/** What stands before the first and behind the last may belong to it. */
const AROUND = 64;
/** Long enough for a number of which every digit is an escape. */
const TAIL = 256;

/**
 * URL-encoded, in a JSON or JavaScript string, in HTML, quoted-printable: each escape becomes the byte it stands for. Only the places
 * with escapes are decoded, because all bytes are looked at as they are anyhow.
 */
export function escapes(decoded: Decoded): Stream {
  let tail = '';
  return {
    reset: () => {
      tail = '';
    },
    feed(chunk, at) {
      const text = tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      const start = at - tail.length;
      tail = text.slice(-TAIL);
      for (const [from, to] of placesOf(text))
        decoded(Buffer.from(unescaped(text.slice(Math.max(0, from - AROUND), to + AROUND)), 'latin1'), start + to);
    },
  };
}

function placesOf(text: string): [from: number, to: number][] {
  const places: [from: number, to: number][] = [];
  for (const match of text.matchAll(ESCAPE)) {
    const last = places.at(-1);
    const end = match.index + match[0].length;
    if (last && match.index - last[1] <= APART_MOST && end - last[0] < RUN_MOST) last[1] = end;
    else places.push([match.index, end]);
  }
  return places;
}

function unescaped(text: string): string {
  return text.replaceAll(ESCAPE, (_whole, ...groups: (string | undefined)[]) => {
    const [percent, unicode, hexEntity, entity, quoted] = groups;
    const hex = percent ?? unicode ?? hexEntity ?? quoted;
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entity === undefined ? ' ' : String.fromCodePoint(Number(entity) & 0xff);
  });
}
