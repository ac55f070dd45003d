/**
 * Several lines as one: a question takes the line with the least under way, and waits for one where none is open.
 */
import type { Clock } from '../../core/ports.js';
import type { Connection } from './connection.js';
import type { Link } from './link.js';
import type { Question } from './question.js';

export class Pool {
  #waiting = 0;

  constructor(
    private readonly links: readonly Link[],
    private readonly most_waiting: number,
    private readonly clock: Clock,
    /** How long opening a line may take; a question that has waited longer is not asked any more. */
    private readonly wait_ms: number,
  ) {}

  ask(question: Question): void {
    const connection = this.#leastBusy();
    if (connection) return connection.ask(question);
    if (this.#waiting >= this.most_waiting) return question.settle({ kind: 'unsent' });
    void this.#askOnceOpen(question);
  }

  async close(): Promise<void> {
    await Promise.all(this.links.map(link => link.close()));
  }

  async #askOnceOpen(question: Question): Promise<void> {
    this.#waiting += 1;
    const since_ms = this.clock.monotonic_ms();
    const opened = await this.#firstOpen();
    this.#waiting -= 1;
    // A process that was asleep meanwhile may hear its line come up before its timers run: by then others have taken over.
    if (this.clock.monotonic_ms() - since_ms > this.wait_ms) return question.settle({ kind: 'unsent' });
    // By now another line may be up as well, and less busy than the first.
    const connection = this.#leastBusy() ?? opened;
    if (connection) connection.ask(question);
    else question.settle({ kind: 'unsent' });
  }

  #leastBusy(): Connection | null {
    let least: Connection | null = null;
    for (const { ready } of this.links) if (ready && (!least || ready.load < least.load)) least = ready;
    return least;
  }

  /** The first line that comes up; null once all have failed. */
  #firstOpen(): Promise<Connection | null> {
    return new Promise(resolve => {
      const attempts = this.links.map(link => link.open().then(connection => connection && resolve(connection)));
      void Promise.all(attempts).then(() => resolve(null));
    });
  }
}
