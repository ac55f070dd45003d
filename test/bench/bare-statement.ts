/**
 * A prepared statement whose bytes are made beforehand: during the measurement the client writes them and waits, as little
 * as a client can do (PostgreSQL documentation, chapter 54.7 "Message Formats").
 */
import type { Connection, Submittable } from 'pg';

/** Bind to the unnamed portal with all values as text, Execute, Sync. */
export function bytesOf(statement: string, values: readonly unknown[]): Buffer {
  const bound = values.map(value => {
    const text = asText(value);
    if (text === null) return int32(-1);
    const bytes = Buffer.from(text, 'utf8');
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  const bind = [Buffer.from(`\0${statement}\0`, 'utf8'), int16(0), int16(values.length), ...bound, int16(0)];
  return Buffer.concat([message('B', bind), message('E', [Buffer.from('\0'), int32(0)]), message('S', [])]);
}

function message(type: string, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type, 'latin1'), int32(body.length + 4), body]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** A value in PostgreSQL's text format, for the kinds of values that the units of work hold. */
export function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return `{${value.map(item => JSON.stringify(item)).join(',')}}`;
  throw new TypeError(`A unit of work holds a value of an unforeseen kind: ${typeof value}.`);
}

/** Hands the bytes to the driver's connection; resolves when the server is ready for the next. */
export class BareStatement implements Submittable {
  #failure: Error | undefined;

  constructor(
    private readonly bytes: Buffer,
    private readonly settle: (failure: Error | undefined) => void,
  ) {}

  submit(connection: Connection): void {
    connection.stream.write(this.bytes);
  }

  handleDataRow(): void {}

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.#failure = error;
  }

  handleReadyForQuery(): void {
    this.settle(this.#failure);
  }
}
