/**
 * ISO 8583 as PROTOCOL.md writes it, a third time: by hand, for tests, from neither the bank's codec nor the server's.
 */
export type Fields = Readonly<Record<number, string>>;

export interface WireMessage {
  readonly mti: string;
  readonly fields: Fields;
}

/** Field 2, 32 and 48 have a length before their value; all others have always the same. */
const PREFIXES: Readonly<Record<number, number>> = { 2: 2, 32: 2, 48: 3 };
const LENGTHS: Readonly<Record<number, number>> = {
  3: 6, 4: 12, 7: 10, 11: 6, 12: 6, 13: 4, 14: 4, 18: 4, 22: 3, 25: 2, 37: 12, 38: 6, 39: 2, 41: 8, 42: 15, 43: 40,
  49: 3, 50: 3, 66: 1, 70: 3, 74: 10, 75: 10, 76: 10, 77: 10, 86: 16, 87: 16, 88: 16, 89: 16, 90: 42, 95: 42, 97: 17,
}; // prettier-ignore

export function frame(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([payload.length >> 8, payload.length & 255]), payload]);
}

export function encode({ mti, fields }: WireMessage): Buffer {
  const numbers = Object.keys(fields).map(Number);
  const secondary = numbers.some(field => field > 64);
  const bitmap = Buffer.alloc(secondary ? 16 : 8);
  const mark = (field: number) => {
    const place = (field - 1) >> 3;
    bitmap[place] = (bitmap[place] ?? 0) | (0x80 >> ((field - 1) & 7));
  };
  if (secondary) mark(1);
  for (const field of numbers) mark(field);
  const body = numbers.map(field => {
    const value = fields[field] ?? '';
    const prefix = PREFIXES[field] ?? 0;
    return prefix === 0 ? value : String(value.length).padStart(prefix, '0') + value;
  });
  return Buffer.concat([Buffer.from(mti), bitmap, Buffer.from(body.join(''), 'latin1')]);
}

export function decode(payload: Buffer): WireMessage {
  const start = ((payload[4] ?? 0) & 0x80) === 0 ? 12 : 20;
  const fields: Record<number, string> = {};
  let offset = start;
  for (let field = 2; field <= (start - 4) * 8; field += 1) {
    if (((payload[4 + ((field - 1) >> 3)] ?? 0) & (0x80 >> ((field - 1) & 7))) === 0) continue;
    const prefix = PREFIXES[field] ?? 0;
    const length = prefix === 0 ? LENGTHS[field] : Number(payload.toString('latin1', offset, offset + prefix));
    if (length === undefined) throw new Error(`the bank sent field ${field}`);
    fields[field] = payload.toString('latin1', offset + prefix, offset + prefix + length);
    offset += prefix + length;
  }
  if (offset !== payload.length) throw new Error('the bank sent more or less than its bitmap announces');
  return { mti: payload.toString('latin1', 0, 4), fields };
}

/** The tags of field 48. */
export function tagsOf(message: WireMessage): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let rest = message.fields[48] ?? ''; rest !== '';) {
    const length = Number(rest.slice(2, 4));
    tags[rest.slice(0, 2)] = rest.slice(4, 4 + length);
    rest = rest.slice(4 + length);
  }
  return tags;
}
