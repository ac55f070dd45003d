/**
 * One message of PROTOCOL.md, after the codec and before it: an MTI, fields, and the tags of field 48.
 */
export type Fields = Readonly<Record<number, string>>;

export class Message {
  readonly tags: ReadonlyMap<string, string>;

  constructor(
    readonly mti: string,
    readonly fields: Fields,
  ) {
    this.tags = parseTags(fields[48] ?? '') ?? new Map();
  }

  get(field: number): string | undefined {
    return this.fields[field];
  }

  /** A field whose presence `faultOf` has checked. */
  must(field: number): string {
    const value = this.fields[field];
    if (value === undefined) throw new Error(`field ${field} of a ${this.mti} was read without being required`);
    return value;
  }

  /** Field 42 without the spaces that fill it up. */
  get acceptor(): string {
    return (this.fields[42] ?? '').trimEnd();
  }

  get terminal(): string {
    return (this.fields[41] ?? '').trimEnd();
  }

  /** Field 4 in minor units: twelve digits are exact in a number. */
  get amount(): number {
    return Number(this.must(4));
  }
}

/** Field 48: two letters, a two-digit length, the value, as often as it likes; undefined when it is not that. */
export function parseTags(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const head = /^([A-Z]{2})(\d{2})/.exec(rest);
    const name = head?.[1];
    const length = Number(head?.[2]);
    if (!name || rest.length < 4 + length || tags.has(name)) return undefined;
    tags.set(name, rest.slice(4, 4 + length));
    rest = rest.slice(4 + length);
  }
  return tags;
}

export function formatTags(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}${String(value.length).padStart(2, '0')}${value}`)
    .join('');
}

/** Field 90: which message a reversal or a refund speaks of. */
export function parseOriginal(field90: string): { mti: string; stan: string; sentAt: string } {
  return { mti: field90.slice(0, 4), stan: field90.slice(4, 10), sentAt: field90.slice(10, 20) };
}

/** A number as ISO 8583 wants it: filled up on the left with zeros. */
export function zeros(value: number | string, length: number): string {
  return String(value).padStart(length, '0');
}
