/** Those who follow, validate, cancel and refund: members in the till, and merchants' servers with a key. */
import type { Actor, Cast } from './actors.js';
import type { Authority, Question } from './caller.js';
import { LIST_TRANSACTIONS, OPERATIONS, SEE_TRANSACTION, type Operation } from './documents.js';
import type { StormShop } from './world.js';

interface Amounts {
  readonly amounts: Readonly<Record<'toValidate' | 'toCapture' | 'captured' | 'refunded', { readonly amount: number }>>;
}

export interface SeenTransaction extends Amounts {
  readonly id: string;
  readonly status: string;
}

interface Listed {
  readonly transactions: { readonly edges: readonly { readonly node: SeenTransaction }[] };
}

/** What is worth trying in a state; the house says no where it is not possible. */
const FITTING: Readonly<Record<string, readonly Operation[]>> = {
  TO_VALIDATE: ['validateTransaction', 'validateTransaction', 'cancelTransaction', 'reverseTransaction'],
  TO_CAPTURE: ['cancelTransaction', 'reverseTransaction', 'holdCapture', 'releaseCapture'],
  TO_AUTHORISE: ['cancelTransaction', 'reverseTransaction'],
  CAPTURED: ['refundTransaction', 'refundTransaction', 'refundTransaction', 'reverseTransaction'],
};
const ANY = ['validateTransaction', 'cancelTransaction', 'refundTransaction', 'reverseTransaction'] as const;

export const ALL = Object.keys(OPERATIONS) as readonly Operation[];
/** Of an operator (the table of rights). */
export const OF_OPERATOR: readonly Operation[] = ['cancelTransaction', 'refundTransaction', 'reverseTransaction'];

export interface Standing {
  readonly shop: StormShop;
  /** What they may do; of the rest they try one now and then. */
  readonly may: readonly Operation[];
  /** Who it is now; asked for anew before everything. */
  readonly authority: () => Promise<Authority | null>;
}

export class Staff implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly standing: Standing,
  ) {}

  async act(): Promise<void> {
    const { random } = this.cast;
    const authority = await this.standing.authority();
    if (!authority) return;
    const status = random.pick([...Object.keys(FITTING), 'CAPTURED', 'TO_VALIDATE', null]);
    const listed = await this.#list(authority, status);
    if (listed.length === 0) return;
    const one = random.pick(listed);
    if (random.chance(0.3)) await this.#look(authority, one.id);
    const fitting = random.chance(0.9) ? (FITTING[one.status] ?? ANY) : ANY;
    const allowed = fitting.filter(each => this.standing.may.includes(each) || random.chance(0.02));
    if (allowed.length > 0) await this.#operate(authority, random.pick(allowed), one);
  }

  async #list(authority: Authority, status: string | null): Promise<SeenTransaction[]> {
    const { random, caller } = this.cast;
    const filter = status === null ? {} : { filter: { status: [status] } };
    const orderBy = random.pick(['NEWEST_FIRST', 'OLDEST_FIRST']);
    const heard = await caller.ask<Listed>({
      operation: 'transactions',
      query: LIST_TRANSACTIONS,
      variables: { first: 20, orderBy, ...filter },
      authority,
      about: { shopId: this.standing.shop.id },
    });
    return heard?.transactions.edges.map(({ node }) => node) ?? [];
  }

  async #look(authority: Authority, id: string): Promise<void> {
    const about = { shopId: this.standing.shop.id, transactionId: id };
    await this.cast.caller.ask({
      operation: 'transaction',
      query: SEE_TRANSACTION,
      variables: { id },
      authority,
      about,
    });
  }

  /** Alone, twice at once under one key, or while a colleague has the same idea. */
  async #operate(authority: Authority, operation: Operation, one: SeenTransaction): Promise<void> {
    const { caller, random, world } = this.cast;
    const question = this.#question(authority, operation, one);
    const way = random.weighted<'once' | 'twice' | 'against a colleague'>([
      [12, 'once'],
      [2, 'twice'],
      [2, 'against a colleague'],
    ]);
    const others = { once: [], twice: [question], 'against a colleague': [this.#question(authority, operation, one)] };
    const answers = await Promise.all(
      [question, ...others[way]].map(each =>
        caller.ask<Record<string, { readonly __typename: string; readonly code?: string }>>(each),
      ),
    );
    for (const answer of answers) {
      const { __typename = 'nothing', code } = answer?.[operation] ?? {};
      world.did(`${operation}: ${code ?? __typename}`);
    }
  }

  #question(authority: Authority, operation: Operation, one: SeenTransaction): Question {
    const { caller } = this.cast;
    const key = caller.newKey(operation);
    const takesAmount = !operation.endsWith('Capture');
    const amount = takesAmount ? this.#amount(operation, one) : null;
    const input = { idempotencyKey: key, transactionId: one.id, ...(amount === null ? {} : { amount }) };
    const about = { shopId: this.standing.shop.id, transactionId: one.id, ...(amount === null ? {} : { amount }) };
    return { operation, query: OPERATIONS[operation], variables: { input }, authority, key, about };
  }

  /** All of it, a part, or a little more than there is. */
  #amount(operation: Operation, { amounts }: SeenTransaction): number | null {
    const { random } = this.cast;
    const { toValidate, toCapture, captured, refunded } = amounts;
    const open = toValidate.amount + toCapture.amount;
    const most = operation === 'refundTransaction' || open === 0 ? captured.amount - refunded.amount : open;
    if (most <= 0 || random.chance(0.5)) return null;
    return random.chance(0.1) ? most + 1 : random.between(1, most);
  }
}
