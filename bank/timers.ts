/**
 * Everything the bank has put off, so that closing it leaves nothing behind.
 */
export class Timers {
  readonly #timers = new Set<NodeJS.Timeout>();

  after(delay_ms: number, what: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      what();
    }, delay_ms);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }

  clear(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
