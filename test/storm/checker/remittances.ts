/**
 * 8. Each capture and each refund is in at most one unfinished remittance and accepted at most once; at rest the accepted lines are the
 * bank's lines, batch by batch.
 */
import type { BookBatch } from './bank-book.js';
import { Check, grouped } from './check.js';
import type { Evidence } from './read.js';
import type { ItemRow, RemittanceRow } from './rows.js';

export function remittances(evidence: Evidence): Check {
  const check = new Check(8, 'remittances');
  const { tables } = evidence;
  for (const [what, rows] of grouped(tables.remittance_item, row => row.refund_id ?? row.transaction_id)) {
    const live = rows.filter(({ status }) => status !== 'REJECTED');
    check.that(live.length <= 1, `${what} is in ${live.length} remittances at once.`, {
      items: live.map(({ id }) => id),
    });
  }
  const statuses = new Map([...tables.refund, ...tables.transaction].map(({ id, status }) => [id, status]));
  for (const item of tables.remittance_item)
    isSettled(check, evidence, item, statuses.get(item.refund_id ?? item.transaction_id));
  const items = grouped(tables.remittance_item, row => row.remittance_id);
  const rrns = new Map([...tables.transaction, ...tables.refund].map(({ id, rrn }) => [id, rrn.trimEnd()]));
  for (const remittance of tables.remittance) {
    isAtRest(check, evidence, remittance);
    linesAgree(check, evidence, remittance, items.get(remittance.id) ?? [], rrns);
  }
  batchesAreOurs(check, evidence);
  inSequence(check, tables.remittance);
  return check;
}

/** What was accepted is captured or credited; what was not is not; and the amount is the one that was closed. */
function isSettled(check: Check, { histories }: Evidence, item: ItemRow, status: string | undefined): void {
  const subject = item.refund_id ?? item.transaction_id;
  const done = item.kind === 'REFUND' ? 'CREDITED' : 'CAPTURED';
  const where = { item: item.id, subject };
  check.that(item.status !== 'ACCEPTED' || status === done, `An accepted item is not ${done}.`, where);
  const said = item.kind === 'REFUND' ? 'CREDIT_ACCEPTED' : 'CAPTURE_ACCEPTED';
  const accepted = (histories.get(subject) ?? []).filter(({ event }) => event === said);
  check.that(accepted.length <= 1, `Accepted ${accepted.length} times.`, where);
  const amounts = accepted.map(({ amount }) => amount);
  check.that(
    item.status !== 'ACCEPTED' || amounts[0] === item.amount,
    'Another amount was accepted than travelled.',
    where,
  );
}

function isAtRest(check: Check, { tables }: Evidence, { id, status }: RemittanceRow): void {
  const isListed = tables.work_item.some(item => item.remittance_id === id && item.closed_at === null);
  const rests = status === 'OPEN' || status === 'ACKNOWLEDGED' || isListed;
  check.that(rests, `A remittance is still ${status} though all is quiet, and no work list says so.`, {
    remittance: id,
  });
}

function linesAgree(
  check: Check,
  { tables, book }: Evidence,
  remittance: RemittanceRow,
  items: readonly ItemRow[],
  rrns: ReadonlyMap<string, string>,
): void {
  const acceptor = tables.shop.find(({ id }) => id === remittance.shop_id)?.acceptor;
  const batch = book.batches.find(
    each =>
      each.acceptor === acceptor && each.currency === remittance.currency && each.batch === String(remittance.number),
  );
  const ours = items
    .filter(({ status }) => status === 'ACCEPTED')
    .map(({ kind, amount, refund_id, transaction_id }) => `${kind} ${rrns.get(refund_id ?? transaction_id)} ${amount}`);
  const theirs = acceptedBy(batch);
  const agrees = JSON.stringify(ours.toSorted()) === JSON.stringify(theirs);
  const where = { remittance: remittance.id, number: remittance.number, status: remittance.status };
  check.that(agrees, 'The accepted lines of a remittance are not those of the bank.', { ...where, ours, theirs });
  const isTold = remittance.status === 'ACKNOWLEDGED' || remittance.status === 'OUT_OF_BALANCE';
  check.that(
    !isTold || batch?.closedWith !== undefined,
    'A remittance has its totals, and the bank never closed it.',
    where,
  );
}

function acceptedBy(batch: BookBatch | undefined): string[] {
  const accepted = (batch?.items ?? []).filter(({ code }) => code === undefined);
  return accepted.map(({ item, rrn, amount }) => `${item} ${rrn.trimEnd()} ${amount}`).toSorted();
}

function batchesAreOurs(check: Check, { tables, book }: Evidence): void {
  const acceptors = new Map(tables.shop.map(({ id, acceptor }) => [id, acceptor]));
  const ours = new Set(tables.remittance.map(row => `${acceptors.get(row.shop_id)} ${row.currency} ${row.number}`));
  for (const { acceptor, currency, batch } of book.batches)
    check.that(ours.has(`${acceptor} ${currency} ${batch}`), 'The bank has a batch that we never closed.', {
      acceptor,
      currency,
      batch,
    });
}

/** Numbered one after the other, per shop and currency; at most the last is open. */
function inSequence(check: Check, rows: readonly RemittanceRow[]): void {
  for (const [of, own] of grouped(rows, row => `${row.shop_id} ${row.currency}`)) {
    const ordered = own.toSorted((one, other) => one.number - other.number);
    ordered.forEach((row, index) => {
      check.that(row.number === index + 1, `Remittance ${index + 1} of ${of} has number ${row.number}.`, {
        remittance: row.id,
      });
      const mayBeOpen = index === ordered.length - 1;
      check.that(mayBeOpen || row.status !== 'OPEN', 'A remittance is open behind one that is closed.', {
        remittance: row.id,
      });
    });
  }
}
