/**
 * Gives committed events their position.
 *
 * Neither identity columns nor transaction ids show events in commit order: a reader with a cursor would miss some. Events
 * therefore commit without a position, and one sequencer at a time (advisory lock) numbers what is committed. The
 * position is the reader's cursor: gap-free, and within one subject in the order of its sequence.
 */
import { sql, type Transaction } from 'kysely';
import type { Sql } from '../database/connection.js';
import type { Tables } from '../database/tables.js';

const AT_A_TIME = 1_000;
/** The advisory lock of the sequencer: any number, the same in every process. */
const SEQUENCER_LOCK = 7_301_001;

/** Numbers what is waiting. Answers how many; 0 also when another process is at it. */
export async function sequenceEvents(database: Sql): Promise<number> {
  return database.transaction().execute(async unit => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}) as mine`.execute(
      unit,
    );
    return rows[0]?.mine ? numberWaiting(unit) : 0;
  });
}

interface Waiting {
  readonly id: string;
  readonly shop_id: string;
  readonly subject_id: string;
  readonly sequence: number;
}

async function numberWaiting(unit: Transaction<Tables>): Promise<number> {
  const waiting = await unit
    .selectFrom('outbox')
    .innerJoin('event', 'event.id', 'outbox.event_id')
    .select(['event.id', 'event.shop_id', 'event.subject_id', 'event.sequence'])
    .orderBy('event.id')
    .limit(AT_A_TIME)
    .execute();
  if (waiting.length === 0) return 0;
  const complete = await withEarlierOfSameSubject(unit, waiting);
  const ordered = inOrderOfSubjects(complete);
  const last = await unit
    .selectFrom('feed')
    .select(e => e.fn.max('position').as('position'))
    .executeTakeFirst();
  const start = (last?.position ?? 0n) + 1n;
  const rows = ordered.map((event, index) => ({
    position: start + BigInt(index),
    shop_id: event.shop_id,
    event_id: event.id,
  }));
  await unit.insertInto('feed').values(rows).execute();
  await unit
    .deleteFrom('outbox')
    .where(
      'event_id',
      'in',
      ordered.map(event => event.id),
    )
    .execute();
  return ordered.length;
}

/** Clocks of several processes differ, so an earlier event of a subject may have a later id, beyond the limit. */
async function withEarlierOfSameSubject(unit: Transaction<Tables>, waiting: Waiting[]): Promise<Waiting[]> {
  if (waiting.length < AT_A_TIME) return waiting;
  const subjects = [...new Set(waiting.map(event => event.subject_id))];
  return unit
    .selectFrom('outbox')
    .innerJoin('event', 'event.id', 'outbox.event_id')
    .select(['event.id', 'event.shop_id', 'event.subject_id', 'event.sequence'])
    .where('event.subject_id', 'in', subjects)
    .orderBy('event.id')
    .execute();
}

/** Keeps each subject in the places where its events stand, but fills them in order of sequence. */
export function inOrderOfSubjects<T extends { subject_id: string; sequence: number }>(events: readonly T[]): T[] {
  const bySubject = Map.groupBy(events, event => event.subject_id);
  for (const list of bySubject.values()) list.sort((one, other) => other.sequence - one.sequence);
  return events.map(event => bySubject.get(event.subject_id)?.pop() ?? event);
}
