/**
 * The law alone, without a database: sequences of what may and what may not happen, on the house's law and on paper side by side.
 */
import type { Command } from 'fast-check';
import { applyEvent, type Folded, type JournalEntry } from '../../../server/core/amounts.js';
import { requireCancel, requireRefund, requireValidation } from '../../../server/core/possible-actions.js';
import { RefusalError } from '../../../server/core/refusal.js';
import { TRANSACTION_EVENTS, type TransactionEvent } from '../../../server/core/transaction.js';
import type { Reached } from '../reached.js';
import { compare, factsOf, mostOf, NOW } from './compare.js';
import { refundable, RULES, sumOf, type Paper } from './paper.js';

/** What fast-check knows: the paper. */
export interface Model {
  paper: Paper;
}

/** What it is compared with: the house's law. */
export interface Real {
  folded: Folded;
  readonly journal: JournalEntry[];
  readonly reached: Reached;
}

/** How an amount comes about: from what is in sight, or by chance. */
export const SHARES = [
  'OPEN',
  'TRAVELLING',
  'REFUNDABLE',
  'ASKED',
  'DISPUTED',
  'HALF',
  'ONE_MORE',
  'NOTHING',
  'CHANCE',
] as const;
type Share = (typeof SHARES)[number];

function amountOf(paper: Paper, share: Share, chance: number): number {
  const inSight: Readonly<Record<Share, number>> = {
    OPEN: paper.status === 'AUTHORISING' && !paper.second ? chance : paper.open,
    TRAVELLING: paper.travelling,
    REFUNDABLE: refundable(paper),
    ASKED: sumOf(paper, 'ASKED'),
    DISPUTED: paper.disputed,
    HALF: Math.floor((paper.open + paper.travelling + refundable(paper)) / 2),
    ONE_MORE: paper.open + paper.travelling + refundable(paper) + 1,
    NOTHING: 0,
    CHANCE: chance,
  };
  return inSight[share];
}

export class Happens implements Command<Model, Real> {
  constructor(
    private readonly event: TransactionEvent,
    private readonly share: Share,
    private readonly chance: number,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    happen(model, real, this.event, amountOf(model.paper, this.share, this.chance));
  }

  toString(): string {
    return `${this.event} (${this.share}${this.share === 'CHANCE' ? ` ${this.chance}` : ''})`;
  }
}

/** Lets it happen in both, and compares what came of it. */
function happen(model: Model, real: Real, event: TransactionEvent, amount: number): void {
  const onPaper = RULES[event]?.(model.paper, amount) ?? null;
  const entry = { event: event, amount: BigInt(amount) };
  const before = real.folded;
  const inLaw = attempt(() => applyEvent(before, entry));
  real.reached.count(`${event} ${onPaper ? 'may' : 'may not'}`);
  if ((inLaw === null) !== (onPaper === null))
    throw new Error(
      `${event} of ${amount} in ${model.paper.status}: paper ${onPaper ? 'yes' : 'no'}, law ${inLaw ? 'yes' : 'no'}.`,
    );
  if (!onPaper || !inLaw) return;
  model.paper = onPaper;
  real.folded = inLaw;
  real.journal.push(entry);
  compare(onPaper, inLaw);
}

const ENDS: ReadonlySet<string> = new Set(['REVERSED', 'REFUSED', 'DECLINED', 'CANCELLED', 'EXPIRED']);

/** One of the things that may come next: by chance alone hardly anything would ever be captured. */
export class Onward implements Command<Model, Real> {
  constructor(
    private readonly choice: number,
    private readonly chance: number,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    const { paper } = model;
    const ways = TRANSACTION_EVENTS.map(event => {
      const amounts = SHARES.map(part => amountOf(paper, part, this.chance));
      return { event, amounts: amounts.filter(amount => RULES[event]?.(paper, amount) ?? null) };
    }).filter(({ amounts }) => amounts.length > 0);
    const to = ({ event, amounts }: (typeof ways)[number]) => RULES[event]?.(paper, amounts[0] ?? 0)?.status ?? '';
    // Most of what may happen leaves the status as it is or ends everything; a walk of such would never see a refund.
    const onwards = ways.filter(way => to(way) !== paper.status && !ENDS.has(to(way)));
    const wanted = [ways.filter(way => ENDS.has(to(way))), ways, ways, onwards, onwards, onwards][this.choice % 6];
    const offered = wanted && wanted.length > 0 ? wanted : ways;
    const drawn = Math.floor(this.choice / 6);
    const way = offered[drawn % Math.max(1, offered.length)];
    const amount = way?.amounts[drawn % way.amounts.length];
    if (way && amount !== undefined) happen(model, real, way.event, amount);
  }

  toString(): string {
    return `onward ${this.choice} (${this.chance})`;
  }
}

/** Tries everything that has a name, with every amount in sight, and lets none of it happen. */
export class Tries implements Command<Model, Real> {
  constructor(private readonly chance: number) {}

  check(): boolean {
    return true;
  }

  run({ paper }: Model, { folded }: Real): void {
    const amounts = new Set(SHARES.map(part => amountOf(paper, part, this.chance)));
    for (const event of TRANSACTION_EVENTS)
      for (const amount of amounts) {
        const may = (RULES[event]?.(paper, amount) ?? null) !== null;
        if (may !== (attempt(() => applyEvent(folded, { event, amount: BigInt(amount) })) !== null))
          throw new Error(
            `${event} of ${amount} in ${paper.status}: paper ${may ? 'yes' : 'no'}, law ${may ? 'no' : 'yes'}.`,
          );
      }
  }

  toString(): string {
    return `try everything (${this.chance})`;
  }
}

/** A person asks for something, with an amount: the law answers with one, or refuses. */
export class Asks implements Command<Model, Real> {
  constructor(
    private readonly action: 'VALIDATE' | 'CANCEL' | 'REFUND',
    private readonly share: Share | null,
    private readonly chance: number,
  ) {}

  check({ paper }: Readonly<Model>): boolean {
    return paper.status !== 'NEW';
  }

  run({ paper }: Model, { folded, reached }: Real): void {
    const asked = this.share === null ? null : amountOf(paper, this.share, this.chance);
    const most = mostOf(paper, this.action);
    const wanted = asked ?? most;
    const expected = most > 0 && wanted >= 1 && wanted <= most ? BigInt(wanted) : null;
    const require = { VALIDATE: requireValidation, CANCEL: requireCancel, REFUND: requireRefund }[this.action];
    const given = refusedOr(() => require(factsOf(folded), asked === null ? null : BigInt(asked), NOW));
    reached.count(`${this.action} ${expected === null ? 'refused' : 'granted'}`);
    if (given !== expected)
      throw new Error(
        `${this.action} of ${String(asked)} in ${paper.status}: paper ${String(expected)}, law ${String(given)}.`,
      );
  }

  toString(): string {
    return `${this.action} ${this.share ?? 'all'}`;
  }
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function refusedOr(work: () => bigint): bigint | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}
