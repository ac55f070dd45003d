/**
 * The list of a query as pages of it: newest first, as ids sort by time.
 */
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Sql } from '../database/connection.js';
import type { PageAsked } from './page.js';

/** One more than asked: whether more follows is seen by it (`pageOf`). */
export function newestFirst<Tables, From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
  { after, before, forwards, size }: PageAsked,
): SelectQueryBuilder<Tables, From, Row> {
  let page = query;
  if (after !== null) page = page.where(sql<boolean>`id < ${after}`);
  if (before !== null) page = page.where(sql<boolean>`id > ${before}`);
  return page.orderBy(sql`id`, forwards ? 'desc' : 'asc').limit(size + 1);
}

/** Beyond it nobody pages to the end; and counting a million takes a hundred times as long as the list. */
export const COUNTED_MOST = 10_000;

/** How many there are, up to `COUNTED_MOST`. */
export async function countOf<Tables, From extends keyof Tables, Row>(
  database: Sql,
  query: SelectQueryBuilder<Tables, From, Row>,
): Promise<number> {
  const some = query.select(sql<number>`1`.as('one')).limit(COUNTED_MOST);
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from (${some}) as counted`.execute(database);
  return Number(rows[0]?.count);
}
