/**
 * The end of the log, followed by one reader per process, however many sockets wait for what comes. It is woken when the
 * sequencer notifies and looks every second as well: a notification that is lost only delays.
 *
 * For shops that somebody follows it keeps the newest rows, so that they are read once; whoever is further behind reads
 * pages from the database. Positions are given to committed events only and in order (decisions/0002-one-log.md), so
 * that "everything after this position" is never more than what was seen and what comes.
 */
import { sql } from 'kysely';
import type { Log, Timers } from '../core/ports.js';
import type { Sql } from './connection.js';
import { feedRows, lastPosition, type FeedRow } from './feed-rows.js';

const EVERY_ms = 1_000;
const ROWS_AT_A_TIME = 1_000;
/** Rows of one shop that are kept. */
const ROWS_KEPT = 1_000;

export interface FeedPage {
  readonly rows: readonly FeedRow[];
  /** Nothing of this shop up to here is missing on the page. */
  readonly upTo: bigint;
  /** Reads that belong to these rows, shared by all who show them. */
  readonly loaders: Map<string, unknown>;
}

interface Followed {
  /** Every row after this position, up to the head, is kept. */
  floor: bigint;
  rows: FeedRow[];
  loaders: Map<string, unknown>;
  readonly wakes: Set<() => void>;
}

export class FeedTail {
  readonly #shops = new Map<string, Followed>();
  #head = 0n;
  #running: Promise<void> | null = null;
  #stopped = false;
  #woken = false;
  #rouse: () => void = () => undefined;

  constructor(
    private readonly database: Sql,
    private readonly timers: Timers,
    private readonly log: Log,
  ) {}

  /** The newest position that was seen. */
  get head(): bigint {
    return this.#head;
  }

  /** Before anybody follows: what is there already has been seen. */
  async start(): Promise<void> {
    this.#head = await lastPosition(this.database);
    this.#running = this.#loop();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rouse();
    await this.#running;
  }

  readonly wake = (): void => {
    this.#woken = true;
    this.#rouse();
  };

  /** Calls back whenever something came of this shop; the returned function ends it. */
  follow(shopId: string, wake: () => void): () => void {
    const shop = this.#shops.get(shopId) ?? { floor: this.#head, rows: [], loaders: new Map(), wakes: new Set() };
    this.#shops.set(shopId, shop);
    shop.wakes.add(wake);
    return () => {
      shop.wakes.delete(wake);
      if (shop.wakes.size === 0 && this.#shops.get(shopId) === shop) this.#shops.delete(shopId);
    };
  }

  /** Rows of a followed shop after this position; null for whoever is further behind than what is kept. */
  kept(shopId: string, after: bigint): FeedPage | null {
    const shop = this.#shops.get(shopId);
    if (!shop || after < shop.floor) return null;
    const from = shop.rows.findLastIndex(({ position }) => position <= after) + 1;
    return { rows: shop.rows.slice(from), upTo: this.#head, loaders: shop.loaders };
  }

  async page(shopId: string, after: bigint, most: number): Promise<FeedPage> {
    const kept = this.kept(shopId, after);
    if (kept) return kept;
    // What was seen at the head before is certainly visible to a statement that begins now.
    const seen = this.#head;
    const rows = await feedRows(this.database)
      .where('feed.shop_id', '=', shopId)
      .where('feed.position', '>', after)
      .limit(most)
      .execute();
    const last = rows.at(-1)?.position ?? after;
    return { rows, upTo: rows.length < most && seen > last ? seen : last, loaders: new Map() };
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      this.#woken = false;
      const more = await this.#look().catch((error: unknown) => {
        this.log.error('feed: the end could not be read', { error });
        return false;
      });
      if (!more && !this.#woken && !this.#stopped) await this.#wait();
    }
  }

  #wait(): Promise<void> {
    return new Promise(resolve => {
      const callOff = this.timers.after(EVERY_ms, resolve);
      this.#rouse = () => {
        callOff();
        resolve();
      };
    });
  }

  /** Takes what came since; answers whether there is more. */
  async #look(): Promise<boolean> {
    const last = await lastPosition(this.database);
    if (last === this.#head) return false;
    const shopIds = [...this.#shops.keys()];
    const rows = shopIds.length === 0 ? [] : await this.#rowsOf(shopIds, last);
    const isWhole = rows.length < ROWS_AT_A_TIME;
    this.#take(new Set(shopIds), rows, isWhole ? last : (rows.at(-1)?.position ?? last));
    return !isWhole;
  }

  #rowsOf(shopIds: readonly string[], last: bigint): Promise<FeedRow[]> {
    return (
      feedRows(this.database)
        .where('feed.position', '>', this.#head)
        .where('feed.position', '<=', last)
        // An array, so that the statement is the same however many there are, and is planned once.
        .where(sql<boolean>`feed.shop_id = any(${shopIds}::text[])`)
        .limit(ROWS_AT_A_TIME)
        .execute()
    );
  }

  #take(asked: ReadonlySet<string>, rows: readonly FeedRow[], upTo: bigint): void {
    this.#head = upTo;
    const byShop = Map.groupBy(rows, row => row.shop_id);
    for (const [shopId, shop] of this.#shops) {
      const own = byShop.get(shopId) ?? [];
      if (!asked.has(shopId)) {
        // Followed only since the question was put: of what came meanwhile nothing is kept.
        Object.assign(shop, { floor: upTo, rows: [] });
      } else if (own.length > 0) {
        const all = [...shop.rows, ...own];
        const gone = all.slice(0, Math.max(0, all.length - ROWS_KEPT));
        Object.assign(shop, { floor: gone.at(-1)?.position ?? shop.floor, rows: all.slice(gone.length) });
        shop.loaders = new Map();
      } else continue;
      for (const wake of shop.wakes) wake();
    }
  }
}
