/**
 * A test shop's own clock. It only goes forward; what becomes due on the way happens in due order, as if the time had passed.
 */
import { sql } from 'kysely';
import type { Actor } from './core/caller.js';
import { refuse } from './core/refusal.js';
import { addTime, DAY_ms } from './core/time.js';
import type { Deps } from './database/deps.js';
import { whileOthersAreQuicker, Writes } from './database/writes.js';
import { tell } from './notifications/tell.js';
import { WAIT_FOR_BANK_ms } from './reports/make-reports.js';
import { openReports } from './reports/open-report.js';
import { loadShop, nowAt, type ShopRow } from './shops/shop.js';
import { runDue } from './timetable.js';

/** A clock is moved by two years at most in one go: enough for a card to be forgotten, not for an endless walk. */
const FURTHEST_ms = 731 * DAY_ms;

export async function advanceTestClock(
  deps: Deps,
  shopId: string,
  actor: Actor,
  by: { bySeconds?: number; to?: Date },
): Promise<ShopRow> {
  const shop = await loadShop(deps.sql, shopId);
  if (shop.mode !== 'TEST') throw refuse('TEST_MODE_ONLY', 'Only the clock of a shop in test mode can be moved.');
  const now = nowAt(shop, deps.clock);
  const target = by.to ?? addTime(now, (by.bySeconds ?? 0) * 1000);
  if (target < now) throw refuse('INPUT_INVALID', `The clock only goes forward; it is ${now.toISOString()}.`, 'to');
  if (target.getTime() - now.getTime() > FURTHEST_ms)
    throw refuse('INPUT_INVALID', 'The clock moves by two years at most in one go.', 'to');
  // The day that is running begins before the clock is moved, or it would begin where the clock is moved to.
  await openReports(deps, shopId);
  if (target > now) await recordAdvance(deps, shopId, actor, target);
  for (;;) {
    const due = await nextDue(deps, shopId, target);
    await setClock(deps, shopId, due ?? target);
    await runDue(deps);
    if (due === null) return loadShop(deps.sql, shopId);
  }
}

/** Written before the clock is moved: in the log the cause stands before what comes of it. */
async function recordAdvance(deps: Deps, shopId: string, actor: Actor, to: Date): Promise<void> {
  await whileOthersAreQuicker(async () => {
    const shop = await loadShop(deps.sql, shopId);
    const sequence = shop.sequence + 1;
    const writes = new Writes();
    writes.update('shop', { id: shopId, sequence: shop.sequence }, { sequence });
    tell(writes, deps, {
      shopId,
      subject: 'SHOP',
      subjectId: shopId,
      transactionId: null,
      sequence,
      event: 'CLOCK_ADVANCED',
      from: 'ACTIVE',
      to: 'ACTIVE',
      amount: null,
      currency: null,
      actor,
      facts: { to: to.toISOString() },
      at: nowAt(shop, deps.clock),
    });
    await writes.commit(deps.sql);
  });
  deps.nudge('OUTBOX');
}

/** The first instant after the shop's now, and before the target, at which something becomes due. */
async function nextDue(deps: Deps, shopId: string, target: Date): Promise<Date | null> {
  const now = nowAt(await loadShop(deps.sql, shopId), deps.clock);
  const { rows } = await sql<{ due: Date | null }>`
    select min(due) as due from (
      select expires_at as due from payment_session where shop_id = ${shopId} and status = 'OPEN'
      union all select due_at from authentication where shop_id = ${shopId} and status <> 'ENDED'
      union all select due_at from remittance where shop_id = ${shopId} and status = 'OPEN'
      union all select validation_deadline from transaction where shop_id = ${shopId} and status = 'TO_VALIDATE'
      union all select authorisation_expires_at from transaction where shop_id = ${shopId} and status = 'TO_CAPTURE'
      union all select due_at from delivery where shop_id = ${shopId} and status = 'PENDING'
      union all select due_at from report_mail where shop_id = ${shopId} and status = 'PENDING'
      union all select unnest(array[until_at, until_at + ${WAIT_FOR_BANK_ms}::bigint * interval '1 millisecond'])
        from daily_report as day where shop_id = ${shopId} and status = 'OPEN'
        -- Over days in which nothing happens the clock goes without a stop: there may be hundreds.
        and exists (select from transaction where shop_id = ${shopId} and created_at >= day.from_at
          union all select from refund where shop_id = ${shopId} and created_at >= day.from_at)
    ) as soon where due > ${now} and due < ${target}`.execute(deps.sql);
  return rows[0]?.due ?? null;
}

async function setClock(deps: Deps, shopId: string, shown: Date): Promise<void> {
  const offset_ms = BigInt(shown.getTime() - deps.clock.now().getTime());
  const shop = await deps.sql
    .updateTable('shop')
    .set({ clock_offset_ms: sql<bigint>`greatest(clock_offset_ms, ${offset_ms})` })
    .where('id', '=', shopId)
    .where('mode', '=', 'TEST')
    .returning(['acceptor', 'clock_offset_ms'])
    .executeTakeFirstOrThrow();
  await deps.bankClock?.(shop.acceptor, shop.clock_offset_ms);
}
