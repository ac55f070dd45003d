import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { SessionRow } from './session.js';

export interface WhichSessions {
  readonly shopId: string;
  readonly orderId: string | null;
}

/** Newest first, one more than asked. Ids sort as sessions were opened. */
export async function listSessions(database: Sql, which: WhichSessions, page: PageAsked): Promise<SessionRow[]> {
  let query = matching(database, which).selectAll();
  if (page.after !== null) query = query.where('id', '<', page.after);
  if (page.before !== null) query = query.where('id', '>', page.before);
  return query
    .orderBy('id', page.forwards ? 'desc' : 'asc')
    .limit(page.size + 1)
    .execute();
}

export async function countSessions(database: Sql, which: WhichSessions): Promise<number> {
  const { count } = await matching(database, which)
    .select(all => all.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function matching(database: Sql, { shopId, orderId }: WhichSessions) {
  const query = database.selectFrom('payment_session').where('shop_id', '=', shopId);
  return orderId === null ? query : query.where('order_id', '=', orderId);
}
