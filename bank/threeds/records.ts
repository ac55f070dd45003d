/**
 * The book, as directory and issuer write in it: applied at once, so that the next message is judged by it, and on the
 * disk before anybody hears of it.
 */
import type { Book } from '../book.js';
import type { Line } from '../changes.js';
import { timeOf } from '../clock.js';
import type { Ledger } from '../ledger.js';
import type { Authentications } from './authentications.js';

export class Records {
  readonly hash: (text: string) => string;
  readonly authentications: Authentications;

  constructor(
    private readonly ledger: Ledger,
    private readonly book: Book,
    private readonly now: () => number,
  ) {
    this.hash = book.hash;
    this.authentications = ledger.authentications;
  }

  /** By the clock of the acceptor; a stranger's is the bank's own. */
  timeOf(acceptor: string): Date {
    return timeOf(acceptor, this.ledger, this.now());
  }

  write(acceptor: string, lines: readonly Line[]): Promise<void> {
    const at = this.timeOf(acceptor).toISOString();
    for (const line of lines) this.ledger.apply(line, at);
    return this.book.write({ at, lines });
  }
}
