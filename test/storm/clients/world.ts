/** What the clients of a storm share: the shops they deal with, and whether it is still on. */
import type { Lines } from '../lines.js';
import type { Cards } from '../cards.js';
import type { HookSecrets } from '../hook-secrets.js';
import type { Random } from '../random.js';
import type { Authority } from './caller.js';
import type { ShopKeys } from './shop-keys.js';

export interface Person {
  readonly profile: 'VIEWER' | 'OPERATOR' | 'ACCOUNTANT';
  readonly email: string;
  readonly password: string;
}

export interface StormShop {
  readonly id: string;
  readonly acceptor: string;
  readonly keys: ShopKeys;
  readonly timeZone: string;
  readonly currencies: readonly string[];
  readonly people: readonly Person[];
}

export interface World {
  readonly shops: readonly StormShop[];
  readonly cards: Cards;
  readonly random: Random;
  readonly publicUrl: string;
  /** The ports of the doors clients call. */
  readonly doors: readonly number[];
  readonly internalToken: string;
  /** What merchants' servers verify with. */
  readonly hookSecrets: HookSecrets;
  readonly linesOf: (client: string) => Promise<Lines>;
  /** Work that was done, by what it was. */
  readonly did: (what: string) => void;
  /** A question that never got a final answer. */
  readonly gaveUp: (what: string) => void;
  /** Once aborted, nobody begins anything new. */
  readonly over: AbortSignal;
}

/** Who has nothing to show yet. */
export const NOBODY: Authority = () => ({});

export const bearer = (token: string): Authority => {
  const headers = { authorization: `Bearer ${token}` };
  return () => headers;
};
/** With one of its keys, and with the other next time. */
export const keyOf =
  ({ keys }: StormShop): Authority =>
  () => ({ authorization: `Bearer ${keys.next()}` });
