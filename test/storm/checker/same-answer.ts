/**
 * 13. A repeated idempotent request gets the same answer, on whichever server; what was told as done is kept under its key; and no
 * key is left without an answer.
 */
import type { Asked } from '../evidence.js';
import { Check, grouped } from './check.js';
import type { Evidence, Placed } from './read.js';
import { answeredCalls, placeOf, resultOf, type Answered } from './told.js';

/** Operations of a shopper have the keys of their session; all others those of the shop. */
const OF_SHOPPERS: ReadonlySet<string> = new Set(['submitCard']);

/** Refusals that stand for good: a state, a limit or another order said no. Others may differ once things have changed. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'ABOVE_CEILING',
  'ACTION_NOT_POSSIBLE',
  'AMOUNT_NOT_POSSIBLE',
  'CARD_NOT_KEPT',
  'NOTHING_TO_REMIT',
  'ORDER_ALREADY_PAID',
  'SESSION_CANCELLED',
  'SESSION_EXPIRED',
  'SESSION_PAID',
  'SESSION_REFUSED',
]);

export function sameAnswer(evidence: Evidence): Check {
  const check = new Check(13, 'answers to one key');
  const calls = answeredCalls(evidence).filter(({ told }) => told.line.key !== null);
  const kept = new Map(evidence.tables.idempotency.map(row => [`${row.shop_id} ${row.scope} ${row.key}`, row]));
  const byKey = grouped(calls, ({ asked }) => nameOf(asked.line));
  for (const [name, own] of byKey) {
    isOne(check, name, own);
    const row = kept.get(name);
    for (const call of own) isKept(check, call, row);
  }
  everyKeyAnswered(check, evidence, byKey);
  return check;
}

function nameOf({ about, operation, key }: Asked): string {
  const scope = OF_SHOPPERS.has(operation) ? `session:${about.sessionId}` : 'shop';
  return `${about.shopId} ${scope} ${key}`;
}

/** What an answer says that may never change; null where the next one may be another. */
function essence(call: Answered): string | null {
  const result = resultOf(call);
  if (!result) return null;
  const { id, code, retryable } = result;
  if (typeof code === 'string' && typeof id !== 'string')
    return FOR_GOOD.has(code) && retryable !== true ? `refused ${code}` : null;
  return typeof id === 'string' ? `${call.told.line.operation} ${id}` : null;
}

function isOne(check: Check, name: string, calls: readonly Answered[]): void {
  const said = new Map(calls.flatMap(call => (essence(call) === null ? [] : [[essence(call), call] as const])));
  if (said.size === 0) return;
  const places = [...said.values()].map(placeOf);
  check.that(said.size === 1, `One key has ${said.size} answers: ${[...said.keys()].join(', ')}.`, {
    key: name,
    places,
  });
}

function isKept(check: Check, call: Answered, row: Evidence['tables']['idempotency'][number] | undefined): void {
  const said = essence(call);
  const { operation } = call.told.line;
  if (said === null || said.startsWith('refused')) return;
  const id = resultOf(call)?.['id'];
  const holds = row?.operation === operation && row.answer_id === id;
  check.that(holds, `${operation} was told as done, and its key does not stand for it.`, { ...placeOf(call), id, row });
}

/** A caller repeats its key until it is told: in quiet every one of them has been. */
function everyKeyAnswered(check: Check, { clients }: Evidence, answered: ReadonlyMap<string, unknown>): void {
  for (const { line, file, number } of clients as readonly Placed<Asked>[]) {
    if (line.event !== 'asked' || line.key === null) continue;
    check.that(answered.has(nameOf(line)), 'A key was never answered.', { file, line: number, key: line.key });
  }
}
