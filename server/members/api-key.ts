/**
 * Keys of a merchant's servers: made, shown once, revoked. Two may live while one replaces the other.
 */
import type { Selectable } from 'kysely';
import { actorOf, SCOPES, type MemberCaller, type Scope } from '../core/caller.js';
import { requireText } from '../core/free-text.js';
import { newId } from '../core/identifiers.js';
import { refuse } from '../core/refusal.js';
import { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { ShopKeyTable } from '../database/tables.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { tell, type Happening } from '../notifications/tell.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';

export type KeyRow = Selectable<ShopKeyTable>;

export interface CreatedKey {
  /** Shown once: only its hash is kept. */
  readonly key: Secret;
  readonly row: KeyRow;
}

export function newKey(deps: Pick<Deps, 'random'>, mode: ShopRow['mode']): Secret {
  return new Secret(`sk_${mode.toLowerCase()}_${Buffer.from(deps.random.bytes(32)).toString('base64url')}`);
}

export async function createApiKey(
  deps: Deps,
  caller: MemberCaller,
  asked: { readonly name: string; readonly scopes: readonly string[] },
): Promise<CreatedKey> {
  const name = requireText(asked.name, { path: 'name', max: 100 });
  const scopes = requireScopes(asked.scopes);
  const shop = await loadShop(deps.sql, caller.shopId);
  const key = newKey(deps, shop.mode);
  const row: KeyRow = {
    id: newId('key', deps),
    shop_id: shop.id,
    name,
    hash: deps.vault.hash(key.reveal()),
    scopes,
    created_by: caller.memberId,
    sequence: 1,
    created_at: deps.clock.now(),
    revoked_at: null,
  };
  const writes = new Writes();
  writes.insert('shop_key', row);
  tell(writes, deps, {
    ...happeningOf(row, caller),
    event: 'CREATED',
    from: 'NEW',
    to: 'ACTIVE',
    facts: { scopes },
    at: nowAt(shop, deps.clock),
  });
  await writes.commit(deps.sql);
  deps.nudge('OUTBOX');
  return { key, row };
}

/** Counts from the next request on. One that is revoked already is answered as it is. */
export async function revokeApiKey(deps: Deps, caller: MemberCaller, keyId: string): Promise<KeyRow> {
  const shop = await loadShop(deps.sql, caller.shopId);
  return whileOthersAreQuicker(async () => {
    const row = await keysOf(deps, caller.shopId).where('id', '=', keyId).executeTakeFirst();
    if (!row) throw refuse('NOT_FOUND', 'There is no such key.', 'keyId');
    if (row.revoked_at !== null) return row;
    const revoked = { ...row, sequence: row.sequence + 1, revoked_at: deps.clock.now() };
    const writes = new Writes();
    const { id, sequence } = row;
    writes.update('shop_key', { id, sequence }, { sequence: revoked.sequence, revoked_at: revoked.revoked_at });
    tell(writes, deps, {
      ...happeningOf(revoked, caller),
      event: 'REVOKED',
      from: 'ACTIVE',
      to: 'REVOKED',
      at: nowAt(shop, deps.clock),
    });
    await writes.commit(deps.sql);
    deps.nudge('OUTBOX');
    return revoked;
  });
}

/** The newest first. */
export async function listApiKeys(deps: Deps, shopId: string, most: number): Promise<KeyRow[]> {
  return keysOf(deps, shopId).orderBy('id', 'desc').limit(most).execute();
}

function keysOf(deps: Deps, shopId: string) {
  return deps.sql.selectFrom('shop_key').selectAll().where('shop_id', '=', shopId);
}

function requireScopes(asked: readonly string[]): Scope[] {
  const known = SCOPES.filter(scope => asked.includes(scope));
  if (known.length > 0 && asked.every(scope => known.some(one => one === scope))) return known;
  throw refuse('INPUT_INVALID', `Scopes are one or more of ${SCOPES.join(', ')}.`, 'scopes');
}

type KeyHappening = Omit<Happening, 'event' | 'from' | 'to' | 'at'>;

function happeningOf(row: KeyRow, caller: MemberCaller): KeyHappening {
  return {
    shopId: row.shop_id,
    subject: 'KEY',
    subjectId: row.id,
    transactionId: null,
    sequence: row.sequence,
    amount: null,
    currency: null,
    actor: actorOf(caller),
  };
}
