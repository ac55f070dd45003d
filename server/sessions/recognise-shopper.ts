import { sql } from 'kysely';
import type { Caller, ShopperCaller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { findSessionByToken } from './load-session.js';

/** The shopper whose session this bearer token opens, or nothing. */
export async function recogniseShopper(deps: Pick<Deps, 'sql' | 'vault'>, bearer: string): Promise<Caller | undefined> {
  if (!bearer.startsWith('pst_')) return undefined;
  const session = await findSessionByToken(deps.sql, deps.vault.hash(bearer));
  return session && { kind: 'SHOPPER', shopId: session.shop_id, sessionId: session.id };
}

/** Of these sessions those that are still there. */
export async function currentShoppers(
  deps: Pick<Deps, 'sql'>,
  sessionIds: readonly string[],
): Promise<ShopperCaller[]> {
  if (sessionIds.length === 0) return [];
  const sessions = await deps.sql
    .selectFrom('payment_session')
    .select(['id', 'shop_id'])
    .where(sql<boolean>`id = any(${sessionIds}::text[])`)
    .execute();
  return sessions.map(session => ({ kind: 'SHOPPER', shopId: session.shop_id, sessionId: session.id }));
}
