/**
 * The letters that came, in a folder: each as it was sent, with its envelope beside it. Bounded: the oldest go first.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the mail server was told about a letter, which need not be what the letter says of itself. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface Kept extends Envelope {
  readonly id: string;
  readonly receivedAt: string;
  readonly size: number;
}

export interface Bounds {
  readonly letters: number;
  readonly bytes: number;
}

export const USUAL_BOUNDS: Bounds = { letters: 500, bytes: 100_000_000 };

const ID = /^\d{13}-[0-9a-f]{8}$/;

export class MailStore {
  /** Oldest first. */
  readonly #kept: Kept[];

  constructor(
    private readonly folder: string,
    private readonly bounds: Bounds = USUAL_BOUNDS,
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#kept = readdirSync(folder)
      .filter(name => name.endsWith('.json') && ID.test(name.slice(0, -5)))
      .sort()
      .flatMap(name => readKept(folder, name.slice(0, -5)));
  }

  /** Newest first. */
  list(): readonly Kept[] {
    return this.#kept.toReversed();
  }

  find(id: string): Kept | undefined {
    return this.#kept.find(kept => kept.id === id);
  }

  raw({ id }: Kept): Buffer {
    return readFileSync(this.#file(id, 'eml'));
  }

  add(envelope: Envelope, raw: Buffer): Kept {
    const now = Date.now();
    const id = `${String(now).padStart(13, '0')}-${randomBytes(4).toString('hex')}`;
    const kept: Kept = { id, receivedAt: new Date(now).toISOString(), size: raw.length, ...envelope };
    writeFileSync(this.#file(id, 'eml'), raw, { mode: 0o600 });
    // The envelope last, and at once: a letter is there when its envelope is.
    writeFileSync(this.#file(id, 'unfinished'), JSON.stringify(kept), { mode: 0o600 });
    renameSync(this.#file(id, 'unfinished'), this.#file(id, 'json'));
    this.#kept.push(kept);
    this.#makeRoom();
    return kept;
  }

  clear(): void {
    for (const { id } of this.#kept.splice(0)) this.#remove(id);
  }

  #makeRoom(): void {
    let bytes = this.#kept.reduce((sum, { size }) => sum + size, 0);
    while (this.#kept.length > this.bounds.letters || (bytes > this.bounds.bytes && this.#kept.length > 1)) {
      const oldest = this.#kept.shift();
      if (!oldest) return;
      bytes -= oldest.size;
      this.#remove(oldest.id);
    }
  }

  #remove(id: string): void {
    for (const ending of ['json', 'eml']) rmSync(this.#file(id, ending), { force: true });
  }

  #file(id: string, ending: string): string {
    return join(this.folder, `${id}.${ending}`);
  }
}

/** What a process that was killed has left half written is no letter. */
function readKept(folder: string, id: string): Kept[] {
  const letter = join(folder, `${id}.eml`);
  if (!existsSync(letter)) return [];
  try {
    const { from, to, receivedAt } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')) as Kept;
    return [
      { id, from: String(from), to: to.map(String), receivedAt: String(receivedAt), size: statSync(letter).size },
    ];
  } catch {
    return [];
  }
}
