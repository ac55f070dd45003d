/**
 * The book of the simulated bank: its own, written from PROTOCOL.md, sharing nothing with the house.
 */
export interface Held {
  readonly acceptor: string;
  readonly rrn: string;
  readonly stan: string;
  readonly sentAt: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly code: string;
  held: bigint;
  captured: bigint;
  refunded: bigint;
}

export interface Batch {
  readonly id: string;
  debits: bigint;
  credits: bigint;
  debitCount: number;
  creditCount: number;
  closed: boolean;
  readonly accepted: string[];
}

export interface Original {
  readonly acceptor: string;
  readonly rrn: string;
  readonly stan: string;
  readonly sentAt: string;
}

export interface Totals {
  readonly debits: bigint;
  readonly credits: bigint;
  readonly debitCount: number;
  readonly creditCount: number;
}

/** 08 and 10 are no plain yes, and yet the issuer holds the money. */
const HOLDING = new Set(['00', '08', '10']);

export class SimBook {
  readonly holds: Held[] = [];
  readonly batches = new Map<string, Batch>();
  /** Reversals that came before what they reverse. */
  readonly #remembered = new Set<string>();
  readonly #refunds = new Set<string>();

  authorise(asked: Original & { readonly amount: bigint; readonly currency: string }, wanted: string): string {
    const isAnother = this.holds.some(
      ({ acceptor, rrn, held, captured }) => same(asked, { acceptor, rrn }) && held + captured > 0n,
    );
    const code = this.#remembered.has(idOf(asked)) ? '12' : isAnother ? '94' : wanted;
    const held = HOLDING.has(code) ? asked.amount : 0n;
    this.holds.push({ ...asked, code, held, captured: 0n, refunded: 0n });
    return code;
  }

  /** Whether a reversal of it came before it. */
  isReversed(original: Original): boolean {
    return this.#remembered.has(idOf(original));
  }

  reverse(original: Original, remaining: bigint): string {
    const found = this.holds.find(hold => idOf(hold) === idOf(original));
    if (!found) {
      this.#remembered.add(idOf(original));
      return '25';
    }
    if (found.captured > 0n) return '21';
    if (remaining < found.held) found.held = remaining;
    return '00';
  }

  capture(of: { acceptor: string; rrn: string; amount: bigint; currency: string }, batchId: string): string {
    const batch = this.batch(batchId);
    if (batch.closed) return '12';
    const found = this.holds.find(hold => same(of, hold) && hold.held > 0n);
    if (!found) return '25';
    if (of.amount === 0n || of.amount > found.held || of.currency !== found.currency) return '13';
    found.held = 0n;
    found.captured = of.amount;
    batch.debits += of.amount;
    batch.debitCount += 1;
    batch.accepted.push(of.rrn);
    return '00';
  }

  refund(of: { acceptor: string; rrn: string; amount: bigint; stan: string; sentAt: string }, batchId: string): string {
    const batch = this.batch(batchId);
    if (batch.closed) return '12';
    if (this.#refunds.has(`${of.acceptor} ${of.rrn}`)) return '94';
    const { acceptor, stan, sentAt, amount } = of;
    const found = this.holds.find(
      hold => hold.acceptor === acceptor && hold.stan === stan && hold.sentAt === sentAt && hold.captured > 0n,
    );
    if (!found) return '25';
    if (amount === 0n || amount > found.captured - found.refunded) return '13';
    found.refunded += amount;
    this.#refunds.add(`${acceptor} ${of.rrn}`);
    batch.credits += amount;
    batch.creditCount += 1;
    batch.accepted.push(of.rrn);
    return '00';
  }

  /** The batch closes whatever it says. */
  close(batchId: string, told: Totals): string {
    const batch = this.batch(batchId);
    batch.closed = true;
    const agrees =
      told.debits === batch.debits &&
      told.credits === batch.credits &&
      told.debitCount === batch.debitCount &&
      told.creditCount === batch.creditCount;
    return agrees ? '00' : '95';
  }

  batch(id: string): Batch {
    const known = this.batches.get(id);
    if (known) return known;
    const batch = { id, debits: 0n, credits: 0n, debitCount: 0, creditCount: 0, closed: false, accepted: [] };
    this.batches.set(id, batch);
    return batch;
  }
}

function same(one: { acceptor: string; rrn: string }, other: { acceptor: string; rrn: string }): boolean {
  return one.acceptor === other.acceptor && one.rrn === other.rrn;
}

function idOf({ acceptor, rrn, stan, sentAt }: Original): string {
  return [acceptor, rrn, stan, sentAt].join(' ');
}
