/**
 * Bytes to messages and back, by the npm package `iso_8583`, with what that package does not do:
 * it reads a truncated message as empty fields, takes any byte for a character, and answers some failures with
 * something that is not an error. So every field is walked again here, against PROTOCOL.md's own table.
 */
import Iso8583 from 'iso_8583';
import { FORMATS } from './formats.js';
import { type Fields, Message } from './message.js';

/** Our own patterns decide what a field may hold; type `z` tells the package not to have an opinion of its own. */
const PACKAGE_FORMATS = Object.fromEntries(
  Object.entries(FORMATS).map(([field, format]) => [
    field,
    {
      ContentType: 'z',
      Label: format.label,
      LenType: format.prefix === 0 ? 'fixed' : `${'l'.repeat(format.prefix)}var`,
      MaxLen: format.length,
    },
  ]),
);

export interface Reading {
  /** What could be read, be it less than was sent; undefined when not even the MTI could. */
  readonly message?: Message;
  /** Why this is not a message of the dialect; undefined when all is well. */
  readonly fault?: string;
}

export function decode(payload: Buffer): Reading {
  const mti = payload.toString('latin1', 0, 4);
  const start = bodyStart(payload);
  if (!/^\d{4}$/.test(mti) || start > payload.length) return { fault: 'no MTI and bitmap' };
  let fields: Record<string, string> | { error: string };
  try {
    fields = new Iso8583(undefined, PACKAGE_FORMATS).getIsoJSON(printableOnly(payload, start), { lenHeader: false });
  } catch (error) {
    // Fields 53 and 127 of the package's own table throw on short input; this dialect has neither.
    return { fault: `unreadable: ${String(error)}` };
  }
  if (typeof fields['error'] === 'string') return { fault: fields['error'] };
  return walk(payload, start, mti, fields as Record<string, string>);
}

export function encode(mti: string, fields: Fields): Buffer {
  const payload = new Iso8583({ 0: mti, ...fields }, PACKAGE_FORMATS).getRawMessage();
  // On a failure the package may also return the bitmap instead of an error.
  if (!Buffer.isBuffer(payload)) throw new Error(`cannot encode a ${mti}: ${JSON.stringify(payload)}`);
  return payload;
}

/** ISO 8583:1987, 4.2: bit 1 announces a secondary bitmap. */
function bodyStart(payload: Buffer): number {
  return ((payload[4] ?? 0) & 0x80) === 0 ? 12 : 20;
}

/** A byte that is not printable ASCII becomes DEL, which no pattern takes: UTF-8 would shift all that follows. */
function printableOnly(payload: Buffer, start: number): Buffer {
  const copy = Buffer.from(payload);
  for (let place = start; place < copy.length; place += 1) {
    const byte = copy[place] ?? 0;
    if (byte < 0x20 || byte > 0x7e) copy[place] = 0x7f;
  }
  return copy;
}

/** Checks every length against the bytes; keeps the sound fields even when another is not. */
function walk(payload: Buffer, start: number, mti: string, read: Record<string, string>): Reading {
  const fields: Record<number, string> = {};
  let fault: string | undefined;
  let offset = start;
  for (const [name, value] of Object.entries(read)) {
    const field = Number(name);
    if (field === 0) continue;
    const format = FORMATS[field];
    if (!format) return { message: new Message(mti, fields), fault: `field ${field} is not of this dialect` };
    const announced = payload.toString('latin1', offset, offset + format.prefix);
    const length = format.prefix === 0 ? format.length : /^\d+$/.test(announced) ? Number(announced) : -1;
    if (length !== value.length)
      return { message: new Message(mti, fields), fault: `field ${field} is cut or too long` };
    if (format.pattern.test(value)) fields[field] = value;
    else fault ??= `field ${field} holds something else than a ${format.label}`;
    offset += format.prefix + length;
  }
  if (offset !== payload.length) fault ??= 'more bytes than the bitmap announces';
  const message = new Message(mti, fields);
  return fault === undefined ? { message } : { message, fault };
}
