/**
 * Advices (reversals, releases, captures, refunds, totals) are repeated until they are answered. Any number of workers may be
 * at it: each takes what is due under a lease, and what it writes afterwards holds only while the lease is still its own.
 */
import { sql } from 'kysely';
import { LONGEST_WAIT_ms } from '../core/deadlines.js';
import { addTime, MINUTE_ms, SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import type { ExchangeKind } from '../database/tables.js';
import { StaleError, type Writes } from '../database/writes.js';
import type { ExchangeRow } from './exchange.js';

const AT_A_TIME = 50;

/** Real time to the next try after so many: quick at first, then once a minute, so that a bank that is back is met soon. */
const BACK_OFF_ms = [1, 2, 5, 10, 30].map(seconds => seconds * SECOND_ms);

/** Takes what is due of these kinds. The number of attempts it comes back with is the fence of its lease. */
export async function leaseDue(deps: Deps, kinds: readonly ExchangeKind[]): Promise<ExchangeRow[]> {
  const now = deps.clock.now();
  const never = addTime(now, LONGEST_WAIT_ms);
  const until = addTime(now, deps.acquirerTimeout_ms + 10 * SECOND_ms);
  return deps.sql
    .updateTable('exchange')
    .set({ leased_until: until, attempts: sql<number>`attempts + 1` })
    .where('id', 'in', due =>
      due
        .selectFrom('exchange')
        .select('id')
        .where('status', '=', 'PENDING')
        .where('kind', 'in', kinds)
        .where(or => or.or([or('next_at', '<=', now), or('next_at', '>', never)]))
        .where(or =>
          or.or([or('leased_until', 'is', null), or('leased_until', '<=', now), or('leased_until', '>', never)]),
        )
        .orderBy('next_at')
        .limit(AT_A_TIME)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

/** The condition under which a leased advice may be written: nobody else has taken it over. */
export function underLease(exchange: ExchangeRow): { id: string; status: 'PENDING'; attempts: number } {
  return { id: exchange.id, status: 'PENDING', attempts: exchange.attempts };
}

/**
 * What went wrong on the way to the bank and back. Whatever it is, the lease runs out and another round takes the advice over; where
 * one already has, and perhaps settled it, that was in the way, and is no fault.
 */
export async function logUntold(deps: Deps, { id, kind, attempts }: ExchangeRow, error: unknown): Promise<void> {
  const stillLeased = deps.sql
    .selectFrom('exchange')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'PENDING')
    .where('attempts', '=', attempts);
  const isOvertaken =
    error instanceof StaleError ||
    (await stillLeased.executeTakeFirst().then(
      row => !row,
      () => false,
    ));
  deps.log[isOvertaken ? 'info' : 'error']('advice: not settled by this round', { error, exchange: id, kind });
}

/** The cause that is noted of an answer which settles nothing. */
export function causeOf(responseCode: string): string {
  return `CODE_${responseCode}`;
}

/** How often in a row an advice has now come to this cause. */
export function timesCaused(exchange: ExchangeRow, cause: string): number {
  return exchange.cause === cause ? exchange.cause_count + 1 : 1;
}

/** Nobody answered, or nothing that settles it: the same message again, later. */
export function writeTryAgain(writes: Writes, deps: Deps, exchange: ExchangeRow, cause: string): void {
  const delay_ms = BACK_OFF_ms[exchange.attempts - 1] ?? MINUTE_ms;
  writes.update('exchange', underLease(exchange), {
    next_at: addTime(deps.clock.now(), delay_ms),
    leased_until: null,
    cause,
    cause_count: timesCaused(exchange, cause),
  });
}
