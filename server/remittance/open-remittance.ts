import { sql } from 'kysely';
import { businessDayOf, cutOffOf } from '../core/business-day.js';
import { THE_TILL } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Deps } from '../database/deps.js';
import { violatedKey, Writes } from '../database/writes.js';
import { cutOffOfShop, loadShop, nowAt } from '../shops/shop.js';
import { recordNewRemittance } from './remittance.js';

/**
 * Opens the remittances that are needed: of each shop and currency that has something to remit, now or later, and no open
 * one. The first one begins with the business day of the oldest thing it has to carry.
 */
export async function openRemittances(deps: Deps, shopId?: string): Promise<void> {
  for (const needed of await findNeeded(deps, shopId)) await ensureOpenRemittance(deps, needed);
}

interface Needed {
  readonly shop_id: string;
  readonly currency: string;
  /** The first business day on which a capture is to travel, and when the first refund was to be credited. */
  readonly first_day: string | null;
  readonly first_credit_at: Date | null;
}

async function findNeeded(deps: Deps, shopId: string | undefined): Promise<readonly Needed[]> {
  const ofShop = shopId === undefined ? sql`` : sql`and content.shop_id = ${shopId}`;
  const { rows } = await sql<Needed>`
    select shop_id, currency, min(first_day) as first_day, min(first_credit_at) as first_credit_at from (
      select shop_id, currency, capture_day as first_day, null::timestamptz as first_credit_at
        from transaction where status = 'TO_CAPTURE' and held_because is null
      union all
      select shop_id, currency, null, updated_at from refund where status = 'TO_CREDIT'
    ) content
    where not exists (select from remittance
      where remittance.shop_id = content.shop_id and remittance.currency = content.currency and remittance.status = 'OPEN')
      ${ofShop}
    group by shop_id, currency`.execute(deps.sql);
  return rows;
}

async function ensureOpenRemittance(deps: Deps, needed: Needed): Promise<void> {
  const shop = await loadShop(deps.sql, needed.shop_id);
  const cutOff = cutOffOfShop(shop);
  const now = nowAt(shop, deps.clock);
  const days = [businessDayOf(now, cutOff)];
  if (needed.first_day !== null) days.push(needed.first_day);
  if (needed.first_credit_at !== null) days.push(businessDayOf(needed.first_credit_at, cutOff));
  const business_day = days.reduce((one, other) => (one < other ? one : other));
  const { last } = await deps.sql
    .selectFrom('remittance')
    .select(all => all.fn.max('number').as('last'))
    .where('shop_id', '=', shop.id)
    .where('currency', '=', needed.currency)
    .executeTakeFirstOrThrow();
  const writes = new Writes();
  const opened = {
    id: newId('remittance', deps),
    shop_id: shop.id,
    currency: needed.currency,
    number: (last ?? 0) + 1,
    business_day,
    due_at: cutOffOf(business_day, cutOff),
  };
  recordNewRemittance(writes, deps, opened, { event: 'OPENED', actor: THE_TILL, at: now });
  try {
    await writes.commit(deps.sql);
  } catch (error) {
    // Somebody else has just opened it: all the better.
    if (violatedKey(error) === undefined) throw error;
  }
}
