/**
 * The list of a query as pages of it: newest first, as ids sort by time.
 */
import { sql, type SelectQueryBuilder } from 'kysely';
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

export async function countOf<Tables, From extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, From, Row>,
): Promise<number> {
  const rows = await query.select(sql<bigint>`count(*)`.as('count')).execute();
  return Number((rows[0] as { readonly count: bigint } | undefined)?.count);
}
