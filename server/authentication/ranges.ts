/**
 * Which cards are enrolled, as the directory told it last (PReq, PRes). Asked again each hour; what was known holds while the
 * directory does not answer.
 */
import type { Secret } from '../core/secret.js';
import { changeRanges, commonVersion, type CardRange, type ThreedsVersion } from '../core/threeds-ranges.js';
import { addTime, HOUR_ms } from '../core/time.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';

/** One directory per installation for now; its row is locked while its ranges change. */
const DIRECTORY = 'directory';

export interface Enrolment {
  readonly version: ThreedsVersion;
  readonly methodUrl: string | null;
}

/** How a card may be authenticated, or null when it is not enrolled. Of nested ranges the narrowest knows best. */
export async function findEnrolment(database: Sql, number: Secret): Promise<Enrolment | null> {
  return (await lookUp(database, number)) ?? null;
}

/**
 * The same for a payment that begins. A directory that never said which cards are enrolled is asked now; `UNKNOWN` when it does
 * not say it even then.
 */
export async function requireEnrolment(deps: Deps, number: Secret): Promise<Enrolment | 'UNKNOWN' | null> {
  const found = await lookUp(deps.sql, number);
  if (found !== undefined || !deps.authenticator) return found ?? null;
  await refreshRanges(deps);
  const refreshed = await lookUp(deps.sql, number);
  return refreshed === undefined ? 'UNKNOWN' : refreshed;
}

/**
 * Undefined where the directory has said nothing yet. In one statement: asked one after the other, a directory that speaks in between
 * would seem to have left the card out.
 */
async function lookUp(database: Sql, number: Secret): Promise<Enrolment | null | undefined> {
  const digits = number.reveal();
  const rows = await database
    .selectFrom('threeds_directory')
    .leftJoin('threeds_range', join =>
      join
        .on('low', '<=', digits)
        .on('high', '>=', digits)
        .on(row => row(row.fn<number>('length', ['low']), '=', digits.length)),
    )
    .select(['low', 'high', 'method_url', 'threeds_range.first_version as first', 'threeds_range.last_version as last'])
    .select(['threeds_directory.first_version as directory_first', 'threeds_directory.last_version as directory_last'])
    .execute();
  if (rows.length === 0) return undefined;
  const width = ({ low, high }: (typeof rows)[number]) => BigInt(high ?? 0) - BigInt(low ?? 0);
  const [row] = rows.toSorted((one, other) => (width(one) < width(other) ? -1 : 1));
  if (!row || row.first === null || row.last === null) return null;
  const directory = { first: row.directory_first, last: row.directory_last };
  const version = commonVersion({ first: row.first, last: row.last }, directory);
  return version && { version, methodUrl: row.method_url };
}

/** Asks for the ranges when that is due. Answers 0: nothing is left to do, whatever the directory said. */
export async function refreshRanges(deps: Deps): Promise<number> {
  const { authenticator, sql } = deps;
  if (!authenticator) return 0;
  const known = await sql.selectFrom('threeds_directory').selectAll().where('id', '=', DIRECTORY).executeTakeFirst();
  if (known && addTime(known.asked_at, HOUR_ms) > deps.clock.now()) return 0;
  const answer = await authenticator.ranges(known ? { serial: known.serial } : null);
  if (answer.kind === 'unavailable') {
    deps.log.warn('directory: its card ranges are not to be had', { cause: answer.cause });
    return 0;
  }
  const directory = {
    id: DIRECTORY,
    serial: answer.serial,
    first_version: answer.directory.first,
    last_version: answer.directory.last,
    asked_at: deps.clock.now(),
  };
  await sql.transaction().execute(async unit => {
    await unit
      .insertInto('threeds_directory')
      .values(directory)
      .onConflict(conflict => conflict.column('id').doUpdateSet(directory))
      .execute();
    if (answer.kind === 'unchanged') return;
    const rows = known ? await unit.selectFrom('threeds_range').selectAll().execute() : [];
    const changed = changeRanges(rows.map(rangeOf), answer.changes);
    await unit.deleteFrom('threeds_range').execute();
    if (changed.length > 0) await unit.insertInto('threeds_range').values(changed.map(rowOf)).execute();
  });
  return 0;
}

type RangeRow = Parameters<typeof rangeOf>[0];

function rangeOf(row: {
  low: string;
  high: string;
  first_version: string;
  last_version: string;
  method_url: string | null;
}): CardRange {
  const versions = { first: row.first_version, last: row.last_version };
  return { low: row.low, high: row.high, versions, methodUrl: row.method_url };
}

function rowOf({ low, high, versions, methodUrl }: CardRange): RangeRow {
  return { low, high, first_version: versions.first, last_version: versions.last, method_url: methodUrl };
}
