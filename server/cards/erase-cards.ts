import { sql } from 'kysely';
import { CARD_KEPT_months } from '../core/deadlines.js';
import type { Deps } from '../database/deps.js';

const AT_A_TIME = 500;

/**
 * Erases card numbers that nobody needs any more: of payments that came to nothing, once the session has ended and the last
 * reversal is acknowledged; of captured ones, after their time. What remains is what may be shown.
 */
export async function eraseCards(deps: Deps): Promise<number> {
  const done = await sql`
    update card set sealed_number = null, sealed_key_id = null where id in (
      select card.id from card join shop on shop.id = card.shop_id
      where card.sealed_number is not null
        and not exists (
          select from transaction join payment_session on payment_session.id = transaction.session_id
          where transaction.card_id = card.id and (
            payment_session.status in ('OPEN', 'PROCESSING')
            or transaction.status in ('AUTHENTICATING', 'AUTHORISING', 'UNKNOWN', 'TO_REVIEW', 'TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE', 'REMITTING')
            or (transaction.status = 'CAPTURED' and transaction.updated_at
                > ${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond' - ${CARD_KEPT_months} * interval '1 month')
            or exists (select from exchange where exchange.transaction_id = transaction.id and exchange.status = 'PENDING')))
      limit ${AT_A_TIME})`.execute(deps.sql);
  return Number(done.numAffectedRows ?? 0n);
}
