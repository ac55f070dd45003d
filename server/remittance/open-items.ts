/**
 * What an open remittance would carry if it closed now, by the conditions of `carry.ts`. Nothing of it is settled before that:
 * each stands under its own id, and may still be cancelled, held or joined by others.
 */
import { sql } from 'kysely';
import type { PageAsked } from '../api/page.js';
import type { Sql } from '../database/connection.js';
import type { RemittanceItemRow } from './remittance.js';

export const WOULD_BE_CAPTURED = sql<boolean>`
  transaction.shop_id = remittance.shop_id and transaction.currency = remittance.currency
  and transaction.status = 'TO_CAPTURE' and transaction.held_because is null
  and transaction.capture_day <= remittance.business_day and transaction.authorisation_expires_at > remittance.due_at`;

export const WOULD_BE_CREDITED = sql<boolean>`
  refund.shop_id = remittance.shop_id and refund.currency = remittance.currency and refund.status = 'TO_CREDIT'`;

/** The same page of several open remittances in one statement, each one more than asked; refunds before captures. */
export async function listOpenItems(
  database: Sql,
  remittanceIds: readonly string[],
  page: PageAsked,
): Promise<RemittanceItemRow[]> {
  const direction = page.forwards ? sql`asc` : sql`desc`;
  const { rows } = await sql<RemittanceItemRow>`
    with waiting as (
      select transaction.id, transaction.shop_id, remittance.id as remittance_id, 'CAPTURE' as kind,
        transaction.id as transaction_id, null::text as refund_id, transaction.to_capture as amount,
        transaction.currency, transaction.created_at, transaction.updated_at
      from remittance join transaction on ${WOULD_BE_CAPTURED}
      where remittance.id = any(${[...remittanceIds]}) and remittance.status = 'OPEN'
      union all
      select refund.id, refund.shop_id, remittance.id, 'REFUND',
        refund.transaction_id, refund.id, refund.amount,
        refund.currency, refund.created_at, refund.updated_at
      from remittance join refund on ${WOULD_BE_CREDITED}
      where remittance.id = any(${[...remittanceIds]}) and remittance.status = 'OPEN'
    ), placed as (
      select waiting.*, 'PENDING' as status, null::text as response_code,
        row_number() over (partition by remittance_id order by id ${direction}) as place
      from waiting
      where (${page.after}::text is null or id > ${page.after}) and (${page.before}::text is null or id < ${page.before})
    )
    select * from placed where place <= ${page.size + 1} order by id ${direction}`.execute(database);
  return rows;
}
