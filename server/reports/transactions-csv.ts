/**
 * The day's transactions as a file: comma separated (RFC 4180), the same in every language, so that one program reads all
 * of them. It begins with a byte order mark, without which spreadsheets take UTF-8 for something else.
 */
import { stringify } from 'csv-stringify/sync';
import { decimalText } from '../core/money.js';
import { OUTCOME_OF } from '../core/transaction.js';
import type { DayTransaction } from './read-day.js';

const COLUMNS: Readonly<Record<string, (row: DayTransaction) => string>> = {
  transaction: row => row.id,
  reference: row => row.reference,
  order: row => row.order_id,
  begun_at: row => row.created_at.toISOString(),
  status: row => row.status,
  outcome: row => OUTCOME_OF[row.status],
  channel: row => row.channel,
  brand: row => row.brand,
  card: row => row.card_masked,
  currency: row => row.currency,
  requested: row => amount(row, row.requested),
  authorised: row => amount(row, row.authorised),
  cancelled: row => amount(row, row.cancelled),
  captured: row => amount(row, row.captured),
  refunded: row => amount(row, row.refunded),
  capture_day: row => row.capture_day ?? '',
  authorisation_code: row => row.authorisation_code ?? '',
  response_code: row => row.response_code ?? '',
  refusal_reason: row => row.refusal_reason ?? '',
  remittance: row => row.remittance_id ?? '',
};

const BYTE_ORDER_MARK = '\ufeff';

export function transactionsCsv(transactions: readonly DayTransaction[]): string {
  const names = Object.keys(COLUMNS);
  const rows = transactions.map(row => names.map(name => COLUMNS[name]?.(row) ?? ''));
  // What a spreadsheet would take for a formula is given an apostrophe: an order's reference is somebody else's text.
  return (
    BYTE_ORDER_MARK + stringify([names, ...rows], { escape_formulas: true, quoted: true, record_delimiter: '\r\n' })
  );
}

function amount({ currency }: DayTransaction, minorUnits: bigint): string {
  return decimalText({ amount: minorUnits, currency });
}
