/**
 * The sandbox bank, put together: importable by tests, started by main.ts.
 */
import { Book, type Unit } from './book.js';
import { Control } from './control.js';
import { Exchange } from './exchange.js';
import { Faults } from './faults.js';
import { Host } from './host.js';
import { Ledger } from './ledger.js';
import { dice, reference } from './random.js';
import { recordLapses, routes } from './routes.js';
import { Threeds } from './threeds/threeds.js';
import { Timers } from './timers.js';

export interface BankOptions {
  /** Where the book is kept; it is begun when it is not there. */
  readonly bookFile: string;
  /** 0 takes a free port. */
  readonly isoPort?: number;
  readonly controlPort?: number;
  /** Directory server and issuer. */
  readonly threedsPort?: number;
  readonly host?: string;
  /** What browsers call the host: another than the shop's, so that a challenge is cross-site as in life. */
  readonly threedsHost?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Authorisation codes, references and faults come from it. */
  readonly seed?: string;
  /** A frame that has begun must end within this, or its connection does. */
  readonly frameTimeout_ms?: number;
  /** How long an RReq waits for its RRes, and then for its next try. */
  readonly rreqTimeout_ms?: number;
  readonly rreqPause_ms?: number;
  readonly log?: (event: Readonly<Record<string, unknown>>) => void;
  /** The book can no longer be written. Nothing is answered any more; the bank should be closed. */
  readonly onFailure?: (error: unknown) => void;
}

export interface Bank {
  readonly isoPort: number;
  readonly threedsPort: number;
  readonly controlPort: number;
  close(): Promise<void>;
}

export async function startBank(options: BankOptions): Promise<Bank> {
  const {
    host: address = '127.0.0.1',
    now = Date.now,
    seed = 'sandbox',
    log = () => {},
    frameTimeout_ms = 60_000,
  } = options;
  const onFailure = options.onFailure ?? (error => log({ event: 'failed', error: String(error) }));
  const ledger = new Ledger();
  const onUnit = ({ at, lines }: Unit) => {
    for (const line of lines) ledger.apply(line, at);
  };
  const salt = reference([seed, 'salt', now(), options.bookFile], 32);
  const book = await Book.open(options.bookFile, salt, { onUnit, onFailure });
  const timers = new Timers();
  const faults = new Faults(seed, book.hash);
  const exchange = new Exchange({ ledger, book, faults, timers, now, seed, log });
  const host = new Host({ exchange, faults, timers, dice: dice(`${seed}/garbage`), log, frameTimeout_ms });
  const patience = { timeout_ms: options.rreqTimeout_ms ?? 3_000, pause_ms: options.rreqPause_ms ?? 500 };
  const threeds = new Threeds({ ledger, book, faults, timers, patience, now, log });
  const control = new Control(routes({ ledger, book, faults, exchange, host, threeds, now }), log);
  const close = async () => {
    timers.clear();
    await Promise.all([host.close(), control.close(), threeds.close()]);
    // What was still served meanwhile may have put something off.
    timers.clear();
    await book.close();
  };
  try {
    await recordLapses(ledger, book, now());
    const isoPort = await host.listen(options.isoPort ?? 0, address);
    const threedsPort = await threeds.listen(options.threedsPort ?? 0, address, options.threedsHost ?? 'localhost');
    const controlPort = await control.listen(options.controlPort ?? 0, address);
    return { isoPort, threedsPort, controlPort, close };
  } catch (error) {
    await close();
    throw error;
  }
}
