import { countOf, newestFirst } from '../api/list.js';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { SessionRow } from './session.js';

export interface WhichSessions {
  readonly shopId: string;
  readonly orderId: string | null;
}

/** Newest first, one more than asked. Ids sort as sessions were opened. */
export async function listSessions(database: Sql, which: WhichSessions, page: PageAsked): Promise<SessionRow[]> {
  return newestFirst(matching(database, which).selectAll(), page).execute();
}

export async function countSessions(database: Sql, which: WhichSessions): Promise<number> {
  return countOf(database, matching(database, which));
}

function matching(database: Sql, { shopId, orderId }: WhichSessions) {
  const query = database.selectFrom('payment_session').where('shop_id', '=', shopId);
  return orderId === null ? query : query.where('order_id', '=', orderId);
}
