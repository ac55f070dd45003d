/**
 * The batches of captures and refunds that acceptors send and close with totals (0220, 0500).
 */
export interface BatchItem {
  readonly item: 'CAPTURE' | 'REFUND';
  readonly rrn: string;
  readonly amount: number;
  /** Why it was rejected; accepted items have none. */
  readonly code?: string;
}

export interface Batch {
  readonly items: BatchItem[];
  /** The code its totals were answered with; none while it is open. */
  closedWith?: string;
}

/** Purchases are debits, refunds credits (ISO 8583 fields 74, 76, 86, 88). */
export interface Totals {
  readonly debits: number;
  readonly debitAmount: number;
  readonly credits: number;
  readonly creditAmount: number;
}

export class Batches {
  readonly all = new Map<string, Batch>();

  isClosed(id: string): boolean {
    return this.all.get(id)?.closedWith !== undefined;
  }

  /** Only what was accepted counts. */
  totals(id: string): Totals {
    const accepted = (this.all.get(id)?.items ?? []).filter(item => item.code === undefined);
    const captures = accepted.filter(item => item.item === 'CAPTURE');
    const refunds = accepted.filter(item => item.item === 'REFUND');
    return {
      debits: captures.length,
      debitAmount: sum(captures),
      credits: refunds.length,
      creditAmount: sum(refunds),
    };
  }

  accept(id: string, item: BatchItem): void {
    this.#batch(id).items.push(item);
  }

  reject({ batch, item, rrn, amount, code }: BatchItem & { batch: string; code: string }): void {
    this.#batch(batch).items.push({ item, rrn, amount, code });
  }

  close(id: string, code: string): void {
    this.#batch(id).closedWith ??= code;
  }

  #batch(id: string): Batch {
    const known = this.all.get(id);
    if (known) return known;
    const batch: Batch = { items: [] };
    this.all.set(id, batch);
    return batch;
  }
}

function sum(items: readonly BatchItem[]): number {
  return items.reduce((total, item) => total + item.amount, 0);
}
