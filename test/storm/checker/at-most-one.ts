/**
 * 4. At most one live authorisation per attempt, one paid transaction per session and per order, and one effect per idempotency
 * key.
 */
import { Check, grouped } from './check.js';
import type { Evidence } from './read.js';
import type { EventRow, IdempotencyRow } from './rows.js';
import { PAID_FOR } from './states.js';

export function atMostOne(evidence: Evidence): Check {
  const check = new Check(4, 'at most one');
  liveAuthorisations(check, evidence);
  paidOnce(check, evidence);
  effectsOfKeys(check, evidence);
  return check;
}

/** A transaction that was sent back or authorised again has asked under several RRNs; money lies under one of them. */
function liveAuthorisations(check: Check, { tables, book }: Evidence): void {
  const acceptors = new Map(tables.shop.map(shop => [shop.id, shop.acceptor]));
  const live = grouped(
    book.authorisations.filter(({ held, captured }) => held + captured > 0),
    line => `${line.acceptor} ${line.rrn.trimEnd()}`,
  );
  const asked = tables.exchange.filter(({ kind }) => kind === 'AUTHORISATION');
  for (const [transaction, rows] of grouped(asked, row => row.transaction_id)) {
    const names = new Set(rows.map(row => `${acceptors.get(row.shop_id)} ${row.rrn}`));
    const holds = [...names].flatMap(name => live.get(name) ?? []);
    check.that(holds.length <= 1, `The bank has ${holds.length} live authorisations of one attempt.`, {
      transaction,
      holds,
    });
  }
}

function paidOnce(check: Check, { tables, histories }: Evidence): void {
  const wasAuthorised = (id: string) =>
    histories.get(id)?.some(({ event }) => event.startsWith('AUTHORISED_FOR_')) ?? false;
  for (const [session, rows] of grouped(tables.transaction, row => row.session_id)) {
    const paid = rows.filter(({ id }) => wasAuthorised(id)).map(({ id }) => id);
    check.that(paid.length <= 1, `${paid.length} transactions of one session were authorised.`, { session, paid });
  }
  for (const session of tables.payment_session) {
    const paidBy = session.current_transaction_id;
    const isPaid = session.status === 'PAID';
    check.that(!isPaid || (paidBy !== null && wasAuthorised(paidBy)), 'A session is PAID by no transaction.', {
      session: session.id,
      paidBy,
    });
  }
  for (const [order, rows] of grouped(tables.transaction, row => `${row.shop_id} ${row.order_id}`)) {
    const paying = rows.filter(({ status }) => PAID_FOR.has(status)).map(({ id }) => id);
    check.that(paying.length <= 1, `${paying.length} transactions pay one order.`, { order, paying });
  }
}

/** What each operation leaves in the log of the subject it answers with, once for each key that it was done with. */
const EFFECTS: Readonly<Record<string, readonly string[]>> = {
  validateTransaction: ['VALIDATED', 'VALIDATED_AFTER_LAPSE'],
  holdCapture: ['HELD'],
  releaseCapture: ['HOLD_RELEASED'],
  closeRemittance: ['CLOSED'],
  resolveRemittance: ['RESOLVED'],
  createPaymentSession: ['OPENED'],
  submitCard: ['ATTEMPT_STARTED'],
};

/** What takes money back: `reverseTransaction` does whichever is right, and answers with the transaction. */
const UNDOING: ReadonlySet<string> = new Set(['cancelTransaction', 'reverseTransaction', 'refundTransaction']);
const UNDONE: ReadonlySet<string> = new Set(['CANCELLED', 'CANCELLED_IN_PART', 'REFUND_REQUESTED']);

function effectsOfKeys(check: Check, { tables, histories }: Evidence): void {
  const done = tables.idempotency.filter(row => row.answer_type !== 'REFUSAL' && row.answer_id !== null);
  const keys = grouped(done, row => row.answer_id ?? '');
  for (const [subject, history] of histories) {
    for (const [operation, events] of Object.entries(EFFECTS)) {
      const effects = history.filter(entry => events.includes(entry.event) && byPeople(entry));
      const expected = (keys.get(subject) ?? []).filter(row => row.operation === operation);
      if (effects.length + expected.length > 0) oneEach(check, operation, effects, expected, { subject });
    }
  }
  const refunds = grouped(tables.refund, refund => refund.transaction_id);
  for (const { id } of tables.transaction) {
    const answers = [id, ...(refunds.get(id) ?? []).map(refund => refund.id)];
    const expected = answers.flatMap(answer => keys.get(answer) ?? []).filter(row => UNDOING.has(row.operation));
    const effects = (histories.get(id) ?? []).filter(entry => UNDONE.has(entry.event) && byPeople(entry));
    if (effects.length + expected.length > 0) oneEach(check, 'undoing', effects, expected, { transaction: id });
  }
}

function oneEach(
  check: Check,
  what: string,
  effects: readonly EventRow[],
  keys: readonly IdempotencyRow[],
  where: Readonly<Record<string, unknown>>,
): void {
  check.that(effects.length === keys.length, `${effects.length} effects of ${what} for ${keys.length} keys.`, {
    ...where,
    events: effects.map(({ id }) => id),
    keys: keys.map(({ key }) => key),
  });
}

function byPeople({ actor_kind }: EventRow): boolean {
  return actor_kind === 'MEMBER' || actor_kind === 'KEY' || actor_kind === 'SHOPPER';
}
