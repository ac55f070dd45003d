/**
 * The bank's book: an append-only file of JSON lines. The lines of one message form a unit, whose last line says so;
 * a unit counts wholly or, when the process or the machine died while it was written, not at all.
 *
 * Nothing is answered before its unit is on the disk. Units that come while the disk is busy are written together,
 * which is what lets thousands of messages a second wait for their fsync.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Line } from './changes.js';
import { type Header, readBook } from './book-reader.js';

export interface Unit {
  /** By the bank's or, for an acceptor's message, by the acceptor's clock. */
  readonly at: string;
  readonly lines: readonly Line[];
}

interface BookListeners {
  /** Hears what was written in earlier lives. */
  readonly onUnit: (unit: Unit) => void;
  /** Hears, once, that nothing can be written any more. */
  readonly onFailure: (error: unknown) => void;
}

interface Waiting {
  readonly text: string;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

export class Book {
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: unknown;

  private constructor(
    private readonly file: FileHandle,
    private readonly header: Header,
    private units: number,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Opens or begins the book at `path`. */
  static async open(path: string, salt: string, { onUnit, onFailure }: BookListeners): Promise<Book> {
    const file = await open(path, 'a+', 0o600);
    try {
      if (!(await file.stat()).isFile()) throw new Error('the book must be a file, not a device');
      const read = await readBook(file, onUnit);
      // What stands after the last whole unit was never answered.
      await file.truncate(read.length);
      if (read.header) return new Book(file, read.header, read.units, onFailure);
      const header: Header = { book: 'sandbox bank', version: 1, salt };
      await file.appendFile(`${JSON.stringify(header)}\n`);
      await file.datasync();
      await syncDirectory(dirname(path));
      return new Book(file, header, 0, onFailure);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** A number that no other unit of this book has. */
  get nextUnit(): number {
    return this.units + 1;
  }

  /** What stands for a card number in the book: with the book's salt, so that no table of hashes fits it. */
  readonly hash = (cardNumber: string): string =>
    createHash('sha256').update(this.header.salt).update(cardNumber).digest('base64url');

  /** Resolves once the unit is on the disk. After a failure nothing is ever written again. */
  write({ at, lines }: Unit): Promise<void> {
    this.units += 1;
    const unit = this.units;
    const text = lines
      .map((line, place) => JSON.stringify({ unit, at, ...line, ...(place === lines.length - 1 && { end: true }) }))
      .join('\n');
    return new Promise((written, failed) => {
      this.#waiting.push({ text: `${text}\n`, written, failed });
      this.#writing ??= this.#writeAll();
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.file.close();
  }

  async #writeAll(): Promise<void> {
    // What else comes in this turn of the event loop shares the first write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const together = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#failure !== undefined) throw this.#failure;
        await this.file.appendFile(together.map(each => each.text).join(''));
        await this.file.datasync();
        for (const each of together) each.written();
      } catch (error) {
        if (this.#failure === undefined) this.onFailure(error);
        this.#failure = error;
        for (const each of together) each.failed(error);
      }
    }
    this.#writing = undefined;
  }
}

/** A new file's name is only safe once its directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
