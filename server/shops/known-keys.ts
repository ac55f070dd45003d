import type { Recognised } from '../api/context.js';
import type { KeyCaller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { recogniseKey, type RecognisedKey } from './recognise-key.js';

/** The least recently seen goes first; then its next read takes two round trips again. */
const KEPT = 10_000;

/**
 * The keys that were seen lately, as they were then. What a key asks for again and what changes nothing is looked up while the key itself is
 * read: one round trip instead of two. Nothing is believed of what is kept here: before that read has confirmed it, no answer leaves.
 */
export class KnownKeys {
  readonly #known = new Map<string, KeyCaller>();

  constructor(private readonly deps: Pick<Deps, 'sql' | 'vault'>) {}

  async recognise(bearer: string, mayChange: boolean): Promise<Recognised | undefined> {
    const hash = this.deps.vault.hash(bearer);
    const known = mayChange ? undefined : this.#known.get(hash);
    const reading = this.#read(bearer, hash, mayChange);
    if (!known) return reading;
    const confirmed = reading.then(
      found => found !== undefined && isAsBefore(found.caller, known),
      () => false,
    );
    return { caller: known, shop: null, confirmed };
  }

  async #read(bearer: string, hash: string, withShop: boolean): Promise<RecognisedKey | undefined> {
    const found = await recogniseKey(this.deps, bearer, withShop);
    this.#known.delete(hash);
    if (found) this.#known.set(hash, found.caller);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
    return found;
  }
}

function isAsBefore(now: KeyCaller, before: KeyCaller): boolean {
  return (
    now.keyId === before.keyId &&
    now.shopId === before.shopId &&
    now.createdBy === before.createdBy &&
    now.scopes.size === before.scopes.size &&
    [...now.scopes].every(scope => before.scopes.has(scope))
  );
}
