import { sql } from 'kysely';
import { MINUTE_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { StaleError } from '../database/writes.js';
import { loadShop, type ShopRow } from '../shops/shop.js';
import { loadTransaction, type TransactionRow } from './transaction.js';

const AT_A_TIME = 200;

/** What the clock of the shop of a row shows. */
const SHOP_NOW = (deps: Deps) =>
  sql<Date>`(${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond')`;

function among(deps: Deps) {
  return deps.sql
    .selectFrom('transaction')
    .innerJoin('shop', 'shop.id', 'transaction.shop_id')
    .select('transaction.id')
    .limit(AT_A_TIME);
}

/** Authorisations that have ended while their capture still waits. */
export async function findLapsed(deps: Deps): Promise<string[]> {
  const rows = among(deps)
    .where('transaction.status', '=', 'TO_CAPTURE')
    .where('transaction.authorisation_expires_at', '<=', SHOP_NOW(deps))
    .orderBy('transaction.authorisation_expires_at');
  return (await rows.execute()).map(row => row.id);
}

export async function findNotValidated(deps: Deps): Promise<string[]> {
  const rows = among(deps)
    .where('transaction.status', '=', 'TO_VALIDATE')
    .where('transaction.validation_deadline', '<=', SHOP_NOW(deps))
    .orderBy('transaction.validation_deadline');
  return (await rows.execute()).map(row => row.id);
}

/** How long after one try, by the shop's clock, the next one waits. */
const TRY_AGAIN_AFTER_ms = 15 * MINUTE_ms;

/** Captures that may have come to their day by any calendar, are held by nobody and were not asked for a moment ago. */
export async function findToAuthorise(deps: Deps): Promise<string[]> {
  const rows = among(deps)
    .where('transaction.status', '=', 'TO_AUTHORISE')
    .where('transaction.held_because', 'is', null)
    .where('transaction.capture_day', '<=', sql<string>`(${SHOP_NOW(deps)} at time zone shop.time_zone)::date + 1`)
    .where(
      'transaction.transmitted_at',
      '<=',
      sql<Date>`${SHOP_NOW(deps)} - ${TRY_AGAIN_AFTER_ms} * interval '1 millisecond'`,
    )
    .orderBy('transaction.capture_day');
  return (await rows.execute()).map(row => row.id);
}

/** Under way at the same time, so that one silent question does not hold up the others. */
const AT_ONCE = 10;

/** Lets `change` have each of them; what others were quicker at is theirs. Answers how many changed. */
export async function changeEach(
  deps: Deps,
  ids: readonly string[],
  change: (shop: ShopRow, transaction: TransactionRow) => Promise<boolean>,
): Promise<number> {
  let changed = 0;
  const changeOne = async (id: string) => {
    try {
      const transaction = await loadTransaction(deps.sql, id);
      if (await change(await loadShop(deps.sql, transaction.shop_id), transaction)) changed += 1;
    } catch (error) {
      if (!(error instanceof StaleError)) deps.log.error('timetable: a transaction was not changed', { error, id });
    }
  };
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await Promise.all(ids.slice(start, start + AT_ONCE).map(changeOne));
  if (changed > 0) {
    deps.nudge('OUTBOX');
    deps.nudge('EXCHANGES');
  }
  return changed;
}
