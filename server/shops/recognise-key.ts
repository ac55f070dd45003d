import { sql } from 'kysely';
import { SCOPES, type Caller, type KeyCaller, type Scope } from '../core/caller.js';
import type { Deps } from '../database/deps.js';

/** The merchant key that this bearer token is, or nothing. Keys have 256 random bits: their plain hash is enough to find them. */
export async function recogniseKey(deps: Pick<Deps, 'sql' | 'vault'>, bearer: string): Promise<Caller | undefined> {
  if (!bearer.startsWith('sk_')) return undefined;
  const key = await liveKeys(deps).where('hash', '=', deps.vault.hash(bearer)).executeTakeFirst();
  return key && callerOf(key);
}

/** Of these keys those that are not revoked, and what they may by now. For what stays open, like sockets. */
export async function currentKeys(deps: Pick<Deps, 'sql'>, keyIds: readonly string[]): Promise<KeyCaller[]> {
  if (keyIds.length === 0) return [];
  const keys = await liveKeys(deps)
    .where(sql<boolean>`id = any(${keyIds}::text[])`)
    .execute();
  return keys.map(callerOf);
}

function liveKeys(deps: Pick<Deps, 'sql'>) {
  return deps.sql
    .selectFrom('shop_key')
    .select(['id', 'shop_id', 'scopes', 'created_by'])
    .where('revoked_at', 'is', null);
}

function callerOf(key: {
  id: string;
  shop_id: string;
  scopes: readonly string[];
  created_by: string | null;
}): KeyCaller {
  const scopes = new Set(SCOPES.filter((scope): scope is Scope => key.scopes.includes(scope)));
  return { kind: 'KEY', shopId: key.shop_id, keyId: key.id, createdBy: key.created_by, scopes };
}
