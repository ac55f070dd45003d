/**
 * A bank for one test, in a temporary folder, and everything that is stopped and removed afterwards.
 */
import { afterEach } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bank, type BankOptions, startBank } from '../../bank/bank.js';
import { Till } from './till.js';

/** 14 March 2027, as the messages of tests say in field 7. */
export const NOW = Date.UTC(2027, 2, 14, 10, 15);

export class House {
  readonly #undo: (() => unknown)[] = [];

  /** To be called at the top of a test file. */
  static forEachTest(): () => House {
    let house = new House();
    afterEach(async () => {
      await house.clear();
      house = new House();
    });
    return () => house;
  }

  async folder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'bank-'));
    this.#undo.push(() => rm(folder, { recursive: true, force: true }));
    return folder;
  }

  async bank(options: Partial<BankOptions> = {}): Promise<Bank> {
    const bookFile = options.bookFile ?? join(await this.folder(), 'book.jsonl');
    const bank = await startBank({ now: () => NOW, seed: 'test', ...options, bookFile });
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= bank.close());
    this.#undo.push(close);
    return { ...bank, close };
  }

  async till(bank: { isoPort: number }, signOn = true): Promise<Till> {
    const till = await Till.connect(bank.isoPort, signOn);
    this.#undo.push(() => till.close());
    return till;
  }

  later(undo: () => unknown): void {
    this.#undo.push(undo);
  }

  async clear(): Promise<void> {
    for (const undo of this.#undo.splice(0).toReversed()) await undo();
  }
}

/** What tests look at in `GET /book`. */
export interface BookView {
  readonly messages: { readonly in: number; readonly out: number };
  readonly clocks: Readonly<Record<string, number>>;
  readonly accounts: readonly Readonly<Record<string, unknown>>[];
  readonly authorisations: readonly Readonly<Record<string, unknown>>[];
  readonly refunds: readonly Readonly<Record<string, unknown>>[];
  readonly batches: readonly Readonly<Record<string, unknown>>[];
  readonly authentications: readonly Readonly<Record<string, unknown>>[];
}

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
}

export async function control<Body = unknown>(
  bank: { controlPort: number },
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply<Body>> {
  const response = await fetch(`http://127.0.0.1:${bank.controlPort}${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

export async function bookOf(bank: { controlPort: number }): Promise<BookView> {
  return (await control<BookView>(bank, 'GET', '/book')).body;
}

/** Orders a fault and believes that it was taken. */
export async function order(bank: { controlPort: number }, fault: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await control(bank, 'POST', '/faults', fault);
  if (status !== 201) throw new Error(`the fault was not taken: ${JSON.stringify(body)}`);
}
