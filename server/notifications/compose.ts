/**
 * What a notification says: where its subject stood right after the event, in the words of the public contract. Made
 * once; every attempt sends these very bytes. Nothing in it changes when things have moved on meanwhile: what an event
 * cannot say of itself is folded from the journal up to it, or never changes.
 */
import { sql, type Selectable } from 'kysely';
import { applyEvent, EMPTY_JOURNAL, type Amounts } from '../core/amounts.js';
import { wireName, type NotificationType } from '../core/notification.js';
import { OUTCOME_OF, type TransactionEvent, type TransactionStatus } from '../core/transaction.js';
import type { Log } from '../core/ports.js';
import type { Sql } from '../database/connection.js';
import type { EventTable } from '../database/tables.js';

export interface TellableEvent extends Pick<
  Selectable<EventTable>,
  'id' | 'shop_id' | 'subject' | 'subject_id' | 'transaction_id' | 'sequence' | 'event' | 'to_status' | 'at'
> {
  readonly position: bigint;
  readonly type: NotificationType;
}

/** The body for each event, by its id. */
export async function composeBodies(
  database: Sql,
  log: Log,
  events: readonly TellableEvent[],
): Promise<ReadonlyMap<string, string>> {
  const of = (subject: string) => events.filter(event => event.subject === subject);
  const parts = await inTurn([
    () => sessions(database, of('SESSION')),
    () => transactions(database, log, of('TRANSACTION')),
    () => refunds(database, of('REFUND')),
    () => remittances(database, of('REMITTANCE')),
  ]);
  const said = new Map(parts.flatMap(part => [...part]));
  return new Map(events.map(event => [event.id, bodyOf(event, said.get(event.id) ?? {})]));
}

type Said = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** One connection answers one question at a time. */
async function inTurn(questions: readonly (() => Promise<Said>)[]): Promise<Said[]> {
  const answers: Said[] = [];
  for (const ask of questions) answers.push(await ask());
  return answers;
}

function bodyOf(event: TellableEvent, said: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    type: wireName(event.type),
    timestamp: event.at.toISOString(),
    data: {
      cursor: event.position.toString(),
      sequence: event.sequence,
      event: event.event,
      id: event.subject_id,
      status: event.to_status,
      ...said,
    },
  });
}

async function sessions(database: Sql, events: readonly TellableEvent[]): Promise<Said> {
  if (events.length === 0) return new Map();
  const rows = await database
    .selectFrom('payment_session')
    .select(['id', 'order_id', 'amount', 'currency', 'current_transaction_id'])
    .where('id', '=', anyOf(events))
    .execute();
  return saidOf(events, rows, row => ({
    orderId: row.order_id,
    amount: Number(row.amount),
    currency: row.currency,
    // Sessions are told at their end, when this no longer changes.
    transactionId: row.current_transaction_id,
  }));
}

async function transactions(database: Sql, log: Log, events: readonly TellableEvent[]): Promise<Said> {
  if (events.length === 0) return new Map();
  const rows = await database
    .selectFrom('transaction')
    .select(['id', 'reference', 'session_id', 'order_id', 'attempt', 'requested', 'currency'])
    .where('id', '=', anyOf(events))
    .execute();
  const amounts = await amountsAfter(database, log, events);
  return saidOf(events, rows, (row, event) => ({
    outcome: OUTCOME_OF[event.to_status as TransactionStatus],
    reference: row.reference,
    sessionId: row.session_id,
    orderId: row.order_id,
    attempt: row.attempt,
    currency: row.currency,
    amounts: { requested: Number(row.requested), ...inMinorUnits(amounts.get(event.id)) },
  }));
}

/** The amounts right after each of these events. */
async function amountsAfter(
  database: Sql,
  log: Log,
  events: readonly TellableEvent[],
): Promise<ReadonlyMap<string, Amounts>> {
  const journal = await database
    .selectFrom('event')
    .select(['id', 'subject_id', 'event', 'amount'])
    .where('subject_id', '=', anyOf(events))
    .orderBy('subject_id')
    .orderBy('sequence')
    .execute();
  const after = new Map<string, Amounts>();
  for (const entries of Map.groupBy(journal, entry => entry.subject_id).values()) {
    let folded = EMPTY_JOURNAL;
    try {
      for (const { id, event, amount } of entries) {
        folded = applyEvent(folded, { event: event as TransactionEvent, amount: amount ?? 0n });
        after.set(id, folded.amounts);
      }
    } catch (error) {
      // Told without its amounts: one journal that is wrong must not keep all others from getting their numbers.
      log.error('notification: a journal does not fold', { error, transaction: entries[0]?.subject_id });
    }
  }
  return after;
}

async function refunds(database: Sql, events: readonly TellableEvent[]): Promise<Said> {
  if (events.length === 0) return new Map();
  const rows = await database
    .selectFrom('refund')
    .innerJoin('transaction', 'transaction.id', 'refund.transaction_id')
    .select(['refund.id', 'refund.reference', 'refund.amount', 'refund.currency', 'refund.transaction_id', 'order_id'])
    .where('refund.id', '=', anyOf(events))
    .execute();
  return saidOf(events, rows, row => ({
    reference: row.reference,
    transactionId: row.transaction_id,
    orderId: row.order_id,
    amount: Number(row.amount),
    currency: row.currency,
  }));
}

async function remittances(database: Sql, events: readonly TellableEvent[]): Promise<Said> {
  if (events.length === 0) return new Map();
  const rows = await database
    .selectFrom('remittance')
    .select(['id', 'number', 'currency', 'business_day'])
    .select(['debit_count', 'debit_amount', 'credit_count', 'credit_amount'])
    .where('id', '=', anyOf(events))
    .execute();
  return saidOf(events, rows, (row, event) => ({
    number: row.number,
    currency: row.currency,
    // Day and totals are settled when it closes.
    ...(event.to_status === 'OPEN'
      ? {}
      : {
          businessDay: row.business_day,
          captures: { count: row.debit_count, amount: Number(row.debit_amount) },
          refunds: { count: row.credit_count, amount: Number(row.credit_amount) },
        }),
  }));
}

function saidOf<Row extends { readonly id: string }>(
  events: readonly TellableEvent[],
  rows: readonly Row[],
  say: (row: Row, event: TellableEvent) => Readonly<Record<string, unknown>>,
): Said {
  const byId = new Map(rows.map(row => [row.id, row]));
  return new Map(
    events.map(event => {
      const row = byId.get(event.subject_id);
      return [event.id, row ? say(row, event) : {}];
    }),
  );
}

/** An array, so that the statement is the same however many there are, and is planned once. */
function anyOf(events: readonly TellableEvent[]) {
  return sql<string>`any(${[...new Set(events.map(event => event.subject_id))]}::text[])`;
}

/** Twelve digits at most: far within what a JSON number holds. */
function inMinorUnits(amounts: Amounts | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(amounts ?? {}).map(([name, amount]) => [name, Number(amount)]));
}
