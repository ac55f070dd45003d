/**
 * Closing a remittance: at the shop's cut-off, or before it by a person's word. What it carries, its totals and the next open
 * remittance are written in one database transaction under the lock of its row.
 */
import { sql, type Transaction } from 'kysely';
import { claimKey, keepAnswer, once, SHOP_SCOPE, type KeyClaim } from '../api/idempotency.js';
import { cutOffOf } from '../core/business-day.js';
import { THE_TILL, type Actor } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import { refuse } from '../core/refusal.js';
import { addDays } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import type { Tables } from '../database/tables.js';
import { whileOthersAreQuicker, Writes } from '../database/writes.js';
import { cutOffOfShop, loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { carry, type Closing, type Totals } from './carry.js';
import { openRemittances } from './open-remittance.js';
import {
  findRemittance,
  loadRemittance,
  recordNewRemittance,
  recordRemittance,
  type RemittanceRow,
} from './remittance.js';

export interface CloseInput {
  readonly idempotencyKey: string;
  readonly remittanceId: string;
}

/** Close now. Refusals: `NOT_FOUND`, `ACTION_NOT_POSSIBLE` unless it is open, `NOTHING_TO_REMIT`. */
export async function closeRemittance(
  deps: Deps,
  shopId: string,
  actor: Actor,
  { idempotencyKey: key, remittanceId }: CloseInput,
): Promise<RemittanceRow> {
  const input = { remittanceId };
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation: 'closeRemittance', key, input });
  return once(
    deps,
    claim,
    async () => {
      const shop = await loadShop(deps.sql, shopId);
      if (!(await findRemittance(deps.sql, shopId, remittanceId)))
        throw refuse('NOT_FOUND', 'There is no such remittance.', 'remittanceId');
      return closeUnderLock(deps, shop, remittanceId, { actor, claim });
    },
    id => loadRemittance(deps.sql, id),
  );
}

/** Closes what is due by each shop's own clock, in the order of the cut-offs. Answers how many closed. */
export async function closeDueRemittances(deps: Deps): Promise<number> {
  await openRemittances(deps);
  const failed = new Set<string>();
  let closed = 0;
  for (;;) {
    // The next remittance of a shop whose worker was away for days is due at once, too.
    const due = (await findDue(deps)).filter(({ id }) => !failed.has(id));
    if (due.length === 0) return closed;
    for (const { id, shop_id } of due) {
      try {
        const shop = await loadShop(deps.sql, shop_id);
        const row = await whileOthersAreQuicker(() => closeUnderLock(deps, shop, id, null));
        if (row.status !== 'OPEN') closed += 1;
      } catch (error) {
        // It stays open, and due; the other shops' remittances do not wait for it.
        deps.log.error('remittance: could not be closed', { error, remittance: id });
        failed.add(id);
      }
    }
  }
}

function findDue(deps: Deps) {
  return deps.sql
    .selectFrom('remittance')
    .innerJoin('shop', 'shop.id', 'remittance.shop_id')
    .select(['remittance.id', 'remittance.shop_id'])
    .where('remittance.status', '=', 'OPEN')
    .where(
      'remittance.due_at',
      '<=',
      sql<Date>`${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond'`,
    )
    .orderBy('remittance.due_at')
    .execute();
}

/** A person who closes it now, and the key of the request; null when the cut-off does. */
interface OnDemand {
  readonly actor: Actor;
  readonly claim: KeyClaim;
}

async function closeUnderLock(
  deps: Deps,
  shop: ShopRow,
  remittanceId: string,
  onDemand: OnDemand | null,
): Promise<RemittanceRow> {
  const row = await deps.sql.transaction().execute(async unit => {
    const locked = await unit
      .selectFrom('remittance')
      .selectAll()
      .where('id', '=', remittanceId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (locked.status === 'OPEN') return closeOrMoveOn(deps, unit, shop, locked, onDemand);
    if (onDemand) throw refuse('ACTION_NOT_POSSIBLE', 'It is closed already.', 'remittanceId');
    return locked;
  });
  deps.nudge('OUTBOX');
  deps.nudge('EXCHANGES');
  return row;
}

/** With nothing in it at its cut-off, a remittance stays open for the next business day. */
async function closeOrMoveOn(
  deps: Deps,
  unit: Transaction<Tables>,
  shop: ShopRow,
  locked: RemittanceRow,
  onDemand: OnDemand | null,
): Promise<RemittanceRow> {
  const now = nowAt(shop, deps.clock);
  let open = locked;
  for (; open.due_at <= now; open = nextDay(shop, open)) {
    const closing: Closing = { at: open.due_at, actor: THE_TILL, due: true };
    const totals = await carry(deps, unit, open, closing);
    if (holdsSomething(totals)) return finish(deps, unit, shop, open, closing, totals, onDemand?.claim);
  }
  if (onDemand) {
    const closing: Closing = { at: now, actor: onDemand.actor, due: false };
    const totals = await carry(deps, unit, open, closing);
    if (!holdsSomething(totals)) throw refuse('NOTHING_TO_REMIT', 'The open remittance holds nothing.', 'remittanceId');
    return finish(deps, unit, shop, open, closing, totals, onDemand.claim);
  }
  const { business_day, due_at } = open;
  await unit.updateTable('remittance').set({ business_day, due_at }).where('id', '=', open.id).execute();
  return open;
}

function nextDay(shop: ShopRow, open: RemittanceRow): RemittanceRow {
  const business_day = addDays(open.business_day, 1);
  return { ...open, business_day, due_at: cutOffOf(business_day, cutOffOfShop(shop)) };
}

function holdsSomething(totals: Totals): boolean {
  return totals.debit_count + totals.credit_count > 0;
}

async function finish(
  deps: Deps,
  unit: Transaction<Tables>,
  shop: ShopRow,
  open: RemittanceRow,
  { at, actor, due }: Closing,
  totals: Totals,
  claim: KeyClaim | undefined,
): Promise<RemittanceRow> {
  const writes = new Writes();
  const closed = recordRemittance(
    writes,
    deps,
    open,
    [{ event: 'CLOSED', actor, at, facts: { debits: totals.debit_count, credits: totals.credit_count } }],
    {
      ...totals,
      business_day: open.business_day,
      due_at: open.due_at,
      closed_at: at,
      closed_by_kind: actor.kind,
      closed_by_id: actor.id,
    },
  );
  if (claim) keepAnswer(writes, deps, claim, 'REMITTANCE', open.id);
  await writes.commit(unit);
  // The next one in a statement of its own: the unique key of the open one would meet both rows in one.
  const following = due ? nextDay(shop, open) : open;
  const opening = new Writes();
  recordNewRemittance(
    opening,
    deps,
    {
      id: newId('remittance', deps),
      shop_id: open.shop_id,
      currency: open.currency,
      number: open.number + 1,
      business_day: following.business_day,
      due_at: following.due_at,
    },
    { event: 'OPENED', actor: THE_TILL, at },
  );
  await opening.commit(unit);
  return closed;
}
