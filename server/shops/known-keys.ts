import type { Recognised } from '../api/context.js';
import type { KeyCaller } from '../core/caller.js';
import { keepRecent } from '../core/keep-recent.js';
import type { Deps } from '../database/deps.js';
import { hashOfKey, keyOfHash, type RecognisedKey } from './recognise-key.js';

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
    const hash = hashOfKey(this.deps, bearer);
    if (hash === undefined) return undefined;
    const known = mayChange ? undefined : this.#known.get(hash);
    const reading = this.#read(hash, mayChange);
    if (!known) return reading;
    const confirmed = reading.then(
      found => found !== undefined && isAsBefore(found.caller, known),
      () => false,
    );
    return { caller: known, shop: null, confirmed };
  }

  async #read(hash: string, withShop: boolean): Promise<RecognisedKey | undefined> {
    const found = await keyOfHash(this.deps.sql, hash, withShop);
    if (found) keepRecent(this.#known, hash, found.caller, KEPT);
    else this.#known.delete(hash);
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
