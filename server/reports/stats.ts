/**
 * Statistics: transactions counted and added up by what they have in common. A currency is part of every group, because amounts
 * of two currencies are not added.
 */
import { sql, type RawBuilder } from 'kysely';
import { refuse } from '../core/refusal.js';
import { addTime, DAY_ms, isTimeZone } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { errorCode } from '../database/writes.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { matching, type WhichTransactions } from '../transactions/finding/which-transactions.js';

export const STATS_LIMITS = { days: 366, rows: 1_000 } as const;
const DAYS_UNLESS_SAID = 30;

type Local = RawBuilder<unknown>;

/** What each dimension tells apart. `local` is when a transaction began, on a clock in the zone asked for. */
const DIMENSIONS = {
  DAY: (local: Local) => sql`to_char(${local}, 'YYYY-MM-DD')`,
  /** The Monday it begins on (ISO 8601). */
  WEEK: (local: Local) => sql`to_char(date_trunc('week', ${local}), 'YYYY-MM-DD')`,
  MONTH: (local: Local) => sql`to_char(${local}, 'YYYY-MM')`,
  /** An instant: in autumn the clock shows one hour twice, and they are two. */
  HOUR: (_: Local, zone: string) => sql`date_trunc('hour', transaction.created_at, ${zone})`,
  BRAND: () => sql`transaction.brand`,
  ISSUING_COUNTRY: () => sql`(select card.issuing_country from card where card.id = transaction.card_id)`,
  CURRENCY: () => sql`transaction.currency`,
  STATUS: () => sql`transaction.status`,
  DECLINE_CODE: () => sql`case when transaction.status = 'DECLINED' then transaction.response_code end`,
  AUTHENTICATION: () => sql`transaction.authentication_outcome`,
  CAPTURE_PLAN: () => sql`transaction.capture_plan`,
  CHANNEL: () => sql`transaction.channel`,
} as const;
export type StatsDimension = keyof typeof DIMENSIONS;
export const STATS_DIMENSIONS = Object.keys(DIMENSIONS) as StatsDimension[];

export interface StatsRow {
  readonly keys: ReadonlyMap<StatsDimension, string | Date | null>;
  readonly currency: string;
  readonly count: number;
  /** Authorised at least once. */
  readonly accepted: number;
  readonly declined: number;
  readonly requested: bigint;
  readonly authorised: bigint;
  readonly cancelled: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
}

export interface StatsAsked {
  readonly which: WhichTransactions;
  readonly groupBy: readonly StatsDimension[];
  /** The shop's if null. */
  readonly timeZone: string | null;
}

export async function transactionStats(deps: Deps, asked: StatsAsked): Promise<StatsRow[]> {
  const shop = await loadShop(deps.sql, asked.which.shopId);
  const which = { ...asked.which, ...requireStretch(asked.which, nowAt(shop, deps.clock)) };
  const dimensions = [...new Set(asked.groupBy)];
  const rows = await readGroups(deps, which, dimensions, requireZone(asked.timeZone, shop)).catch((error: unknown) => {
    // PostgreSQL has names of its own: a zone may be known to one of the two only.
    throw errorCode(error) === '22023' ? notAZone() : error;
  });
  if (rows.length > STATS_LIMITS.rows)
    throw tooLarge(
      `These are more than ${STATS_LIMITS.rows} rows; ask for less time or coarser groups.`,
      `${STATS_LIMITS.rows} rows`,
    );
  return rows.map(row => rowOf(row, dimensions));
}

/** The last thirty days unless said otherwise. */
function requireStretch({ from, until }: Pick<WhichTransactions, 'from' | 'until'>, now: Date) {
  const end = until ?? (from && from > now ? from : addTime(now, 1));
  const begin = from ?? addTime(end, -DAYS_UNLESS_SAID * DAY_ms);
  if (end.getTime() - begin.getTime() > STATS_LIMITS.days * DAY_ms)
    throw tooLarge(`Statistics span at most ${STATS_LIMITS.days} days.`, `${STATS_LIMITS.days} days`);
  return { from: begin, until: end };
}

function requireZone(zone: string | null, shop: ShopRow): string {
  if (zone !== null && (zone.length > 64 || !isTimeZone(zone))) throw notAZone();
  return zone ?? shop.time_zone;
}

function notAZone() {
  return refuse('INPUT_INVALID', 'Not a time zone: its IANA name is wanted, such as Europe/Paris.', 'timeZone');
}

function tooLarge(message: string, limit: string) {
  return refuse('RESULT_TOO_LARGE', message, { path: 'filter', limit });
}

const KEY = (dimension: StatsDimension) => `of_${dimension.toLowerCase()}`;

type Read = Readonly<Record<string, unknown>> & Readonly<Record<Sum, string>>;
type Sum = (typeof SUMS)[number];
const SUMS = ['requested', 'authorised', 'cancelled', 'captured', 'refunded'] as const;

async function readGroups(
  deps: Deps,
  which: WhichTransactions,
  dimensions: readonly StatsDimension[],
  zone: string,
): Promise<Read[]> {
  const local = sql`(transaction.created_at at time zone ${zone})`;
  const keys = dimensions.map(dimension => DIMENSIONS[dimension](local, zone).as(KEY(dimension)));
  // By name: the same expression twice would be two, each with a parameter of its own.
  const names = [...dimensions.map(KEY), 'of_row_currency'].map(name => sql.ref(name));
  const rows = await matching(deps.sql, which)
    .select(({ fn }) => [
      ...keys,
      'transaction.currency as of_row_currency',
      fn.countAll<bigint>().as('count'),
      fn.countAll<bigint>().filterWhere('transaction.authorised', '>', 0n).as('accepted'),
      fn.countAll<bigint>().filterWhere('transaction.status', '=', 'DECLINED').as('declined'),
      // numeric, which the driver gives as text: a sum of bigints may be no bigint.
      ...SUMS.map(column => fn.sum<string>(`transaction.${column}`).as(column)),
    ])
    .groupBy(names)
    .orderBy(sql.join(names))
    .limit(STATS_LIMITS.rows + 1)
    .execute();
  return rows as unknown as Read[];
}

function rowOf(read: Read, dimensions: readonly StatsDimension[]): StatsRow {
  return {
    keys: new Map(dimensions.map(dimension => [dimension, (read[KEY(dimension)] ?? null) as string | Date | null])),
    currency: String(read['of_row_currency']),
    count: Number(read['count']),
    accepted: Number(read['accepted']),
    declined: Number(read['declined']),
    requested: BigInt(read.requested),
    authorised: BigInt(read.authorised),
    cancelled: BigInt(read.cancelled),
    captured: BigInt(read.captured),
    refunded: BigInt(read.refunded),
  };
}
