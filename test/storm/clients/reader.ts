/** Somebody who follows the log over the live door, and moves from server to server as balancers have it: cut off, called away, back. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedScope } from '../evidence-live.js';
import type { Actor, Cast } from './actors.js';
import { FEED_CURSOR, FOLLOW } from './documents.js';
import { follow } from './live.js';
import { keyOf, type StormShop } from './world.js';

export interface SeenEvent {
  readonly cursor: string;
  readonly id: string;
  readonly sequence: number;
  readonly subjectId: string;
  readonly type: string;
  readonly to: string;
  readonly transaction: { readonly id: string };
}

/** The longest that somebody stays with one server. */
const STAY_ms = 15_000;

export async function cursorNow({ caller }: Cast, shop: StormShop): Promise<string | null> {
  const about = { shopId: shop.id };
  const told = await caller.ask<{ feedCursor: string }>({
    operation: 'feedCursor',
    query: FEED_CURSOR,
    authority: keyOf(shop),
    about,
  });
  return told?.feedCursor ?? null;
}

export class Reader implements Actor {
  readonly #scope: FeedScope;
  #cursor: string | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly cast: Cast,
    private readonly shop: StormShop,
    filter?: NonNullable<FeedScope['filter']>,
  ) {
    this.#scope = { shopId: shop.id, ...(filter ? { filter } : {}) };
  }

  async act(): Promise<void> {
    const { random, world } = this.cast;
    this.#cursor ??= await cursorNow(this.cast, this.shop);
    if (this.#cursor === null) return;
    const until = sleep(random.between(1_000, STAY_ms), undefined, { signal: world.over }).catch(() => undefined);
    await this.#follow(until, false);
  }

  /** Once more, until nothing has come for a while: the end of the log may be what this reader is not told of. */
  async catchUp(): Promise<void> {
    if (this.#cursor === null) return;
    const nothingMore = async () => {
      for (let before: string | null = null; before !== this.#cursor; await sleep(2_500)) before = this.#cursor;
    };
    await this.#follow(sleep(1_000).then(nothingMore), true);
  }

  async #follow(until: Promise<unknown>, caughtUp: boolean): Promise<void> {
    const { caller, random, world } = this.cast;
    const door = random.between(0, world.doors.length - 1);
    const server = `server-${door + 1}`;
    const reader = caller.name;
    await caller.note({ event: 'feed-opened', reader, scope: this.#scope, server, after: this.#cursor });
    const following = follow<{ transactionEvents: SeenEvent }>(
      {
        port: world.doors[door] ?? 0,
        authority: keyOf(this.shop),
        query: FOLLOW,
        variables: { after: this.#cursor, filter: this.#scope.filter ?? null },
      },
      ({ transactionEvents }) => this.#take(transactionEvents),
    );
    await Promise.race([until, following.ended]);
    await following.close();
    await this.#writing;
    await caller.note({ event: 'feed-closed', reader, server, ...(caughtUp ? { caughtUp } : {}) });
  }

  #take({ cursor, id, sequence, subjectId, type, to, transaction }: SeenEvent): void {
    const { caller, world } = this.cast;
    this.#cursor = cursor;
    world.did('events seen live');
    const about = { cursor, eventId: id, transactionId: transaction.id, sequence, subjectId, kind: type, status: to };
    const line = { event: 'feed', reader: caller.name, scope: this.#scope, ...about } as const;
    this.#writing = this.#writing.then(() => caller.note(line));
  }
}
