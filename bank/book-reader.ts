/**
 * Reads a book from its beginning, unit by unit, without ever holding more than one unit and one piece of the file.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Line } from './changes.js';

export interface Header {
  readonly book: 'sandbox bank';
  readonly version: 1;
  readonly salt: string;
}

interface Read {
  readonly header: Header | undefined;
  readonly units: number;
  /** Bytes up to the end of the last whole unit. */
  readonly length: number;
}

const FOREIGN = 'this file is not a book of the sandbox bank';

type Written = Line & { readonly unit: number; readonly at: string; readonly end?: true };

/** @throws when something else than the very end of the file is damaged: a book with a hole must not be believed. */
export async function readBook(file: FileHandle, onUnit: (unit: { at: string; lines: Line[] }) => void): Promise<Read> {
  let header: Header | undefined;
  let units = 0;
  let length = 0;
  let offset = 0;
  let damaged: number | undefined;
  let pending: Line[] = [];
  let number = 0;
  for await (const bytes of linesOf(file)) {
    number += 1;
    offset += bytes.length + 1;
    if (damaged !== undefined) throw new Error(`line ${damaged} of the book is damaged`);
    const line = parse(bytes);
    if (line === undefined) damaged = number;
    else if (header === undefined) {
      header = headerOf(line);
      length = offset;
    } else {
      const { unit, at, end, ...rest } = line as Written;
      pending.push(rest as Line);
      if (!end) continue;
      onUnit({ at, lines: pending });
      pending = [];
      units = unit;
      length = offset;
    }
  }
  if (header === undefined) await assertEmpty(file);
  return { header, units, length };
}

/** A header may be torn; any other file without one is somebody else's and must not be overwritten. */
async function assertEmpty(file: FileHandle): Promise<void> {
  const start = '{"book":"sandbox bank"';
  const { buffer, bytesRead } = await file.read(Buffer.alloc(start.length), 0, start.length, 0);
  if (!start.startsWith(buffer.toString('utf8', 0, bytesRead))) throw new Error(FOREIGN);
}

/** Whole lines only: what follows the last line feed was torn off. */
async function* linesOf(file: FileHandle): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false, highWaterMark: 1 << 20 })) {
    const bytes: Buffer = Buffer.concat([rest, chunk as Buffer]);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

function parse(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function headerOf(line: Record<string, unknown>): Header {
  if (line['book'] !== 'sandbox bank' || line['version'] !== 1 || typeof line['salt'] !== 'string')
    throw new Error(FOREIGN);
  return line as unknown as Header;
}
