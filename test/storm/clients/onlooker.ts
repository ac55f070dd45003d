/** Somebody who looks at whatever there is in a shop; and, where an id of another shop came into his hands, at what is not his. */
import type { Actor, Cast } from './actors.js';
import type { Authority } from './caller.js';
import {
  LIST_REMITTANCES,
  LIST_SESSIONS,
  LIST_TRANSACTIONS,
  OPERATIONS,
  RETURN_SECRET,
  SEE_NODE,
  SEE_REFUND,
  SEE_REMITTANCE,
  SEE_SESSION,
  SEE_TRANSACTION,
} from './documents.js';
import type { Standing } from './staff.js';

const LISTS = [
  ['paymentSessions', LIST_SESSIONS],
  ['transactions', LIST_TRANSACTIONS],
  ['remittances', LIST_REMITTANCES],
] as const;

/** By what its id begins with, which is also how `node` is asked for it. */
const ONE = {
  ps: ['paymentSession', SEE_SESSION],
  txn: ['transaction', SEE_TRANSACTION],
  ref: ['refund', SEE_REFUND],
  rem: ['remittance', SEE_REMITTANCE],
} as const;
type Kind = keyof typeof ONE;

const kindOf = (id: string): Kind | null => {
  const kind = id.slice(0, id.indexOf('_'));
  return kind in ONE ? (kind as Kind) : null;
};

/** Ids that somebody has seen, by the shop that they belong to. */
export class Noticed {
  readonly #ids = new Map<string, string[]>();

  add(shopId: string, ids: readonly string[]): void {
    this.#ids.set(shopId, [...(this.#ids.get(shopId) ?? []), ...ids].slice(-MOST));
  }

  ofShop(shopId: string): readonly string[] {
    return this.#ids.get(shopId) ?? [];
  }

  ofOthers(shopId: string): readonly string[] {
    return [...this.#ids].flatMap(([id, noticed]) => (id === shopId ? [] : noticed));
  }
}

const MOST = 200;

export class Onlooker implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly standing: Standing,
    private readonly noticed: Noticed,
  ) {}

  async act(): Promise<void> {
    const { random } = this.cast;
    const { shop } = this.standing;
    const authority = await this.standing.authority();
    if (!authority) return;
    const [operation, query] = random.pick(LISTS);
    const variables = { first: 20, orderBy: random.pick(['NEWEST_FIRST', 'OLDEST_FIRST']) };
    this.noticed.add(shop.id, idsIn(await this.#ask(authority, operation, query, variables)));
    const own = this.noticed.ofShop(shop.id);
    if (own.length > 0) await this.#lookAt(authority, random.pick(own), {});
    const others = this.noticed.ofOthers(shop.id);
    if (others.length > 0 && random.chance(0.3)) await this.#meddle(authority, random.pick(others));
    if (random.chance(0.05)) await this.#ask(authority, 'returnSecret', RETURN_SECRET);
  }

  async #lookAt(authority: Authority, id: string, about: object): Promise<unknown> {
    const kind = kindOf(id);
    if (!kind) return null;
    const [operation, query] = this.cast.random.chance(0.5) ? (['node', SEE_NODE[kind]] as const) : ONE[kind];
    return this.#ask(authority, operation, query, { id }, about);
  }

  /** What is another's looks like what is not there, and cannot be touched. */
  async #meddle(authority: Authority, id: string): Promise<void> {
    const { caller, random, world } = this.cast;
    const about = { foreign: id };
    const shown = await this.#lookAt(authority, id, about);
    world.did(`others' things looked at: ${isNothing(shown) ? 'nothing' : 'shown'}`);
    if (!id.startsWith('txn_')) return;
    const operation = random.pick(['validateTransaction', 'cancelTransaction', 'refundTransaction'] as const);
    const key = caller.newKey(operation);
    await caller.ask({
      operation,
      query: OPERATIONS[operation],
      variables: { input: { idempotencyKey: key, transactionId: id } },
      authority,
      key,
      about: { shopId: this.standing.shop.id, ...about },
    });
  }

  #ask(authority: Authority, operation: string, query: string, variables = {}, about = {}): Promise<unknown> {
    const whose = { shopId: this.standing.shop.id, ...about };
    return this.cast.caller.ask({ operation, query, variables, authority, about: whose });
  }
}

function isNothing(answer: unknown): boolean {
  return Object.values((answer ?? {}) as object).every(value => value === null);
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (value === null || typeof value !== 'object') return [];
  const { id } = value as { readonly id?: unknown };
  const inner = Object.values(value).flatMap(idsIn);
  return typeof id === 'string' && kindOf(id) ? [id, ...inner] : inner;
}
