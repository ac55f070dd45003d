import { sql } from 'kysely';
import { CARD_KEPT_months, LATE_ANSWER_ms } from '../core/deadlines.js';
import { addTime } from '../core/time.js';
import type { Deps } from '../database/deps.js';

const AT_A_TIME = 500;

/** An approval that comes late is reversed, which takes the number. Twice, since no two machines' clocks agree. */
const LATE_ms = 2 * LATE_ANSWER_ms;

/**
 * Erases card numbers that nobody needs any more: of payments that came to nothing, once the session has ended, the last reversal is
 * acknowledged and no late answer can start another; of captured ones, after their time. What remains is what may be shown.
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
            or exists (select from exchange where exchange.transaction_id = transaction.id and (
              exchange.status = 'PENDING' or exchange.created_at > ${addTime(deps.clock.now(), -LATE_ms)}))))
      limit ${AT_A_TIME})`.execute(deps.sql);
  return Number(done.numAffectedRows ?? 0n);
}
