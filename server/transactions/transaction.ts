/**
 * A transaction as the verbs read it, and the only way to change one: by recording what happened. Status and amounts are
 * the fold of the journal, written in the same statement.
 */
import type { Selectable } from 'kysely';
import { selectionsOf } from '../api/along.js';
import { ALL_COLUMNS, type RowsAsked } from '../api/asked.js';
import { applyEvent, type Amounts } from '../core/amounts.js';
import type { Actor } from '../core/caller.js';
import type { TransactionEvent } from '../core/transaction.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import { KeptQuery, madeOnce } from '../database/kept-query.js';
import type { TransactionTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';

export type TransactionRow = Selectable<TransactionTable>;

export interface TransactionHappening {
  readonly event: TransactionEvent;
  /** Minor units; what it means is said beside each event in `core/amounts.ts`. */
  readonly amount: bigint;
  readonly actor: Actor;
  /** By the shop's clock. */
  readonly at: Date;
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
}

/** Columns that are neither identity nor fold. */
type TransactionChanges = Partial<
  Omit<TransactionRow, 'id' | 'shop_id' | 'status' | 'sequence' | 'updated_at' | keyof ReturnType<typeof amountColumns>>
>;

/** Writes what happened, in order. Fails as stale when the transaction is no longer the one that was read. */
export function recordTransaction(
  writes: Writes,
  deps: Deps,
  transaction: TransactionRow,
  happenings: readonly TransactionHappening[],
  changes: TransactionChanges = {},
): TransactionRow {
  const { folded, sequence } = fold(writes, deps, transaction, happenings);
  const updated_at = happenings.at(-1)?.at ?? transaction.updated_at;
  const columns = { ...changes, ...folded, sequence, updated_at };
  writes.update('transaction', { id: transaction.id, sequence: transaction.sequence }, columns);
  return { ...transaction, ...columns };
}

/** Writes a transaction that begins with this happening. */
export function recordNewTransaction(
  writes: Writes,
  deps: Deps,
  transaction: Omit<TransactionRow, 'status' | 'sequence' | 'updated_at' | keyof ReturnType<typeof amountColumns>>,
  happening: TransactionHappening,
): TransactionRow {
  const { folded, sequence } = fold(writes, deps, { ...transaction, ...NOTHING_YET }, [happening]);
  const row: TransactionRow = { ...transaction, ...folded, sequence, updated_at: happening.at };
  writes.insert('transaction', row);
  return row;
}

const NOTHING_YET = {
  status: 'NEW',
  sequence: 0,
  authorised: 0n,
  cancelled: 0n,
  to_validate: 0n,
  to_capture: 0n,
  remitting: 0n,
  captured: 0n,
  refund_pending: 0n,
  refunded: 0n,
  charged_back: 0n,
} as const;

type Foldable = Pick<
  TransactionRow,
  'id' | 'shop_id' | 'currency' | 'sequence' | keyof ReturnType<typeof amountColumns>
> & {
  readonly status: TransactionRow['status'] | 'NEW';
};

function fold(writes: Writes, deps: Deps, transaction: Foldable, happenings: readonly TransactionHappening[]) {
  let state: Parameters<typeof applyEvent>[0] = { status: transaction.status, amounts: amountsOf(transaction) };
  let sequence = transaction.sequence;
  for (const happening of happenings) {
    const from = state.status;
    state = applyEvent(state, happening);
    sequence += 1;
    tell(writes, deps, {
      shopId: transaction.shop_id,
      subject: 'TRANSACTION',
      subjectId: transaction.id,
      transactionId: transaction.id,
      sequence,
      from,
      to: state.status,
      currency: transaction.currency,
      ...happening,
    });
  }
  if (state.status === 'NEW') throw new Error('Nothing happened to the transaction.');
  return { folded: { status: state.status, ...amountColumns(state.amounts) }, sequence };
}

export function amountsOf(row: ReturnType<typeof amountColumns>): Amounts {
  return {
    authorised: row.authorised,
    cancelled: row.cancelled,
    toValidate: row.to_validate,
    toCapture: row.to_capture,
    remitting: row.remitting,
    captured: row.captured,
    refundPending: row.refund_pending,
    refunded: row.refunded,
    chargedBack: row.charged_back,
  };
}

function amountColumns(amounts: Amounts) {
  return {
    authorised: amounts.authorised,
    cancelled: amounts.cancelled,
    to_validate: amounts.toValidate,
    to_capture: amounts.toCapture,
    remitting: amounts.remitting,
    captured: amounts.captured,
    refund_pending: amounts.refundPending,
    refunded: amounts.refunded,
    charged_back: amounts.chargedBack,
  };
}

/** What the acquirer was last asked for this transaction, as reversals and captures refer to it. */
export interface Asked {
  readonly stan: string;
  readonly terminal: string;
  readonly transmittedAt: Date;
  readonly rrn: string;
  readonly amount: bigint;
}

/** `amount` is what was asked for: all of it, or what is open when it was authorised again. */
export function askedOf(transaction: TransactionRow, amount: bigint): Asked {
  const { stan, terminal, transmitted_at: transmittedAt, rrn } = transaction;
  if (stan === null || terminal === null || transmittedAt === null)
    throw new Error(`The acquirer was never asked for ${transaction.id}.`);
  return { stan, terminal, transmittedAt, rrn, amount };
}

export async function loadTransaction(database: Sql, transactionId: string): Promise<TransactionRow> {
  return database.selectFrom('transaction').selectAll().where('id', '=', transactionId).executeTakeFirstOrThrow();
}

/**
 * Columns by their names, and the id with them. The compiler takes the row for whole: what shows it says of each field which columns
 * it reads (`Reads`), and a test asks for each field alone.
 */
export function columnsOf(names: readonly string[]): readonly `transaction.${keyof TransactionRow}`[] {
  const all = new Set(['id', ...names]);
  return [...all].map(name => `transaction.${name as keyof TransactionRow}` as const);
}

/** A transaction of this shop by id or reference, or nothing: somebody else's and an absent one look the same. */
export async function findTransaction(
  database: Sql,
  shopId: string,
  by: { readonly id: string } | { readonly reference: string },
  asked: RowsAsked = ALL_COLUMNS,
): Promise<TransactionRow | undefined> {
  return 'id' in by
    ? byId(asked).row(database, { shopId, ...by })
    : byReference(asked).row(database, { shopId, ...by });
}

const byId = madeOnce(
  (asked: RowsAsked) =>
    new KeptQuery((database, { shopId, id }: { readonly shopId: string; readonly id: string }) =>
      transactionsOf(database, shopId, asked).where('id', '=', id),
    ),
);

const byReference = madeOnce(
  (asked: RowsAsked) =>
    new KeptQuery((database, { shopId, reference }: { readonly shopId: string; readonly reference: string }) =>
      transactionsOf(database, shopId, asked).where('reference', '=', reference),
    ),
);

function transactionsOf(database: Sql, shopId: string, { columns, along }: RowsAsked) {
  const found = database.selectFrom('transaction').select(selectionsOf(along)).where('shop_id', '=', shopId);
  return columns === null ? found.selectAll() : found.select(columnsOf(columns));
}
