/** Somebody who has left a checkout's page open and gone: it shows what becomes of the order, to the end, and nobody pays it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Cast } from './actors.js';
import { CheckoutPage } from './checkout-page.js';
import { giveUpOrder, openOrder } from './merchant.js';

/** What comes of a change is shown by then; the live door looks every second by itself. */
const SHOWN_MOST_ms = 10_000;

export class Window implements Actor {
  #page: CheckoutPage | null = null;

  constructor(private readonly cast: Cast) {}

  async act(): Promise<void> {
    const { random } = this.cast;
    if (this.#page === null) {
      const order = await openOrder(this.cast);
      if (!order) return;
      this.#page = new CheckoutPage(this.cast, order);
    }
    const page = this.#page;
    if (random.chance(0.02)) await giveUpOrder(this.cast, page.order);
    const shown = await page.next(1_000);
    if (shown === null || !hasEnded(page)) return;
    await page.close(false);
    this.#page = null;
  }

  /** In quiet nothing is cut off: what is still open has shown the end of its order, or never will. */
  async catchUp(): Promise<void> {
    const page = this.#page;
    if (page === null) return;
    for (let waited_ms = 0; waited_ms < SHOWN_MOST_ms && page.isOpen && !hasEnded(page); waited_ms += 250)
      await sleep(250);
    await page.close(true);
  }
}

const ENDS: ReadonlySet<string | undefined> = new Set(['PAID', 'REFUSED', 'CANCELLED', 'EXPIRED']);

function hasEnded({ shown }: CheckoutPage): boolean {
  return ENDS.has(shown?.status);
}
