import type { Brand } from '../core/card.js';
import type { TransactionStatus } from '../core/transaction.js';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { TransactionRow } from './transaction.js';

export interface WhichTransactions {
  readonly shopId: string;
  readonly statuses: readonly TransactionStatus[] | null;
  readonly brands: readonly Brand[] | null;
  readonly orderId: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
}

/** In the order asked, one more than asked. Ids sort as transactions began. */
export async function listTransactions(
  database: Sql,
  which: WhichTransactions,
  page: PageAsked,
  newestFirst: boolean,
): Promise<TransactionRow[]> {
  const [onwards, backwards] = newestFirst ? (['<', '>'] as const) : (['>', '<'] as const);
  let query = matching(database, which).selectAll();
  if (page.after !== null) query = query.where('id', onwards, page.after);
  if (page.before !== null) query = query.where('id', backwards, page.before);
  return query
    .orderBy('id', newestFirst === page.forwards ? 'desc' : 'asc')
    .limit(page.size + 1)
    .execute();
}

export async function countTransactions(database: Sql, which: WhichTransactions): Promise<number> {
  const { count } = await matching(database, which)
    .select(all => all.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function matching(database: Sql, which: WhichTransactions) {
  let query = database.selectFrom('transaction').where('shop_id', '=', which.shopId);
  if (which.statuses) query = query.where('status', 'in', which.statuses);
  if (which.brands) query = query.where('brand', 'in', which.brands);
  if (which.orderId !== null) query = query.where('order_id', '=', which.orderId);
  if (which.from) query = query.where('created_at', '>=', which.from);
  if (which.until) query = query.where('created_at', '<', which.until);
  return query;
}
