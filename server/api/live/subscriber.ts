/**
 * One operation of one socket: takes what its view has, at the pace at which its peer reads. To graphql-ws, which keeps its
 * life cycle, it is a stream that yields nothing and ends: payloads are written already and go past it.
 */
import type { View } from './view.js';

export interface Outlet {
  /** Sends the payload, written already. What it answers resolves when the peer has read enough for more. */
  next(text: string): Promise<void> | undefined;
  /** Nothing more comes. */
  done(): void;
}

export class Subscriber implements AsyncGenerator<never, undefined> {
  readonly #ended: Promise<void>;
  #end!: () => void;
  #hasEnded = false;
  #hasBegun = false;
  #wake: () => void = () => undefined;

  constructor(
    private readonly view: () => View,
    private position: bigint,
    private readonly outlet: Outlet,
    private readonly onFailure: (error: unknown) => Promise<void>,
  ) {
    this.#ended = new Promise(resolve => {
      this.#end = resolve;
    });
  }

  async next(): Promise<IteratorResult<never, undefined>> {
    if (!this.#hasBegun && !this.#hasEnded) void this.#run();
    this.#hasBegun = true;
    await this.#ended;
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<never, undefined>> {
    this.#hasEnded = true;
    this.outlet.done();
    this.#end();
    this.#wake();
    return Promise.resolve({ done: true, value: undefined });
  }

  throw(): Promise<IteratorResult<never, undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.return().then(() => undefined);
  }

  async #run(): Promise<void> {
    const view = this.view();
    const leave = view.join(() => this.#wake());
    while (!this.#hasEnded) {
      try {
        await this.#take(view);
      } catch (error) {
        await this.onFailure(error);
      }
    }
    leave();
  }

  async #take(view: View): Promise<void> {
    const page = view.read(this.position);
    const { messages, upTo } = page instanceof Promise ? await page : page;
    for (const { position, text } of messages) {
      if (this.#hasEnded) return;
      const unread = this.outlet.next(text);
      this.position = position;
      if (unread) await unread;
    }
    if (upTo > this.position) this.position = upTo;
    if (!view.isBehind(this.position) && !this.#hasEnded) await this.#woken();
  }

  #woken(): Promise<void> {
    return new Promise(resolve => {
      this.#wake = resolve;
    });
  }
}
