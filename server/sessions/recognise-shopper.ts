import { sql } from 'kysely';
import type { Recognised } from '../api/context.js';
import type { ShopperCaller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { KeptQuery } from '../database/kept-query.js';

/** The shopper whose session this bearer token opens, with the shop, or nothing. */
export async function recogniseShopper(
  deps: Pick<Deps, 'sql' | 'vault'>,
  bearer: string,
): Promise<Recognised | undefined> {
  if (!bearer.startsWith('pst_')) return undefined;
  const found = await SESSION_AND_SHOP.row(deps.sql, { hash: deps.vault.hash(bearer) });
  if (!found) return undefined;
  const { session_id: sessionId, ...shop } = found;
  return { caller: { kind: 'SHOPPER', shopId: shop.id, sessionId }, shop };
}

const SESSION_AND_SHOP = new KeptQuery((database, { hash }: { readonly hash: string }) =>
  database
    .selectFrom('payment_session')
    .innerJoin('shop', 'shop.id', 'payment_session.shop_id')
    .select('payment_session.id as session_id')
    .selectAll('shop')
    .where('payment_session.token_hash', '=', hash),
);

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
