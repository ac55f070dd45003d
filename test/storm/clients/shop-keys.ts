/** The keys of a shop's servers: two while one takes the other's place, and then each of them is used in turn. */
export interface ShopKey {
  /** Null of the one that was made with the shop: it was shown without its id. */
  readonly id: string | null;
  readonly key: string;
}

export class ShopKeys {
  #live: readonly ShopKey[];
  #turn = 0;

  constructor(first: string) {
    this.#live = [{ id: null, key: first }];
  }

  next(): string {
    this.#turn += 1;
    const one = this.#live[this.#turn % this.#live.length];
    if (!one) throw new RangeError('The shop has no key.');
    return one.key;
  }

  add(key: ShopKey): void {
    this.#live = [...this.#live, key];
  }

  /** The oldest, which nobody uses from now on; null while there is no other. */
  retire(): ShopKey | null {
    const [oldest, ...others] = this.#live;
    if (!oldest || others.length === 0) return null;
    this.#live = others;
    return oldest;
  }
}
