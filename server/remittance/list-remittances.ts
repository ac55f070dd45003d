/**
 * Remittances as they are shown: closed ones as they were written, open ones with what they would carry now.
 */
import { sql } from 'kysely';
import { countOf, newestFirst } from '../api/list.js';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import { WOULD_BE_CAPTURED, WOULD_BE_CREDITED } from './open-items.js';
import { openRemittances } from './open-remittance.js';
import { findRemittance, type RemittanceItemRow, type RemittanceRow } from './remittance.js';

/** Newest first, one more than asked. What has something to carry since a moment ago is opened first, to be seen. */
export async function listRemittances(deps: Deps, shopId: string, page: PageAsked): Promise<RemittanceRow[]> {
  await openRemittances(deps, shopId);
  const query = deps.sql.selectFrom('remittance').selectAll().where('shop_id', '=', shopId);
  const rows = await newestFirst(query, page).execute();
  return withContent(deps.sql, shopId, rows);
}

export async function countRemittances(database: Sql, shopId: string): Promise<number> {
  return countOf(database, database.selectFrom('remittance').where('shop_id', '=', shopId));
}

export async function showRemittance(deps: Deps, shopId: string, id: string): Promise<RemittanceRow | undefined> {
  const row = await findRemittance(deps.sql, shopId, id);
  return row && (await withContent(deps.sql, shopId, [row]))[0];
}

interface Content {
  readonly id: string;
  readonly debit_count: number;
  readonly debit_amount: string;
  readonly credit_count: number;
  readonly credit_amount: string;
}

/** What would travel if it closed now, counted as `carry.ts` takes it. */
async function withContent(database: Sql, shopId: string, rows: RemittanceRow[]): Promise<RemittanceRow[]> {
  if (rows.every(row => row.status !== 'OPEN')) return rows;
  const contents = await sql<Content>`
    select remittance.id, captures.*, refunds.* from remittance
    cross join lateral (
      select count(*)::integer as debit_count, coalesce(sum(to_capture), 0)::text as debit_amount from transaction
      where ${WOULD_BE_CAPTURED}) as captures
    cross join lateral (
      select count(*)::integer as credit_count, coalesce(sum(amount), 0)::text as credit_amount from refund
      where ${WOULD_BE_CREDITED}) as refunds
    where remittance.shop_id = ${shopId} and remittance.status = 'OPEN'`.execute(database);
  const byId = new Map(contents.rows.map(content => [content.id, content]));
  return rows.map(row => {
    const content = byId.get(row.id);
    if (!content) return row;
    const { debit_count, debit_amount, credit_count, credit_amount } = content;
    return {
      ...row,
      debit_count,
      debit_amount: BigInt(debit_amount),
      credit_count,
      credit_amount: BigInt(credit_amount),
    };
  });
}

/** The same page of the items of several remittances in one statement, each one more than asked. */
export async function listItems(
  database: Sql,
  remittanceIds: readonly string[],
  page: PageAsked,
): Promise<RemittanceItemRow[]> {
  const direction = page.forwards ? ('asc' as const) : ('desc' as const);
  let query = database
    .selectFrom('remittance_item')
    .selectAll()
    .select(item =>
      item.fn
        .agg<bigint>('row_number')
        .over(over => over.partitionBy('remittance_id').orderBy('id', direction))
        .as('place'),
    )
    .where('remittance_id', 'in', remittanceIds);
  if (page.after !== null) query = query.where('id', '>', page.after);
  if (page.before !== null) query = query.where('id', '<', page.before);
  return database
    .selectFrom(query.as('item'))
    .selectAll()
    .where('place', '<=', BigInt(page.size + 1))
    .orderBy('id', direction)
    .execute();
}

export async function countItems(database: Sql, remittanceId: string): Promise<number> {
  return countOf(database, database.selectFrom('remittance_item').where('remittance_id', '=', remittanceId));
}
