/**
 * The claim of a remittance: the messages of all its items are written down, with their numbers, before the first is sent.
 */
import { THE_TILL } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import type { Stan } from '../database/stans.js';
import { StaleError, Writes } from '../database/writes.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { transmissionTime, writeExchange } from '../transactions/exchange.js';
import { recordRemittance, type RemittanceItemRow, type RemittanceRow } from './remittance.js';

/** Messages of one statement. */
const AT_A_TIME = 500;

/**
 * Begins to send what is closed: of each shop and currency the one with the lowest number, and only when those before it are
 * through, so that the bank receives them in order.
 */
export async function beginSending(deps: Deps): Promise<void> {
  for (const remittance of await findNext(deps)) {
    try {
      await begin(deps, remittance);
    } catch (error) {
      // Another worker has begun: all the better.
      if (!(error instanceof StaleError))
        deps.log.error('remittance: could not be begun', { error, id: remittance.id });
    }
  }
}

function findNext(deps: Deps): Promise<RemittanceRow[]> {
  return deps.sql
    .selectFrom('remittance')
    .selectAll()
    .where('status', '=', 'CLOSED')
    .where(next =>
      next.not(
        next.exists(
          next
            .selectFrom('remittance as earlier')
            .select('earlier.id')
            .whereRef('earlier.shop_id', '=', 'remittance.shop_id')
            .whereRef('earlier.currency', '=', 'remittance.currency')
            .whereRef('earlier.number', '<', 'remittance.number')
            .where('earlier.status', 'in', ['CLOSED', 'SENT', 'PARKED']),
        ),
      ),
    )
    .execute();
}

interface ItemToSend extends RemittanceItemRow {
  readonly rrn: string;
  /** Of the authorisation; what is to be captured has been asked for. */
  readonly original_stan: string | null;
  readonly original_transmitted_at: Date | null;
}

async function begin(deps: Deps, remittance: RemittanceRow): Promise<void> {
  const shop = await loadShop(deps.sql, remittance.shop_id);
  const items = await itemsToSend(deps, remittance);
  const transmittedAt = transmissionTime(shop, deps);
  // Taken before the database transaction begins: it would hold its locks while a block of numbers is leased.
  const numbers: Stan[] = [];
  for (const _ of items) numbers.push(await deps.stans.take(shop, transmittedAt));
  await deps.sql.transaction().execute(async unit => {
    const claim = new Writes();
    recordRemittance(claim, deps, remittance, [{ event: 'SENT', actor: THE_TILL, at: nowAt(shop, deps.clock) }]);
    await claim.commit(unit);
    for (let start = 0; start < items.length; start += AT_A_TIME) {
      const writes = new Writes();
      items.slice(start, start + AT_A_TIME).forEach((item, index) => {
        const number = numbers[start + index];
        if (!number) throw new Error('Every item has a number.');
        writeItemMessage(writes, deps, shop, item, number, transmittedAt);
      });
      await writes.commit(unit);
    }
  });
  deps.nudge('OUTBOX');
}

function itemsToSend(deps: Deps, remittance: RemittanceRow): Promise<ItemToSend[]> {
  return deps.sql
    .selectFrom('remittance_item')
    .innerJoin('transaction', 'transaction.id', 'remittance_item.transaction_id')
    .leftJoin('refund', 'refund.id', 'remittance_item.refund_id')
    .selectAll('remittance_item')
    .select(row => row.fn.coalesce('refund.rrn', 'transaction.rrn').as('rrn'))
    .select(['transaction.stan as original_stan', 'transaction.transmitted_at as original_transmitted_at'])
    .where('remittance_item.remittance_id', '=', remittance.id)
    .where('remittance_item.status', '=', 'PENDING')
    .orderBy('remittance_item.id')
    .execute();
}

/** A capture bears the RRN of its authorisation; a refund has its own, and names in field 90 the authorisation captured. */
function writeItemMessage(
  writes: Writes,
  deps: Deps,
  shop: ShopRow,
  item: ItemToSend,
  number: Stan,
  transmittedAt: Date,
): void {
  const { original_stan: stan, original_transmitted_at: originally } = item;
  if (stan === null || originally === null) throw new Error(`The acquirer was never asked for ${item.transaction_id}.`);
  writeExchange(writes, deps, {
    kind: item.kind,
    shop,
    number,
    transmittedAt,
    transactionId: item.transaction_id,
    remittanceId: item.remittance_id,
    itemId: item.id,
    rrn: item.rrn,
    amount: item.amount,
    currency: item.currency,
    ...(item.refund_id === null ? {} : { refundId: item.refund_id, original: { stan, transmittedAt: originally } }),
  });
}
