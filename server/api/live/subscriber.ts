/**
 * One operation of one socket: takes what its view has, at the pace at which its peer reads. To graphql-ws, which keeps its
 * life cycle, it is a stream that yields nothing and ends: payloads are written already and go past it.
 */
import type { Page, View } from './view.js';

/** Payloads that are handed on together, as long as they are not larger together. */
const TOGETHER_bytes = 64 * 1024;

export interface Outlet {
  /** Sends payloads, written already. What it answers resolves when the peer has read enough for more. */
  next(payloads: readonly Buffer[]): Promise<void> | undefined;
  /** Nothing more comes. */
  done(): void;
}

export class Subscriber implements AsyncGenerator<never, undefined> {
  readonly #ended: Promise<void>;
  #end!: () => void;
  #hasEnded = false;
  #hasBegun = false;
  #isWaiting = false;
  #leave: () => void = () => undefined;

  constructor(
    private view: (() => View) | null,
    private position: bigint,
    private readonly outlet: Outlet,
    private readonly onFailure: (error: unknown) => Promise<void>,
  ) {
    this.#ended = new Promise(resolve => {
      this.#end = resolve;
    });
  }

  async next(): Promise<IteratorResult<never, undefined>> {
    if (!this.#hasBegun && !this.#hasEnded) this.#begin();
    this.#hasBegun = true;
    await this.#ended;
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<never, undefined>> {
    if (!this.#hasEnded) {
      this.#hasEnded = true;
      this.outlet.done();
      this.#leave();
      this.#end();
    }
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

  #begin(): void {
    const view = this.view?.();
    // It knows all that the view was made from; thousands of them need not be kept.
    this.view = null;
    if (!view) return;
    const go = (): void => this.#go(view);
    this.#leave = view.join(go);
    go();
  }

  /** Goes on at once where nothing has to be waited for: with thousands of subscribers, each promise would count. */
  #go(view: View): void {
    while (!this.#isWaiting && !this.#hasEnded && view.isBehind(this.position)) {
      const page = view.read(this.position);
      const waiting = page instanceof Promise ? page.then(read => this.#send(read)) : this.#send(page);
      if (waiting) void this.#waitFor(waiting, view);
    }
  }

  async #waitFor(waiting: Promise<void>, view: View): Promise<void> {
    this.#isWaiting = true;
    await waiting.catch(error => this.onFailure(error));
    this.#isWaiting = false;
    this.#go(view);
  }

  /** Answers what is to be waited for, if anything is. */
  #send({ messages, upTo }: Page): Promise<void> | undefined {
    for (let from = 0; from < messages.length && !this.#hasEnded;) {
      const together = [];
      for (let bytes = 0; from < messages.length && bytes < TOGETHER_bytes; from++) {
        const message = messages[from];
        if (!message) break;
        together.push(message.payload);
        bytes += message.payload.length;
        this.position = message.position;
      }
      const unread = this.outlet.next(together);
      if (unread) return unread.then(() => this.#send({ messages: messages.slice(from), upTo }));
    }
    if (upTo > this.position && !this.#hasEnded) this.position = upTo;
    return undefined;
  }
}
