import { addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';

const KEPT_days = 30;
const AT_A_TIME = 5_000;

/** Idempotency keys are kept for thirty days of real time. */
export async function forgetKeys(deps: Deps): Promise<number> {
  const done = await deps.sql
    .deleteFrom('idempotency')
    .where(row =>
      row(
        row.refTuple('shop_id', 'scope', 'key'),
        'in',
        row
          .selectFrom('idempotency')
          .select(['shop_id', 'scope', 'key'])
          .where('created_at', '<', addTime(deps.clock.now(), -KEPT_days * DAY_ms))
          .limit(AT_A_TIME)
          .$asTuple('shop_id', 'scope', 'key'),
      ),
    )
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
