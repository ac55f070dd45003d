/** Who closes the day, works off the work list, and has reports sent again. */
import type { Actor, Cast } from './actors.js';
import type { Authority } from './caller.js';
import { LIST_REMITTANCES, LIST_REPORTS, OPERATIONS, SEND_REPORT, WORK_LIST, type Operation } from './documents.js';
import type { Standing } from './staff.js';

interface Named {
  readonly id: string;
  readonly status: string;
}
interface Seen {
  readonly remittances?: { readonly edges: readonly { readonly node: Named }[] };
  readonly dailyReports?: { readonly edges: readonly { readonly node: Named }[] };
  readonly workList?: readonly {
    readonly kind: string;
    readonly transaction: { readonly id: string; readonly authorisation: { readonly rrn: string } } | null;
  }[];
}

type Answer = Readonly<Record<string, { readonly __typename: string; readonly code?: string }>>;
type Duty = (authority: Authority) => Promise<void>;

export class Accountant implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly standing: Standing,
    /** What somebody at the bank says on the telephone: whether anything is held under this RRN. */
    private readonly isHeld: (rrn: string) => Promise<boolean>,
  ) {}

  async act(): Promise<void> {
    const authority = await this.standing.authority();
    if (!authority) return;
    const duty = this.cast.random.weighted<Duty>([
      [5, this.#remittances],
      [5, this.#reports],
      [3, this.#workList],
    ]);
    await duty(authority);
  }

  /** Closes one now, and gives a word for one whose totals do not agree. */
  #remittances: Duty = async authority => {
    const { random } = this.cast;
    const seen = await this.#see(authority, 'remittances', LIST_REMITTANCES);
    const all = seen?.remittances?.edges.map(({ node }) => node) ?? [];
    const unbalanced = all.find(({ status }) => status === 'OUT_OF_BALANCE');
    if (unbalanced)
      await this.#do(authority, 'resolveRemittance', { remittanceId: unbalanced.id, reason: 'Compared.' });
    const open = all.filter(({ status }) => status === 'OPEN');
    if (open.length > 0 && random.chance(0.6))
      await this.#do(authority, 'closeRemittance', { remittanceId: random.pick(open).id });
  };

  #reports: Duty = async authority => {
    const seen = await this.#see(authority, 'dailyReports', LIST_REPORTS);
    const all = seen?.dailyReports?.edges.map(({ node }) => node) ?? [];
    if (all.length === 0) return;
    const key = this.cast.caller.newKey('report');
    const reportId = this.cast.random.pick(all).id;
    await this.#ask(authority, 'sendDailyReport', SEND_REPORT, { idempotencyKey: key, reportId }, key);
  };

  #workList: Duty = async authority => {
    const seen = await this.#see(authority, 'workList', WORK_LIST);
    for (const { kind, transaction } of seen?.workList ?? []) {
      if (kind !== 'UNKNOWN_OUTCOME' || !transaction) continue;
      if (await this.isHeld(transaction.authorisation.rrn).catch(() => true)) continue;
      await this.#do(authority, 'resolveUnknown', { transactionId: transaction.id, reason: 'Told by telephone.' });
    }
  };

  async #do(authority: Authority, operation: Operation, about: Readonly<Record<string, string>>): Promise<void> {
    const key = this.cast.caller.newKey(operation);
    await this.#ask(authority, operation, OPERATIONS[operation], { idempotencyKey: key, ...about }, key);
  }

  async #ask(authority: Authority, operation: string, query: string, input: object, key: string): Promise<void> {
    const { caller, world } = this.cast;
    const { idempotencyKey: _, ...rest } = input as { readonly idempotencyKey?: string };
    const about = { shopId: this.standing.shop.id, ...rest };
    const answer = await caller.ask<Answer>({ operation, query, variables: { input }, authority, key, about });
    const { __typename = 'nothing', code } = answer?.[operation] ?? {};
    world.did(`${operation}: ${code ?? __typename}`);
  }

  #see(authority: Authority, operation: string, query: string): Promise<Seen | null> {
    return this.cast.caller.ask<Seen>({ operation, query, authority, about: { shopId: this.standing.shop.id } });
  }
}
