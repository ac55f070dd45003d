/**
 * Directory server and issuer, put together.
 */
import type { Book } from '../book.js';
import type { Faults } from '../faults.js';
import type { Ledger } from '../ledger.js';
import type { Timers } from '../timers.js';
import { Directory } from './directory.js';
import { Door } from './door.js';
import { Issuer } from './issuer.js';
import { Records } from './records.js';
import { type Patience, Results } from './results.js';
import { routes } from './routes.js';

export interface ThreedsParts {
  readonly ledger: Ledger;
  readonly book: Book;
  readonly faults: Faults;
  readonly timers: Timers;
  readonly patience: Patience;
  readonly now: () => number;
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

export class Threeds {
  readonly #door: Door;
  readonly #results: Results;
  readonly #records: Records;
  readonly #issuer: Issuer;

  constructor(private readonly parts: ThreedsParts) {
    const { ledger, book, faults, timers, patience, now, log } = parts;
    this.#door = new Door(timers, log);
    this.#records = new Records(ledger, book, now);
    this.#results = new Results({ records: this.#records, timers, patience, log });
    this.#issuer = new Issuer({ records: this.#records, results: this.#results, faults, timers, log });
  }

  /** `publicHost` is what browsers call the host that is listened on. */
  async listen(port: number, host: string, publicHost: string): Promise<number> {
    const taken = await this.#door.listen(port, host);
    const { faults } = this.parts;
    const directory = new Directory({
      records: this.#records,
      faults,
      origin: `http://${publicHost}:${taken}`,
      onChallenge: authenticated => this.#issuer.watch(authenticated),
    });
    await this.#issuer.resume();
    this.#door.open(routes({ directory, issuer: this.#issuer, faults }));
    return taken;
  }

  /** A clock has been moved: challenges may be over. */
  clockMoved(): Promise<void> {
    return this.#issuer.expire();
  }

  async close(): Promise<void> {
    await this.#results.close();
    await this.#door.close();
  }
}
