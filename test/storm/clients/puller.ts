/** A merchant's server that asks for the log page by page, at whichever server. */
import type { FeedScope } from '../evidence-live.js';
import type { Actor, Cast } from './actors.js';
import { EVENTS } from './documents.js';
import { cursorNow, type SeenEvent } from './reader.js';
import { keyOf, type StormShop } from './world.js';

interface Page {
  readonly events: { readonly edges: readonly { readonly cursor: string; readonly node: Omit<SeenEvent, 'cursor'> }[] };
}

export class Puller implements Actor {
  readonly #scope: FeedScope;
  #cursor: string | null = null;

  constructor(
    private readonly cast: Cast,
    private readonly shop: StormShop,
  ) {
    this.#scope = { shopId: shop.id };
  }

  async act(): Promise<void> {
    const { caller } = this.cast;
    const reader = caller.name;
    if (this.#cursor === null) {
      this.#cursor = await cursorNow(this.cast, this.shop);
      await caller.note({ event: 'feed-opened', reader, scope: this.#scope, server: 'any', after: this.#cursor });
    }
    await this.#page();
  }

  async catchUp(): Promise<void> {
    if (this.#cursor === null) return;
    while ((await this.#page()) > 0);
    await this.cast.caller.note({ event: 'feed-closed', reader: this.cast.caller.name, server: 'any', caughtUp: true });
  }

  async #page(): Promise<number> {
    const { caller, random, world } = this.cast;
    const first = random.between(1, 50);
    const page = await caller.ask<Page>({
      operation: 'events',
      query: EVENTS,
      variables: { after: this.#cursor, first },
      authority: keyOf(this.shop),
      about: { shopId: this.shop.id, after: this.#cursor, first },
    });
    const edges = page?.events.edges ?? [];
    for (const { cursor, node } of edges) {
      const { id: eventId, sequence, subjectId, type: kind, to: status, transaction } = node;
      const about = { cursor, eventId, transactionId: transaction.id, sequence, subjectId, kind, status };
      await caller.note({ event: 'feed', reader: caller.name, scope: this.#scope, ...about });
      this.#cursor = cursor;
      world.did('events pulled');
    }
    return edges.length;
  }
}
