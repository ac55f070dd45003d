/**
 * 1. The journal balances: status and amounts equal its fold for every transaction, session, refund, remittance and authentication; and
 * per currency what was authorised is what was cancelled, is open, and was captured, and what was refunded is what its refunds say.
 */
import { Check, grouped, sum } from './check.js';
import { amountsOfRow, foldOf, NOTHING, POTS, type Amounts } from './fold.js';
import type { Evidence } from './read.js';
import type { RefundRow, TransactionRow } from './rows.js';

export function journalBalances(evidence: Evidence): Check {
  const check = new Check(1, 'journal balances');
  const { tables } = evidence;
  for (const row of tables.transaction) transactionFolds(check, evidence, row);
  const others = [tables.payment_session, tables.refund, tables.remittance, tables.authentication];
  for (const row of others.flat()) statusFolds(check, evidence, row);
  const refunds = grouped(tables.refund, refund => refund.transaction_id);
  for (const row of tables.transaction) refundsAddUp(check, row, refunds.get(row.id) ?? []);
  for (const [currency, rows] of grouped(tables.transaction, row => row.currency))
    currencyBalances(check, currency, rows);
  remittancesAddUp(check, evidence);
  return check;
}

function transactionFolds(check: Check, { histories }: Evidence, row: TransactionRow): void {
  const folded = foldOf(histories.get(row.id) ?? [], row.requested);
  const impossible = folded.find(({ wrong }) => wrong !== null);
  check.that(!impossible, () => `The journal does not fold: ${impossible?.wrong}`, {
    transaction: row.id,
    event: impossible?.event.id,
  });
  const told = { status: folded.at(-1)?.event.to_status ?? 'NEW', ...(folded.at(-1)?.amounts ?? NOTHING) };
  const stored = { status: row.status, ...amountsOfRow(row) };
  check.that(same(told, stored), 'The row is not what its journal folds to.', { transaction: row.id, told, stored });
}

function statusFolds(check: Check, { histories }: Evidence, row: { id: string; status: string }): void {
  const told = histories.get(row.id)?.at(-1)?.to_status;
  check.that(told === row.status, `The row says ${row.status}, its journal ${told}.`, { id: row.id });
}

function refundsAddUp(check: Check, row: TransactionRow, refunds: readonly RefundRow[]): void {
  const of = (...statuses: string[]) =>
    sum(refunds.filter(({ status }) => statuses.includes(status)).map(({ amount }) => amount));
  const told = { refunded: of('CREDITED'), refund_pending: of('TO_APPROVE', 'TO_CREDIT', 'REMITTING') };
  const stored = { refunded: row.refunded, refund_pending: row.refund_pending };
  check.that(same(told, stored), 'The refunds of a transaction are not what it says.', {
    transaction: row.id,
    told,
    stored,
  });
}

function currencyBalances(check: Check, currency: string, rows: readonly TransactionRow[]): void {
  const total = (name: keyof Amounts) => sum(rows.map(row => row[name]));
  const pots = sum(POTS.map(total));
  check.that(
    total('authorised') === pots,
    `Authorised are ${total('authorised')} ${currency}, accounted for ${pots}.`,
    {
      currency,
    },
  );
}

/** The totals of a remittance that has been told are those of what the bank accepted; before, of what it carries. */
function remittancesAddUp(check: Check, { tables }: Evidence): void {
  const items = grouped(tables.remittance_item, item => item.remittance_id);
  for (const row of tables.remittance) {
    const told = row.status === 'ACKNOWLEDGED' || row.status === 'OUT_OF_BALANCE';
    const counted = (items.get(row.id) ?? []).filter(({ status }) => !told || status === 'ACCEPTED');
    const of = (kind: string) => counted.filter(item => item.kind === kind).map(({ amount }) => amount);
    const [debits, credits] = [of('CAPTURE'), of('REFUND')];
    const sums = [debits.length, sum(debits), credits.length, sum(credits)];
    const stored = [row.debit_count, row.debit_amount, row.credit_count, row.credit_amount];
    // While its items are being answered the totals are either those of the closing or those of what was accepted.
    const atRest = told || row.status === 'OPEN' || row.status === 'CLOSED';
    check.that(!atRest || same(sums, stored), 'The totals of a remittance are not those of its items.', {
      remittance: row.id,
      sums,
      stored,
    });
  }
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
