/** 2. `refunded ≤ captured ≤ authorised`, on our book and on the bank's, after every step. */
import { foldBank, nameOf } from './bank-book.js';
import { Check } from './check.js';
import { foldOf } from './fold.js';
import type { Evidence } from './read.js';

export function bounds(evidence: Evidence): Check {
  const check = new Check(2, 'refunded, captured and authorised at every step');
  ours(check, evidence);
  theirs(check, evidence);
  return check;
}

function ours(check: Check, { tables, histories }: Evidence): void {
  for (const row of tables.transaction) {
    for (const { event, amounts } of foldOf(histories.get(row.id) ?? [], row.requested)) {
      const { authorised, captured, refunded, refund_pending } = amounts;
      const holds = refunded + refund_pending <= captured && captured <= authorised;
      check.that(holds, `After ${event.event}: ${refunded} refunded, ${captured} captured, ${authorised} authorised.`, {
        transaction: row.id,
        event: event.id,
        refund_pending,
      });
    }
    const { authorised, captured, refunded, refund_pending } = row;
    const holds = refunded + refund_pending <= captured && captured <= authorised;
    check.that(holds, 'The row says more refunded than captured, or captured than authorised.', {
      transaction: row.id,
    });
  }
}

function theirs(check: Check, { journal, book }: Evidence): void {
  const holds = foldBank(journal, (id, before, after, { kind, unit }) => {
    const where = { authorisation: id, unit, after };
    check.that(after.refunded <= after.captured, 'The bank refunded more than it captured.', where);
    check.that(after.captured <= after.amount, 'The bank captured more than it authorised.', where);
    check.that(after.held <= after.amount, 'The bank holds more than it authorised.', where);
    const twice = kind === 'CAPTURED' && (before?.captured ?? 0) > 0;
    check.that(!twice, 'The bank captured one authorisation twice.', where);
  });
  for (const line of book.authorisations) {
    const { amount, held, captured, refunded } = line;
    const told = holds.get(nameOf(line));
    const agrees = told?.held === held && told.captured === captured && told.refunded === refunded;
    check.that(agrees, 'The bank shows another book than it wrote.', { authorisation: nameOf(line), told });
    check.that(refunded <= captured && captured <= amount, 'The bank shows more refunded than captured.', {
      authorisation: nameOf(line),
    });
  }
}
