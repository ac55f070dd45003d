/**
 * What a remittance takes with it when it closes.
 */
import type { Transaction } from 'kysely';
import type { Actor } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Deps } from '../database/deps.js';
import type { Tables } from '../database/tables.js';
import { Writes } from '../database/writes.js';
import { recordRefund, type RefundRow } from '../refunds/refund.js';
import { recordTransaction, type TransactionRow } from '../transactions/transaction.js';
import type { RemittanceItemRow, RemittanceRow } from './remittance.js';

/** Items of one statement; a remittance of thousands takes several, in one database transaction. */
const AT_A_TIME = 200;

/** The instant of a closing, and who closes. */
export interface Closing {
  /** The cut-off, or now when it is closed before. */
  readonly at: Date;
  readonly actor: Actor;
  /** Whether `at` is the cut-off: what came after it belongs to the next business day. */
  readonly due: boolean;
}

export interface Totals {
  readonly debit_count: number;
  readonly debit_amount: bigint;
  readonly credit_count: number;
  readonly credit_amount: bigint;
}

/** Turns all that is to be remitted into items. What others change meanwhile waits for, or is found changed by, row locks. */
export async function carry(
  deps: Deps,
  unit: Transaction<Tables>,
  remittance: RemittanceRow,
  closing: Closing,
): Promise<Totals> {
  const debits = { count: 0, amount: 0n };
  for (;;) {
    const captures = await lockCaptures(unit, remittance, closing);
    if (captures.length === 0) break;
    await carryCaptures(deps, unit, remittance, closing, captures);
    debits.count += captures.length;
    debits.amount += sum(captures.map(capture => capture.to_capture));
  }
  const credits = { count: 0, amount: 0n };
  for (;;) {
    const refunds = await lockRefunds(unit, remittance, closing);
    if (refunds.length === 0) break;
    await carryRefunds(deps, unit, remittance, closing, refunds);
    credits.count += refunds.length;
    credits.amount += sum(refunds.map(refund => refund.amount));
  }
  return {
    debit_count: debits.count,
    debit_amount: debits.amount,
    credit_count: credits.count,
    credit_amount: credits.amount,
  };
}

/** Of its day or an earlier one, held back by nobody, and still authorised: what has lapsed is authorised again first. */
function capturesOf(unit: Transaction<Tables>, remittance: RemittanceRow, at: Date) {
  return unit
    .selectFrom('transaction')
    .where('shop_id', '=', remittance.shop_id)
    .where('status', '=', 'TO_CAPTURE')
    .where('currency', '=', remittance.currency)
    .where('held_because', 'is', null)
    .where('capture_day', '<=', remittance.business_day)
    .where('authorisation_expires_at', '>', at);
}

function lockCaptures(
  unit: Transaction<Tables>,
  remittance: RemittanceRow,
  closing: Closing,
): Promise<TransactionRow[]> {
  return capturesOf(unit, remittance, closing.at).selectAll().orderBy('id').limit(AT_A_TIME).forUpdate().execute();
}

function lockRefunds(unit: Transaction<Tables>, remittance: RemittanceRow, closing: Closing): Promise<RefundRow[]> {
  let query = unit
    .selectFrom('refund')
    .selectAll()
    .where('shop_id', '=', remittance.shop_id)
    .where('currency', '=', remittance.currency)
    .where('status', '=', 'TO_CREDIT');
  if (closing.due) query = query.where('updated_at', '<', closing.at);
  return query.orderBy('id').limit(AT_A_TIME).forUpdate().execute();
}

async function carryCaptures(
  deps: Deps,
  unit: Transaction<Tables>,
  remittance: RemittanceRow,
  { actor, at }: Closing,
  captures: readonly TransactionRow[],
): Promise<void> {
  const writes = new Writes();
  const facts = { remittance: remittance.id };
  for (const capture of captures) {
    const amount = capture.to_capture;
    writes.insert('remittance_item', newItem(deps, remittance, at, { transactionId: capture.id, amount }));
    const closed = { event: 'REMITTANCE_CLOSED', amount, actor, at: notBefore(capture, at), facts } as const;
    recordTransaction(writes, deps, capture, [closed], { remittance_id: remittance.id });
  }
  await writes.commit(unit);
}

async function carryRefunds(
  deps: Deps,
  unit: Transaction<Tables>,
  remittance: RemittanceRow,
  { actor, at }: Closing,
  refunds: readonly RefundRow[],
): Promise<void> {
  const writes = new Writes();
  for (const refund of refunds) {
    const { transaction_id: transactionId, amount } = refund;
    writes.insert('remittance_item', newItem(deps, remittance, at, { transactionId, amount, refundId: refund.id }));
    const closed = { event: 'REMITTANCE_CLOSED', actor, at: notBefore(refund, at) } as const;
    recordRefund(writes, deps, refund, closed, { remittance_id: remittance.id });
  }
  await writes.commit(unit);
}

/** A worker that is late closes as of the cut-off; a journal does not go back in time for it. */
function notBefore(row: { readonly updated_at: Date }, at: Date): Date {
  return row.updated_at > at ? row.updated_at : at;
}

function newItem(
  deps: Deps,
  remittance: RemittanceRow,
  at: Date,
  of: { readonly transactionId: string; readonly amount: bigint; readonly refundId?: string },
): RemittanceItemRow {
  return {
    id: newId('item', deps),
    shop_id: remittance.shop_id,
    remittance_id: remittance.id,
    kind: of.refundId === undefined ? 'CAPTURE' : 'REFUND',
    transaction_id: of.transactionId,
    refund_id: of.refundId ?? null,
    amount: of.amount,
    currency: remittance.currency,
    status: 'PENDING',
    response_code: null,
    created_at: at,
    updated_at: at,
  };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
