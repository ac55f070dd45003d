/**
 * What the bank says of itself: its book as it shows it, and the file of what it did, line by line. Read from bank/README.md and
 * bank/PROTOCOL.md; a fold of our own, so that the book is not believed because the bank says so.
 */
export interface BookAuthorisation {
  readonly acceptor: string;
  readonly terminal: string;
  readonly rrn: string;
  readonly stan: string;
  readonly sentAt: string;
  /** Letters of ISO 4217. */
  readonly currency: string;
  readonly amount: number;
  readonly held: number;
  readonly captured: number;
  readonly refunded: number;
  readonly code: string;
  readonly state: string;
}

export interface BookBatch {
  readonly acceptor: string;
  readonly currency: string;
  readonly batch: string;
  /** Without a code: accepted. */
  readonly items: readonly {
    readonly item: 'CAPTURE' | 'REFUND';
    readonly rrn: string;
    readonly amount: number;
    readonly code?: string;
  }[];
  readonly closedWith?: string;
}

export interface Book {
  readonly authorisations: readonly BookAuthorisation[];
  readonly refunds: readonly {
    readonly acceptor: string;
    readonly rrn: string;
    readonly originalRrn: string;
    readonly amount: number;
  }[];
  readonly batches: readonly BookBatch[];
}

export interface JournalLine {
  readonly unit: number;
  readonly kind: string;
  readonly id?: string;
  readonly mti?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly amount?: number;
  readonly held?: number;
  readonly remaining?: number;
  readonly befell?: string;
  /** Why a message was answered with 30. */
  readonly fault?: string;
}

/** One authorisation as the lines tell it. */
export interface Hold {
  readonly amount: number;
  readonly held: number;
  readonly captured: number;
  readonly refunded: number;
}

/** Each authorisation after each line about it, and what is wrong with a step. */
export function foldBank(
  journal: readonly JournalLine[],
  onStep: (id: string, before: Hold | null, after: Hold, line: JournalLine) => void,
): ReadonlyMap<string, Hold> {
  const holds = new Map<string, Hold>();
  for (const line of journal) {
    if (line.id === undefined) continue;
    const before = holds.get(line.id) ?? null;
    const after = afterLine(before, line);
    if (!after) continue;
    onStep(line.id, before, after, line);
    holds.set(line.id, after);
  }
  return holds;
}

const NOTHING: Hold = { amount: 0, held: 0, captured: 0, refunded: 0 };

function afterLine(before: Hold | null, { kind, amount = 0, held = 0, remaining = 0 }: JournalLine): Hold | null {
  const hold = before ?? NOTHING;
  if (kind === 'AUTHORISED') return { ...hold, amount, held };
  if (kind === 'REVERSED') return { ...hold, held: remaining };
  if (kind === 'LAPSED') return { ...hold, held: 0 };
  if (kind === 'CAPTURED') return { ...hold, held: 0, captured: hold.captured + amount };
  if (kind === 'REFUNDED') return { ...hold, refunded: hold.refunded + amount };
  return null;
}

/** The name of an authorisation in the bank's file: acceptor, RRN, STAN and transmission time, with tabs between. */
export function nameOf(of: Pick<BookAuthorisation, 'acceptor' | 'rrn' | 'stan' | 'sentAt'>): string {
  return [of.acceptor, of.rrn.trimEnd(), of.stan, of.sentAt].join('\t');
}

/** ISO 8583 field 7 of an instant, `MMDDhhmmss` in UTC. */
export function fieldSeven(instant: string): string {
  return new Date(instant).toISOString().replaceAll(/\D/g, '').slice(4, 14);
}
