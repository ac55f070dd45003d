/**
 * Reads the log from its beginning and compares what it folds to with what the rows say. Answers complaints; none is well.
 */
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { foldJournal, type JournalEntry } from '../../server/core/amounts.js';
import { next as nextOfSession, type SessionEvent } from '../../server/core/session.js';
import type { Start } from '../../server/core/state-table.js';
import type { SessionStatus } from '../../server/core/session.js';
import type { Sql } from '../../server/database/connection.js';
import type { EventTable } from '../../server/database/tables.js';
import { amountsOf } from '../../server/transactions/transaction.js';

type Event = Selectable<EventTable>;

export async function refold(database: Sql): Promise<string[]> {
  // All of it as of one instant: the house goes on while it is looked at.
  return database.transaction().setIsolationLevel('repeatable read').execute(refoldAsOfNow);
}

async function refoldAsOfNow(database: Sql): Promise<string[]> {
  const events = await database.selectFrom('event').selectAll().orderBy('subject_id').orderBy('sequence').execute();
  const bySubject = Map.groupBy(events, event => event.subject_id);
  return [
    ...[...bySubject].flatMap(([subject, journal]) => chain(subject, journal)),
    ...(await transactions(database, bySubject)),
    ...(await sessions(database, bySubject)),
    ...(await feed(database, events)),
  ];
}

/** One event per change: numbered 1…n, each beginning where the one before ended. */
function chain(subject: string, journal: readonly Event[]): string[] {
  return journal.flatMap((event, index) => {
    const before = journal[index - 1];
    return [
      ...(event.sequence === index + 1
        ? []
        : [`${subject}: ${event.event} is number ${event.sequence}, not ${index + 1}`]),
      ...(event.from_status === (before?.to_status ?? 'NEW')
        ? []
        : [`${subject}: ${event.event} begins in ${event.from_status}`]),
    ];
  });
}

async function transactions(database: Sql, journals: ReadonlyMap<string, readonly Event[]>): Promise<string[]> {
  const rows = await database.selectFrom('transaction').selectAll().execute();
  return rows.flatMap(row => {
    const journal = journals.get(row.id) ?? [];
    try {
      const folded = foldJournal(journal.map(entryOf));
      const told = written({
        ...folded.amounts,
        status: folded.status,
        sequence: journal.length,
        last: journal.at(-1)?.to_status,
      });
      const stored = written({ ...amountsOf(row), status: row.status, sequence: row.sequence, last: row.status });
      return told === stored ? [] : [`${row.id}: its journal says ${told}, its row ${stored}`];
    } catch (error) {
      return [`${row.id}: ${String(error)}`];
    }
  });
}

function entryOf({ event, amount }: Event): JournalEntry {
  return { event: event as JournalEntry['event'], amount: amount ?? 0n };
}

async function sessions(database: Sql, journals: ReadonlyMap<string, readonly Event[]>): Promise<string[]> {
  const rows = await database.selectFrom('payment_session').selectAll().execute();
  return rows.flatMap(row => {
    const journal = journals.get(row.id) ?? [];
    const folded = journal.reduce<SessionStatus | Start>(
      (status, { event }) => nextOfSession(status, event as SessionEvent),
      'NEW',
    );
    const isSame = folded === row.status && journal.length === row.sequence;
    return isSame
      ? []
      : [`${row.id}: its journal says ${folded} after ${journal.length}, its row ${row.status} after ${row.sequence}`];
  });
}

/** Every event is at one position, the positions have no gap, and each subject's events stand in order. */
async function feed(database: Sql, events: readonly Event[]): Promise<string[]> {
  const rows = await database
    .selectFrom('feed')
    .innerJoin('event', 'event.id', 'feed.event_id')
    .select(['feed.position', 'event.subject_id', 'event.sequence'])
    .orderBy('position')
    .execute();
  const { rows: waiting } = await sql`select from outbox`.execute(database);
  const last = new Map<string, number>();
  const complaints =
    rows.length + waiting.length === events.length ? [] : [`${events.length} events, ${rows.length} positions`];
  rows.forEach(({ position, subject_id: subject, sequence }, index) => {
    if (position !== BigInt(index + 1)) complaints.push(`position ${position} stands at ${index + 1}`);
    if (sequence !== (last.get(subject) ?? 0) + 1)
      complaints.push(`${subject}: ${sequence} follows ${last.get(subject) ?? 0} in the feed`);
    last.set(subject, sequence);
  });
  return complaints;
}

function written(state: object): string {
  return JSON.stringify(state, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));
}
