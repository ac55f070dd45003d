/**
 * 5. Whatever was told as final stays so, after any crash; and nothing is told that never was: a status that somebody was told is one
 * that the log has, with the amounts it had.
 */
import { Check } from './check.js';
import { foldOf, type After, type Amounts } from './fold.js';
import type { Evidence } from './read.js';
import { FINAL, subjectOf } from './states.js';
import { saidBy } from './told-body.js';
import { answeredCalls, placeOf, type Answered, type Statement } from './told.js';

export function toldStays(evidence: Evidence): Check {
  const check = new Check(5, 'what was told');
  const calls = answeredCalls(evidence);
  const folds = foldsOf(evidence);
  for (const call of calls) {
    for (const statement of call.statements) {
      wasSo(check, evidence, call, statement);
      hadTheseAmounts(check, folds, call, statement);
    }
  }
  finalsStay(check, calls);
  notificationsStay(check, evidence);
  return check;
}

function wasSo(check: Check, { histories }: Evidence, call: Answered, { id, status }: Statement): void {
  const history = histories.get(id);
  const where = { ...placeOf(call), id, status };
  const was = history?.some(({ to_status }) => to_status === status) ?? false;
  check.that(was, `${id} was told as ${status}, and the log knows nothing of it.`, where);
  if (!isFinal(id, status)) return;
  const now = history?.at(-1)?.to_status;
  check.that(now === status, `${id} was told as ${status} for good, and is ${now}.`, where);
}

/** Whoever asks after somebody was told something final, is told the same. */
function finalsStay(check: Check, calls: readonly Answered[]): void {
  const finals = new Map<string, { readonly status: string; readonly at: string }>();
  const inOrder = calls.toSorted((one, other) => (one.told.line.at < other.told.line.at ? -1 : 1));
  for (const call of inOrder) {
    for (const { id, status } of call.statements) {
      const known = finals.get(id);
      const later = known !== undefined && call.asked.line.at > known.at;
      if (later)
        check.that(known.status === status, `${id} was told as ${known.status} for good, and later as ${status}.`, {
          ...placeOf(call),
          id,
          toldAt: known.at,
        });
      if (!known && isFinal(id, status)) finals.set(id, { status, at: call.told.line.at });
    }
  }
}

const NAMES: Readonly<Record<string, keyof Amounts>> = {
  authorised: 'authorised',
  cancelled: 'cancelled',
  toValidate: 'to_validate',
  toCapture: 'to_capture',
  remitting: 'remitting',
  captured: 'captured',
  refundPending: 'refund_pending',
  refunded: 'refunded',
  chargedBack: 'charged_back',
};

function foldsOf({ tables, histories }: Evidence): ReadonlyMap<string, readonly After[]> {
  return new Map(tables.transaction.map(row => [row.id, foldOf(histories.get(row.id) ?? [], row.requested)]));
}

function hadTheseAmounts(
  check: Check,
  folds: ReadonlyMap<string, readonly After[]>,
  call: Answered,
  { id, status, amounts }: Statement,
): void {
  const told = Object.entries(amounts ?? {}).flatMap(([name, amount]) => {
    const own = NAMES[name];
    return own ? ([[own, amount]] as const) : [];
  });
  const fold = folds.get(id);
  if (!fold || told.length === 0) return;
  const had = fold.some(
    after => after.event.to_status === status && told.every(([name, amount]) => after.amounts[name] === amount),
  );
  check.that(had, `${id} was told with amounts that it never had as ${status}.`, { ...placeOf(call), id, amounts });
}

/** A notification is told for good as well: its status is that of the very event it tells. */
function notificationsStay(check: Check, { receivers, histories, tables }: Evidence): void {
  const known = new Set(tables.delivery.map(({ id }) => id));
  for (const { line, file, number } of receivers) {
    if (!line.verified || !known.has(line.id)) continue;
    const data = saidBy(Buffer.from(line.body, 'base64').toString('utf8'));
    const event = histories.get(data.id ?? '')?.find(({ sequence }) => sequence === data.sequence);
    const holds = event !== undefined && event.to_status === data.status && event.event === data.event;
    check.that(holds, `A notification told ${data.id} as ${data.status}, and the log knows nothing of it.`, {
      file,
      line: number,
      delivery: line.id,
    });
  }
}

function isFinal(id: string, status: string): boolean {
  const subject = subjectOf(id);
  return subject !== null && (FINAL[subject]?.has(status) ?? false);
}
