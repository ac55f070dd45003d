/** Somebody for whom the days cannot pass quickly enough. */
import type { Actor, Cast } from './actors.js';
import { ADVANCE_CLOCK } from './documents.js';
import { keyOf, type StormShop } from './world.js';

const MINUTE_s = 60;
const HOUR_s = 60 * MINUTE_s;
const DAY_s = 24 * HOUR_s;

interface Moved {
  readonly advanceTestClock?: { readonly __typename: string };
}

export class ClockMover implements Actor {
  constructor(
    private readonly cast: Cast,
    private readonly shop: StormShop,
    private readonly moved: (shop: string, by_s: number) => void,
  ) {}

  async act(): Promise<void> {
    const { cast, shop } = this;
    const { caller, random } = cast;
    const bySeconds = random.weighted([
      [4, random.between(1, 15 * MINUTE_s)],
      [4, random.between(HOUR_s, 6 * HOUR_s)],
      [6, DAY_s],
      [1, 8 * DAY_s],
    ]);
    // Asked once: each asking moves it as far again, and a day that could not be ended is ended by the next.
    const heard = await caller.askOnce<Moved>({
      operation: 'advanceTestClock',
      query: ADVANCE_CLOCK,
      variables: { input: { bySeconds } },
      authority: keyOf(shop),
      about: { shopId: shop.id, bySeconds },
      most_ms: 60_000,
    });
    if (heard?.data?.advanceTestClock?.__typename === 'TestClock') this.moved(shop.id, bySeconds);
  }
}
