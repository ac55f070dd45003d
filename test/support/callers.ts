/**
 * Everybody who may stand before the door, each with the bearer token he sends.
 */
import { randomBytes } from 'node:crypto';
import { SCOPES, type Scope } from '../../server/core/caller.js';
import { newId } from '../../server/core/identifiers.js';
import type { House } from './house.js';

/** A key of a shop with these scopes. */
export async function createKey(
  house: House,
  shopId: string,
  scopes: readonly Scope[],
  revoked = false,
): Promise<string> {
  const { deps } = house.server.app;
  const key = `sk_test_${randomBytes(32).toString('base64url')}`;
  await deps.sql
    .insertInto('shop_key')
    .values({
      id: newId('key', deps),
      shop_id: shopId,
      name: scopes.join(' ') || 'none',
      hash: deps.vault.hash(key),
      scopes: [...scopes],
      created_by: null,
      created_at: deps.clock.now(),
      revoked_at: revoked ? deps.clock.now() : null,
      sequence: 1,
    })
    .execute();
  return key;
}

/** One key per scope, each with that scope alone. */
export async function keysOfOneScope(house: House, shopId: string): Promise<ReadonlyMap<Scope, string>> {
  const keys = await Promise.all(SCOPES.map(async scope => [scope, await createKey(house, shopId, [scope])] as const));
  return new Map(keys);
}

/** Tokens that open nothing: absent, nonsense, truncated, of the wrong kind. */
export async function nobodies(house: House, shopId: string): Promise<ReadonlyMap<string, string | null>> {
  const key = await createKey(house, shopId, SCOPES);
  return new Map([
    ['nobody', null],
    ['a made-up key', `sk_test_${randomBytes(32).toString('base64url')}`],
    ['a key without its end', key.slice(0, -1)],
    ['a key with something behind it', `${key}x`],
    ['a key in capitals', key.toUpperCase()],
    ['a revoked key', await createKey(house, shopId, SCOPES, true)],
    ['a made-up session token', `pst_${randomBytes(32).toString('base64url')}`],
    ['the hash of a key', house.server.app.deps.vault.hash(key)],
    ['an injection', `sk_test_'or'1'='1`],
  ]);
}
