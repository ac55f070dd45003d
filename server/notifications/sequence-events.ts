/**
 * Gives committed events their position.
 *
 * Neither identity columns nor transaction ids show events in commit order: a reader with a cursor would miss some. Events
 * therefore commit without a position, and one sequencer at a time (advisory lock) numbers what is committed. The
 * position is the reader's cursor: gap-free, and within one subject in the order of its sequence. What merchants' servers are
 * told of it is written down in the same database transaction.
 */
import { sql, type Transaction } from 'kysely';
import type { Deps } from '../database/deps.js';
import type { Tables } from '../database/tables.js';
import { fanOut, type NumberedEvent } from './fan-out.js';

const AT_A_TIME = 1_000;
/** The advisory lock of the sequencer: any number, the same in every process. */
const SEQUENCER_LOCK = 7_301_001;

/** Whoever follows the log is woken here once more of it is committed (feed-tail.ts). */
export const FEED_CHANNEL = 'feed';

/** Numbers what is waiting. Answers how many; 0 also when another process is at it. */
export async function sequenceEvents(deps: Pick<Deps, 'sql' | 'clock' | 'random' | 'log' | 'nudge'>): Promise<number> {
  const done = await deps.sql.transaction().execute(async unit => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${SEQUENCER_LOCK}) as mine`.execute(
      unit,
    );
    const numbered = rows[0]?.mine ? await numberWaiting(unit) : [];
    return { numbered: numbered.length, toDeliver: await fanOut(unit, deps, numbered) };
  });
  if (done.toDeliver > 0) deps.nudge('DELIVERIES');
  return done.numbered;
}

type Waiting = Omit<NumberedEvent, 'position'>;

async function numberWaiting(unit: Transaction<Tables>): Promise<NumberedEvent[]> {
  const waiting = await waitingEvents(unit).limit(AT_A_TIME).execute();
  if (waiting.length === 0) return [];
  const complete = await withEarlierOfSameSubject(unit, waiting);
  const ordered = inOrderOfSubjects(complete);
  const start = await giveNumbers(unit, ordered);
  return ordered.map((event, index) => ({ ...event, position: start + BigInt(index) }));
}

/**
 * Answers the first of their positions; the others follow in order. Arrays, so that the statement is the same however many
 * there are, and is planned once.
 *
 * Notifying makes commits queue for a lock of the whole server. This is no unit of work: no payment waits for it, and there is
 * one sequencer at a time, which therefore waits for nobody.
 */
async function giveNumbers(unit: Transaction<Tables>, ordered: readonly Waiting[]): Promise<bigint> {
  const ids = ordered.map(event => event.id);
  const { rows } = await sql<{ start: bigint }>`
    with last as (select coalesce(max(position), 0) as position from feed),
    gone as (delete from outbox where event_id = any(${ids}::text[])),
    numbered as (
      insert into feed (position, shop_id, event_id)
      select last.position + waiting.place, waiting.shop_id, waiting.event_id
      from last, unnest(${ordered.map(event => event.shop_id)}::text[], ${ids}::text[])
        with ordinality as waiting (shop_id, event_id, place)
    )
    select last.position + 1 as start, pg_notify(${FEED_CHANNEL}, '') from last`.execute(unit);
  const [given] = rows;
  if (!given) throw new Error('A feed without anything in it begins at 1.');
  return given.start;
}

/** What of an event decides who is told of it, and in which order. */
const COLUMNS = [
  'event.id',
  'event.shop_id',
  'event.subject',
  'event.subject_id',
  'event.transaction_id',
  'event.sequence',
  'event.event',
  'event.to_status',
  'event.at',
] as const;

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
          .select(COLUMNS)
          .whereRef('event.id', '=', 'outbox.event_id')
          .offset(sql.lit(0))
          .as('event'),
      join => join.onTrue(),
    )
    .select(COLUMNS)
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
