/**
 * A remittance and its items as the verbs read them, and the only way to change a remittance: by recording what happened.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '../core/caller.js';
import { next, type RemittanceEvent } from '../core/remittance.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { RemittanceItemTable, RemittanceTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

export type RemittanceRow = Selectable<RemittanceTable>;
export type RemittanceItemRow = Selectable<RemittanceItemTable>;

export interface RemittanceHappening {
  readonly event: RemittanceEvent;
  readonly actor: Actor;
  /** By the shop's clock. */
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

type RemittanceChanges = Partial<Omit<RemittanceRow, 'id' | 'shop_id' | 'currency' | 'number' | 'status' | 'sequence'>>;

/** Writes what happened to a remittance, in order. Fails as stale when it is no longer the one that was read. */
export function recordRemittance(
  writes: Writes,
  deps: Deps,
  remittance: RemittanceRow,
  happenings: readonly [RemittanceHappening, ...RemittanceHappening[]],
  changes: RemittanceChanges = {},
): RemittanceRow {
  let row: RemittanceRow = { ...remittance, ...changes };
  for (const happening of happenings) {
    const from = row.status;
    row = { ...row, status: next(from, happening.event), sequence: row.sequence + 1, updated_at: happening.at };
    tellOf(writes, deps, row, from, happening);
  }
  const { status, sequence, updated_at } = row;
  const read = { id: remittance.id, sequence: remittance.sequence };
  writes.update('remittance', read, { ...changes, status, sequence, updated_at });
  return row;
}

export interface NewRemittance {
  readonly id: string;
  readonly shop_id: string;
  readonly currency: string;
  readonly number: number;
  readonly business_day: string;
  readonly due_at: Date;
}

/** Writes an open remittance. There is one at most per shop and currency: a unique key sees to it. */
export function recordNewRemittance(
  writes: Writes,
  deps: Deps,
  remittance: NewRemittance,
  happening: RemittanceHappening & { readonly event: 'OPENED' },
): RemittanceRow {
  const row: RemittanceRow = {
    ...remittance,
    ...NOTHING_IN_IT,
    status: next('NEW', happening.event),
    sequence: 1,
    created_at: happening.at,
    updated_at: happening.at,
  };
  tellOf(writes, deps, row, 'NEW', happening);
  writes.insert('remittance', row);
  return row;
}

const NOTHING_IN_IT = {
  closed_at: null,
  closed_by_kind: null,
  closed_by_id: null,
  debit_count: 0,
  debit_amount: 0n,
  credit_count: 0,
  credit_amount: 0n,
  bank_debit_count: null,
  bank_debit_amount: null,
  bank_credit_count: null,
  bank_credit_amount: null,
  response_code: null,
} as const;

function tellOf(writes: Writes, deps: Deps, row: RemittanceRow, from: string, happening: RemittanceHappening): void {
  tell(writes, deps, {
    shopId: row.shop_id,
    subject: 'REMITTANCE',
    subjectId: row.id,
    transactionId: null,
    sequence: row.sequence,
    from,
    to: row.status,
    amount: null,
    currency: row.currency,
    ...happening,
  });
}

export async function loadRemittance(database: Sql, remittanceId: string): Promise<RemittanceRow> {
  return database.selectFrom('remittance').selectAll().where('id', '=', remittanceId).executeTakeFirstOrThrow();
}

/** A remittance of this shop, or nothing: somebody else's and an absent one look the same. */
export async function findRemittance(
  database: Sql,
  shopId: string,
  remittanceId: string,
): Promise<RemittanceRow | undefined> {
  return database
    .selectFrom('remittance')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', remittanceId)
    .executeTakeFirst();
}
