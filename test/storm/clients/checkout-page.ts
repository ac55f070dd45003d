/**
 * The checkout's page of one session as it follows it (`checkoutChanged`): it is told where things stand, at once and whenever they
 * change; cut off, it comes back, at either server.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cast } from './actors.js';
import { FOLLOW_CHECKOUT } from './documents.js';
import { follow, type Following } from './live.js';
import type { Order } from './merchant.js';
import type { SeenCheckout } from './shopper.js';
import { withoutSecrets } from './without-secrets.js';
import { bearer } from './world.js';

interface Shown {
  readonly checkoutChanged: SeenCheckout;
}

/** Its connection, and what it has shown. */
interface Connection {
  readonly name: string;
  readonly following: Following;
  hasEnded: boolean;
}

export class CheckoutPage {
  #connection: Connection | null = null;
  #connections = 0;
  #shown: SeenCheckout | null = null;
  #fresh: SeenCheckout | null = null;
  #wake: () => void = () => undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly cast: Cast,
    readonly order: Order,
  ) {}

  /** The last that it showed; null while it has not. */
  get shown(): SeenCheckout | null {
    return this.#shown;
  }

  get isOpen(): boolean {
    return this.#connection !== null && !this.#connection.hasEnded;
  }

  /** Anew, where it was cut off. */
  async open(): Promise<void> {
    if (this.isOpen) return;
    await this.close(false);
    const { caller, random, world } = this.cast;
    const { shop, sessionId, token } = this.order;
    const door = random.between(0, world.doors.length - 1);
    this.#connections += 1;
    const name = `${sessionId} ${this.#connections}`;
    const about = { shopId: shop.id, sessionId, server: `server-${door + 1}` };
    await caller.note({ event: 'page-opened', page: name, ...about });
    const port = world.doors[door] ?? 0;
    const authority = bearer(token);
    const following = follow<Shown>({ port, authority, query: FOLLOW_CHECKOUT }, data => this.#take(name, data));
    const connection: Connection = { name, following, hasEnded: false };
    this.#connection = connection;
    void this.#noticeEnd(connection);
  }

  /** What it shows next, or shows already and nobody has looked at; null when nothing comes in that time. */
  async next(most_ms: number): Promise<SeenCheckout | null> {
    await this.open();
    if (this.#fresh === null) {
      const woken = new Promise<void>(resolve => {
        this.#wake = resolve;
      });
      await Promise.race([woken, sleep(most_ms, undefined, { signal: this.cast.world.over }).catch(() => undefined)]);
    }
    const fresh = this.#fresh;
    this.#fresh = null;
    return fresh;
  }

  /** What it showed until now has been seen. */
  forget(): void {
    this.#fresh = null;
  }

  /** `caughtUp`: it stood open in quiet, and has shown whatever there was to show. */
  async close(caughtUp: boolean): Promise<void> {
    const connection = this.#connection;
    if (!connection) return;
    this.#connection = null;
    const isWhole = caughtUp && !connection.hasEnded;
    await connection.following.close();
    await this.#writing;
    const end = { event: 'page-closed', page: connection.name } as const;
    await this.cast.caller.note({ ...end, ...(isWhole ? { caughtUp: true } : {}) });
  }

  async #noticeEnd(connection: Connection): Promise<void> {
    await connection.following.ended;
    connection.hasEnded = true;
    this.#wake();
  }

  #take(page: string, data: Shown): void {
    const { caller, world } = this.cast;
    this.#shown = this.#fresh = data.checkoutChanged;
    world.did('checkouts shown live');
    const answer = withoutSecrets(data) as Readonly<Record<string, unknown>>;
    this.#writing = this.#writing.then(() => caller.note({ event: 'page-shown', page, answer }));
    this.#wake();
  }
}
