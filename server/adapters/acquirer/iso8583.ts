/**
 * The codec: a message to bytes and back, by the fields of `spec.ts`.
 *
 * Writing throws, because a message that cannot be written is our own mistake. Reading never throws, because what
 * comes in is somebody else's: it gives what could be read and says what is wrong with the rest, so that an answer which is
 * broken at one place can still be told from one that is not ours at all. Neither ever quotes a value.
 */
import { FIELDS, specOf, type Content, type FieldSpec } from './spec.js';

export interface Message {
  /** Message type identifier, four digits. */
  readonly mti: string;
  /** Field number to value; fixed text fields without the spaces they are padded with. */
  readonly fields: ReadonlyMap<number, string>;
}

export type FaultCode = 'MTI' | 'TRUNCATED' | 'UNKNOWN_FIELD' | 'LENGTH' | 'CONTENT' | 'TRAILING';

export interface Fault {
  readonly code: FaultCode;
  /** Null where no field is to blame. */
  readonly field: number | null;
}

export interface Decoded {
  /** Everything that could be read; with a fault perhaps not everything that was sent. */
  readonly message: Message;
  /** The first thing that is wrong, or null. */
  readonly fault: Fault | null;
}

export class EncodeError extends Error {
  override readonly name = 'EncodeError';

  constructor(
    readonly code: FaultCode,
    readonly field: number | null,
  ) {
    super(`A message cannot be written: ${code}${field === null ? '' : ` in field ${field}`}.`);
  }
}

const MTI_LENGTH = 4;
const BITMAP_LENGTH = 8;
const SHAPES: Readonly<Record<Content, RegExp>> = {
  n: /^\d+$/,
  an: /^[\dA-Za-z]+$/,
  ans: /^[\x20-\x7e]+$/,
  'x+n': /^[CD]\d+$/,
};

export function encode(message: Message): Buffer {
  if (!/^\d{4}$/.test(message.mti)) throw new EncodeError('MTI', null);
  const bitmaps = Buffer.alloc(2 * BITMAP_LENGTH);
  let body = '';
  let written = 0;
  let last = 0;
  for (const spec of FIELDS) {
    const value = message.fields.get(spec.number);
    if (value === undefined) continue;
    body += encodeField(spec, value);
    setBit(bitmaps, spec.number);
    written += 1;
    last = spec.number;
  }
  if (written !== message.fields.size)
    throw new EncodeError('UNKNOWN_FIELD', [...message.fields.keys()].find(number => !specOf(number)) ?? null);
  if (last > 64) setBit(bitmaps, 1);
  const bitmap = last > 64 ? bitmaps : bitmaps.subarray(0, BITMAP_LENGTH);
  return Buffer.concat([Buffer.from(message.mti, 'latin1'), bitmap, Buffer.from(body, 'latin1')]);
}

function encodeField(spec: FieldSpec, value: string): string {
  if (value.length === 0 || value.length > spec.size) throw new EncodeError('LENGTH', spec.number);
  if (!SHAPES[spec.content].test(value)) throw new EncodeError('CONTENT', spec.number);
  if (spec.prefix > 0) return String(value.length).padStart(spec.prefix, '0') + value;
  if (spec.content === 'n') return value.padStart(spec.size, '0');
  if (spec.content === 'x+n' && value.length !== spec.size) throw new EncodeError('LENGTH', spec.number);
  return value.padEnd(spec.size, ' ');
}

export function decode(bytes: Buffer): Decoded {
  const fields = new Map<number, string>();
  const mti = bytes.toString('latin1', 0, MTI_LENGTH);
  if (!/^\d{4}$/.test(mti)) return { message: { mti: '', fields }, fault: { code: 'MTI', field: null } };
  const message = { mti, fields };
  const bitmaps = (bytes[MTI_LENGTH] ?? 0) & 0x80 ? 2 : 1;
  let offset = MTI_LENGTH + bitmaps * BITMAP_LENGTH;
  if (bytes.length < offset) return { message, fault: { code: 'TRUNCATED', field: null } };
  let fault: Fault | null = null;
  for (let number = 2; number <= bitmaps * 64; number += 1) {
    if (!hasBit(bytes, number)) continue;
    const spec = specOf(number);
    // Where an unknown field ends nobody can say, so nothing after it can be read either.
    if (!spec) return { message, fault: fault ?? { code: 'UNKNOWN_FIELD', field: number } };
    const length = lengthAt(bytes, offset, spec);
    if (typeof length === 'string') return { message, fault: fault ?? { code: length, field: number } };
    offset += spec.prefix;
    const value = withoutPadding(bytes.toString('latin1', offset, offset + length), spec);
    offset += length;
    // A text field of nothing but padding says nothing: as if it had not been sent.
    if (value === '') continue;
    // The next field still begins where it should: one bad value does not hide the others.
    if (SHAPES[spec.content].test(value)) fields.set(number, value);
    else fault ??= { code: 'CONTENT', field: number };
  }
  if (offset < bytes.length) fault ??= { code: 'TRAILING', field: null };
  return { message, fault };
}

/** How long the value of this field is, or why that cannot be said. */
function lengthAt(bytes: Buffer, offset: number, spec: FieldSpec): number | 'TRUNCATED' | 'LENGTH' {
  const start = offset + spec.prefix;
  if (start > bytes.length) return 'TRUNCATED';
  let length = spec.size;
  if (spec.prefix > 0) {
    const digits = bytes.toString('latin1', offset, start);
    length = SHAPES.n.test(digits) ? Number(digits) : 0;
    if (length === 0 || length > spec.size) return 'LENGTH';
  }
  return start + length > bytes.length ? 'TRUNCATED' : length;
}

function withoutPadding(text: string, spec: FieldSpec): string {
  const padded = spec.prefix === 0 && (spec.content === 'an' || spec.content === 'ans');
  return padded ? text.replace(/ +$/, '') : text;
}

// ISO 8583 section 4.1.2: field 1 is the leftmost bit of the first byte, and announces the second bitmap.
function setBit(bitmaps: Buffer, number: number): void {
  const index = (number - 1) >> 3;
  bitmaps[index] = (bitmaps[index] ?? 0) | (0x80 >> ((number - 1) & 7));
}

function hasBit(bytes: Buffer, number: number): boolean {
  return ((bytes[MTI_LENGTH + ((number - 1) >> 3)] ?? 0) & (0x80 >> ((number - 1) & 7))) !== 0;
}
