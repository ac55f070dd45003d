/**
 * What the stories of a run came by. What was never reached was never tried, and fails the run.
 */
export class Reached {
  readonly #counts = new Map<string, number>();

  count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  missing(wanted: readonly string[]): string[] {
    return wanted.filter(what => this.of(what) === 0);
  }

  lines(): string[] {
    return [...this.#counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, count]) => `${String(count).padStart(8)}  ${what}`);
  }
}
