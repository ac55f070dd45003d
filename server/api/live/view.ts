/**
 * What all subscribers with the same rights, document and variables see. Each payload is executed and written once,
 * however many they are; the newest are kept, so that each takes them at its own pace, and whoever is further behind reads
 * pages of its own until it has caught up. Positions alone decide what comes next: nothing is missed or doubled.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Source, SourcePage } from './followed.js';
import { Turns } from './turns.js';

/** Payloads kept at most, and their bytes together. */
const MESSAGES_KEPT = 500;
const BYTES_KEPT = 4 * 1024 * 1024;
const WOKEN_AT_ONCE = 200;

export interface Message {
  readonly position: bigint;
  /** As it is sent, in UTF-8. */
  readonly payload: Buffer;
}

export interface Page {
  readonly messages: readonly Message[];
  readonly upTo: bigint;
}

/** Writes payloads down; together, so that what they need is read together. */
export type Perform = (page: SourcePage<unknown>) => Promise<Message[]>;

export class View {
  readonly #subscribers = new Set<() => void>();
  readonly #pages = new Map<bigint, Promise<Page>>();
  /** Where payloads tell how things stand: one is made after the other. */
  readonly #oneByOne = new Turns(1);
  #unfollow: () => void = () => undefined;
  #messages: Message[] = [];
  #bytes = 0;
  /** Every message after this, up to the head, is kept. */
  #floor: bigint;
  #head: bigint;
  #advancing = false;

  constructor(
    private readonly source: Source<unknown>,
    private readonly perform: Perform,
    /** For reading what is no longer kept, shared with other views: who is behind must not hold up who pays. */
    private readonly behind: Turns,
    private readonly events: {
      readonly failed: (error: unknown, again: () => void) => void;
      /** The last subscriber has left; nobody joins it any more. */
      readonly left: () => void;
    },
  ) {
    this.#floor = this.#head = source.head();
  }

  /** Calls back when there is more to read; the returned function ends it. */
  join(wake: () => void): () => void {
    if (this.#subscribers.size === 0) this.#unfollow = this.source.follow(() => void this.#advance());
    this.#subscribers.add(wake);
    return () => {
      this.#subscribers.delete(wake);
      if (this.#subscribers.size > 0) return;
      this.#unfollow();
      this.events.left();
    };
  }

  isBehind(position: bigint): boolean {
    return position < this.#head;
  }

  /** What comes after this position, or some of it. */
  read(after: bigint): Page | Promise<Page> {
    if (after >= this.#floor) {
      const from = this.#messages.findLastIndex(({ position }) => position <= after) + 1;
      return { messages: this.#messages.slice(from), upTo: this.#head };
    }
    // A page that was begun before somebody came may tell of a time before.
    if (this.source.isOfNow) return this.behind.take(() => this.#perform(after));
    // Many who were cut off together come back with the same cursor: one reads for all of them.
    const known = this.#pages.get(after);
    if (known) return known;
    const page = this.behind.take(() => this.#perform(after)).finally(() => this.#pages.delete(after));
    this.#pages.set(after, page);
    return page;
  }

  #perform(after: bigint): Promise<Page> {
    return this.source.isOfNow ? this.#oneByOne.take(() => this.#make(after)) : this.#make(after);
  }

  async #make(after: bigint): Promise<Page> {
    const page = await this.source.page(after);
    return { messages: await this.perform(page), upTo: page.upTo };
  }

  async #advance(): Promise<void> {
    if (this.#advancing) return;
    this.#advancing = true;
    try {
      while (this.#subscribers.size > 0 && this.source.head() > this.#head) {
        const { messages, upTo } = await this.#perform(this.#head);
        this.#keep(messages);
        this.#head = upTo;
        await this.#wakeAll();
      }
    } catch (error) {
      // Nothing is lost: the head stands where it stood, and the next try begins there.
      this.events.failed(error, () => void this.#advance());
    } finally {
      this.#advancing = false;
    }
  }

  /** Whoever pays is let in between: thousands of sockets are written to one by one. */
  async #wakeAll(): Promise<void> {
    let woken = 0;
    for (const wake of this.#subscribers) {
      if (woken > 0 && woken % WOKEN_AT_ONCE === 0) await othersTurn();
      wake();
      woken += 1;
    }
  }

  #keep(messages: readonly Message[]): void {
    this.#messages.push(...messages);
    this.#bytes += messages.reduce((sum, { payload }) => sum + payload.length, 0);
    let gone = 0;
    while (this.#messages.length - gone > MESSAGES_KEPT || this.#bytes > BYTES_KEPT) {
      const message = this.#messages[gone];
      if (!message) break;
      this.#bytes -= message.payload.length;
      this.#floor = message.position;
      gone += 1;
    }
    this.#messages.splice(0, gone);
  }
}
