/** The faults that happened: counted by kind, and written down. Of a kind that is announced and never happens a storm says so. */
import { Lines } from './lines.js';

export class Tally {
  readonly #counts = new Map<string, number>();

  private constructor(private readonly lines: Lines) {}

  static async open(file: string): Promise<Tally> {
    return new Tally(await Lines.open(file));
  }

  /** This kind belongs to the storm. */
  announce(...kinds: readonly string[]): void {
    for (const kind of kinds) this.#counts.set(kind, this.#counts.get(kind) ?? 0);
  }

  happened(kind: string, target: string, detail: Readonly<Record<string, unknown>> = {}, times = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + times);
    void this.lines.write({ at: new Date().toISOString(), kind, target, detail, ...(times === 1 ? {} : { times }) });
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  get missing(): string[] {
    return [...this.#counts].filter(([, count]) => count === 0).map(([kind]) => kind);
  }

  close(): Promise<void> {
    return this.lines.close();
  }
}
