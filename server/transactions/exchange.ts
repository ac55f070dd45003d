/**
 * Messages to the acquirer, as they are written down before they are sent.
 */
import type { Selectable } from 'kysely';
import { newId } from '../core/identifiers.js';
import { addTime } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import type { Stan } from '../database/stans.js';
import type { ExchangeKind, ExchangeTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import type { Asked, TransactionRow } from './transaction.js';

export type ExchangeRow = Selectable<ExchangeTable>;

/** Field 7 has whole seconds; what is written down is what is sent. */
export function transmissionTime(shop: ShopRow, deps: Pick<Deps, 'clock'>): Date {
  const now = nowAt(shop, deps.clock);
  return new Date(Math.floor(now.getTime() / 1000) * 1000);
}

export interface NewExchange {
  readonly kind: ExchangeKind;
  readonly shop: ShopRow;
  readonly number: Stan;
  readonly transmittedAt: Date;
  readonly transactionId?: string;
  readonly refundId?: string;
  readonly remittanceId?: string;
  readonly itemId?: string;
  readonly rrn?: string;
  readonly amount?: bigint;
  readonly currency?: string;
  readonly remaining?: bigint;
  readonly original?: { readonly stan: string; readonly transmittedAt: Date };
  /** When it is due, in real time; now if absent. Authorisations are asked at once and never again. */
  readonly nextAt?: Date;
  readonly notFoundOnce?: boolean;
}

export function writeExchange(writes: Writes, deps: Pick<Deps, 'clock' | 'random'>, exchange: NewExchange): string {
  const now = deps.clock.now();
  const id = newId('exchange', deps);
  writes.insert('exchange', {
    id,
    shop_id: exchange.shop.id,
    kind: exchange.kind,
    transaction_id: exchange.transactionId ?? null,
    refund_id: exchange.refundId ?? null,
    remittance_id: exchange.remittanceId ?? null,
    item_id: exchange.itemId ?? null,
    terminal: exchange.number.terminal,
    stan: exchange.number.stan,
    day: exchange.number.day,
    transmitted_at: exchange.transmittedAt,
    rrn: exchange.rrn ?? null,
    amount: exchange.amount ?? null,
    currency: exchange.currency ?? null,
    remaining: exchange.remaining ?? null,
    original_stan: exchange.original?.stan ?? null,
    original_transmitted_at: exchange.original?.transmittedAt ?? null,
    status: 'PENDING',
    attempts: 0,
    unreachable: 0,
    next_at: exchange.kind === 'AUTHORISATION' ? null : (exchange.nextAt ?? now),
    leased_until: null,
    not_found_once: exchange.notFoundOnce ?? false,
    cause: null,
    cause_count: 0,
    response_code: null,
    request: null,
    answer: null,
    created_at: now,
    answered_at: null,
  });
  return id;
}

export interface Undo {
  readonly kind: 'REVERSAL' | 'RELEASE';
  /** What stays authorised; absent = nothing. */
  readonly remaining?: bigint;
  readonly delay_ms?: number;
  readonly notFoundOnce?: boolean;
}

/**
 * Writes down that the bank is to be told that an authorisation (or a part of it) is not wanted: `REVERSAL` where we do
 * not know or no longer want what it holds, `RELEASE` after a cancellation or an expiry.
 */
export async function writeUndo(
  writes: Writes,
  deps: Deps,
  shop: ShopRow,
  transaction: Pick<TransactionRow, 'id' | 'currency'>,
  asked: Omit<Asked, 'terminal'>,
  undo: Undo,
): Promise<void> {
  const transmittedAt = transmissionTime(shop, deps);
  writeExchange(writes, deps, {
    kind: undo.kind,
    shop,
    number: await deps.stans.take(shop, transmittedAt),
    transmittedAt,
    transactionId: transaction.id,
    rrn: asked.rrn,
    amount: asked.amount,
    currency: transaction.currency,
    original: { stan: asked.stan, transmittedAt: asked.transmittedAt },
    nextAt: addTime(deps.clock.now(), undo.delay_ms ?? 0),
    notFoundOnce: undo.notFoundOnce ?? false,
    ...(undo.remaining === undefined ? {} : { remaining: undo.remaining }),
  });
}
