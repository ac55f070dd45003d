/** A file of JSON lines, each on the disk before its writer goes on. Lines of the same moment go to the disk together. */
import { open, type FileHandle } from 'node:fs/promises';

export class Lines {
  #waiting: string[] = [];
  #flushing: Promise<void> | null = null;

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<Lines> {
    return new Lines(await open(path, 'a', 0o600));
  }

  write(line: object): Promise<void> {
    const text = JSON.stringify(line, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
    this.#waiting.push(`${text}\n`);
    const before = this.#flushing ?? Promise.resolve();
    // Whoever comes while a flush is under way shares the next one.
    return before.then(() => (this.#waiting.length === 0 ? this.#flushing : this.#flush()) ?? undefined);
  }

  async close(): Promise<void> {
    await this.#flushing;
    if (this.#waiting.length > 0) await this.#flush();
    await this.file.close();
  }

  #flush(): Promise<void> {
    const text = this.#waiting.splice(0).join('');
    this.#flushing = this.file.appendFile(text).then(() => this.file.datasync());
    return this.#flushing;
  }
}
