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
  const waiting = await waitingEvents(unit).limit(AT_A_TIME).execute();
  if (waiting.length === 0) return 0;
  const complete = await withEarlierOfSameSubject(unit, waiting);
  const ordered = inOrderOfSubjects(complete);
  const last = await unit
    .selectFrom('feed')
    .select(e => e.fn.max('position').as('position'))
    .executeTakeFirst();
  const start = (last?.position ?? 0n) + 1n;
  const ids = ordered.map(event => event.id);
  // Arrays, so that the statements are the same however many there are, and are planned once.
  await sql`insert into feed (position, shop_id, event_id)
    select * from unnest(
      ${ordered.map((_, index) => start + BigInt(index))}::bigint[],
      ${ordered.map(event => event.shop_id)}::text[],
      ${ids}::text[])`.execute(unit);
  await sql`delete from outbox where event_id = any(${ids}::text[])`.execute(unit);
  return ordered.length;
}

/**
 * `offset 0` keeps the look-up of each event apart: left to itself, PostgreSQL may read outbox and log side by side in the
 * order of their ids, which is all of the log, each time.
 */
function waitingEvents(unit: Transaction<Tables>) {
  return unit
    .selectFrom('outbox')
    .innerJoinLateral(
      from =>
        from
          .selectFrom('event')
          .select(['event.id', 'event.shop_id', 'event.subject_id', 'event.sequence'])
          .whereRef('event.id', '=', 'outbox.event_id')
          .offset(sql.lit(0))
          .as('event'),
      join => join.onTrue(),
    )
    .select(['event.id', 'event.shop_id', 'event.subject_id', 'event.sequence'])
    .orderBy('outbox.event_id');
}

/** Clocks of several processes differ, so an earlier event of a subject may have a later id, beyond the limit. */
async function withEarlierOfSameSubject(unit: Transaction<Tables>, waiting: Waiting[]): Promise<Waiting[]> {
  if (waiting.length < AT_A_TIME) return waiting;
  const subjects = [...new Set(waiting.map(event => event.subject_id))];
  return waitingEvents(unit)
    .where(sql<boolean>`event.subject_id = any(${subjects}::text[])`)
    .execute();
}

/** Keeps each subject in the places where its events stand, but fills them in order of sequence. */
export function inOrderOfSubjects<T extends { subject_id: string; sequence: number }>(events: readonly T[]): T[] {
  const bySubject = Map.groupBy(events, event => event.subject_id);
  for (const list of bySubject.values()) list.sort((one, other) => other.sequence - one.sequence);
  return events.map(event => bySubject.get(event.subject_id)?.pop() ?? event);
}
