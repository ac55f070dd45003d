/**
 * A refund as the verbs read it, and the only way to change one: by recording what happened.
 */
import { sql, type Selectable } from 'kysely';
import { Along } from '../api/along.js';
import type { Actor } from '../core/caller.js';
import { next, type RefundEvent } from '../core/refund.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { RefundTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

export type RefundRow = Selectable<RefundTable>;

type RefundJson = Omit<RefundRow, 'amount' | 'created_at' | 'updated_at'> &
  Readonly<Record<'created_at' | 'updated_at', string>> & { readonly amount: number };

/** With a transaction come its refunds, oldest first. */
export const REFUNDS_OF_TRANSACTION = new Along<RefundRow[]>(
  'refunds',
  [],
  () =>
    sql`(select coalesce(json_agg(refund order by refund.id), '[]') from refund where refund.transaction_id = transaction.id)`,
  (refunds: readonly RefundJson[]) =>
    refunds.map(refund =>
      Object.assign(refund, {
        // At most twelve digits: JSON holds them exactly.
        amount: BigInt(refund.amount),
        created_at: new Date(refund.created_at),
        updated_at: new Date(refund.updated_at),
      }),
    ),
);

export interface RefundHappening {
  readonly event: RefundEvent;
  readonly actor: Actor;
  /** By the shop's clock. */
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

type RefundChanges = Partial<Pick<RefundRow, 'response_code' | 'remittance_id'>>;

/** Writes what happened to a refund. Fails as stale when it is no longer the one that was read. */
export function recordRefund(
  writes: Writes,
  deps: Deps,
  refund: RefundRow,
  happening: RefundHappening,
  changes: RefundChanges = {},
): RefundRow {
  const status = next(refund.status, happening.event);
  const columns = { ...changes, status, sequence: refund.sequence + 1, updated_at: happening.at };
  tellOf(writes, deps, refund, happening, { from: refund.status, to: status, sequence: columns.sequence });
  writes.update('refund', { id: refund.id, sequence: refund.sequence }, columns);
  return { ...refund, ...columns };
}

/** Writes a refund that begins with this happening. */
export function recordNewRefund(
  writes: Writes,
  deps: Deps,
  refund: Omit<RefundRow, 'status' | 'sequence' | 'created_at' | 'updated_at'>,
  happening: RefundHappening,
): RefundRow {
  const status = next('NEW', happening.event);
  const row: RefundRow = { ...refund, status, sequence: 1, created_at: happening.at, updated_at: happening.at };
  tellOf(writes, deps, row, happening, { from: 'NEW', to: status, sequence: 1 });
  writes.insert('refund', row);
  return row;
}

function tellOf(
  writes: Writes,
  deps: Deps,
  refund: RefundRow,
  happening: RefundHappening,
  step: { readonly from: string; readonly to: string; readonly sequence: number },
): void {
  tell(writes, deps, {
    shopId: refund.shop_id,
    subject: 'REFUND',
    subjectId: refund.id,
    transactionId: refund.transaction_id,
    amount: refund.amount,
    currency: refund.currency,
    ...step,
    ...happening,
  });
}

export async function loadRefund(database: Sql, refundId: string): Promise<RefundRow> {
  return database.selectFrom('refund').selectAll().where('id', '=', refundId).executeTakeFirstOrThrow();
}

/** A refund of this shop, or nothing: somebody else's and an absent one look the same. */
export async function findRefund(database: Sql, shopId: string, refundId: string): Promise<RefundRow | undefined> {
  return database
    .selectFrom('refund')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', refundId)
    .executeTakeFirst();
}
