import type { Caller } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { findSessionByToken } from './load-session.js';

/** The shopper whose session this bearer token opens, or nothing. */
export async function recogniseShopper(deps: Pick<Deps, 'sql' | 'vault'>, bearer: string): Promise<Caller | undefined> {
  if (!bearer.startsWith('pst_')) return undefined;
  const session = await findSessionByToken(deps.sql, deps.vault.hash(bearer));
  return session && { kind: 'SHOPPER', shopId: session.shop_id, sessionId: session.id };
}
