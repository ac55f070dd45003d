import { SCOPES, type Caller, type Scope } from '../core/caller.js';
import type { Deps } from '../database/deps.js';

/** The merchant key that this bearer token is, or nothing. Keys have 256 random bits: their plain hash is enough to find them. */
export async function recogniseKey(deps: Pick<Deps, 'sql' | 'vault'>, bearer: string): Promise<Caller | undefined> {
  if (!bearer.startsWith('sk_')) return undefined;
  const key = await deps.sql
    .selectFrom('shop_key')
    .select(['id', 'shop_id', 'scopes', 'created_by'])
    .where('hash', '=', deps.vault.hash(bearer))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!key) return undefined;
  const scopes = new Set(SCOPES.filter((scope): scope is Scope => key.scopes.includes(scope)));
  return { kind: 'KEY', shopId: key.shop_id, keyId: key.id, createdBy: key.created_by, scopes };
}
