import { sql } from 'kysely';
import { SCOPES, type KeyCaller, type Scope } from '../core/caller.js';
import type { Recognised } from '../api/context.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import { KeptQuery } from '../database/kept-query.js';

export type RecognisedKey = Recognised & { readonly caller: KeyCaller };

/** The merchant key that this bearer token is, or nothing; without its shop. */
export async function recogniseKey(
  deps: Pick<Deps, 'sql' | 'vault'>,
  bearer: string,
): Promise<RecognisedKey | undefined> {
  const hash = hashOfKey(deps, bearer);
  return hash === undefined ? undefined : keyOfHash(deps.sql, hash, false);
}

/** Keys have 256 random bits: their plain hash is enough to find them. Undefined where the token is none. */
export function hashOfKey({ vault }: Pick<Deps, 'vault'>, bearer: string): string | undefined {
  return bearer.startsWith('sk_') ? vault.hash(bearer) : undefined;
}

/** With its shop where that is wanted: of its many columns a read needs none. */
export async function keyOfHash(database: Sql, hash: string, withShop: boolean): Promise<RecognisedKey | undefined> {
  if (!withShop) {
    const key = await KEY.row(database, { hash });
    return key && { caller: callerOf(key), shop: null };
  }
  const found = await KEY_AND_SHOP.row(database, { hash });
  if (!found) return undefined;
  const { key_id, scopes, created_by, ...shop } = found;
  return { caller: callerOf({ key_id, shop_id: shop.id, scopes, created_by }), shop };
}

const KEY = new KeptQuery((database, { hash }: { readonly hash: string }) =>
  liveKeys(database).select('shop_id').where('hash', '=', hash),
);

const KEY_AND_SHOP = new KeptQuery((database, { hash }: { readonly hash: string }) =>
  liveKeys(database)
    .innerJoin('shop', 'shop.id', 'shop_key.shop_id')
    .selectAll('shop')
    .where('shop_key.hash', '=', hash),
);

/** Of these keys those that are not revoked, and what they may by now. For what stays open, like sockets. */
export async function currentKeys(deps: Pick<Deps, 'sql'>, keyIds: readonly string[]): Promise<KeyCaller[]> {
  if (keyIds.length === 0) return [];
  const keys = await liveKeys(deps.sql)
    .select('shop_id')
    .where(sql<boolean>`id = any(${keyIds}::text[])`)
    .execute();
  return keys.map(callerOf);
}

function liveKeys(database: Sql) {
  return database
    .selectFrom('shop_key')
    .select(['shop_key.id as key_id', 'shop_key.scopes', 'shop_key.created_by'])
    .where('revoked_at', 'is', null);
}

function callerOf(key: {
  key_id: string;
  shop_id: string;
  scopes: readonly string[];
  created_by: string | null;
}): KeyCaller {
  const scopes = new Set(SCOPES.filter((scope): scope is Scope => key.scopes.includes(scope)));
  return { kind: 'KEY', shopId: key.shop_id, keyId: key.key_id, createdBy: key.created_by, scopes };
}
