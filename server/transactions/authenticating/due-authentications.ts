/**
 * Authentications that time has ended, and payments whose process was interrupted after one.
 */
import { sql } from 'kysely';
import { THE_TILL } from '../../core/caller.js';
import { SECOND_ms } from '../../core/time.js';
import type { Deps } from '../../database/deps.js';
import { mayTryAgain } from '../../database/writes.js';
import { endAuthentication } from './end-authentication.js';
import { pursue } from '../pursue.js';

const AT_A_TIME = 100;

/** A process that has just ended an authentication goes on with it by itself; after this somebody else does. */
const INTERRUPTED_ms = 10 * SECOND_ms;

/** No valid result after ARes C, a browser that never came back, a process killed while it asked: abandoned. */
export async function abandonAuthentications(deps: Deps): Promise<number> {
  const overdue = await deps.sql
    .selectFrom('authentication')
    .innerJoin('shop', 'shop.id', 'authentication.shop_id')
    .selectAll('authentication')
    .where('authentication.status', '<>', 'ENDED')
    .where('due_at', '<=', shopNow(deps))
    .limit(AT_A_TIME)
    .execute();
  for (const row of overdue) {
    const because = row.status === 'REQUESTING' ? 'TECHNICAL' : 'TIMED_OUT';
    await endAuthentication(deps, row, { outcome: 'ABANDONED', because, actor: THE_TILL }).catch((error: unknown) => {
      // The issuer's word came in the same instant: it was first.
      if (!mayTryAgain(error)) throw error;
    });
  }
  return overdue.length;
}

export async function continueInterrupted(deps: Deps): Promise<number> {
  const waiting = await deps.sql
    .selectFrom('transaction')
    .innerJoin('authentication', 'authentication.id', 'transaction.authentication_id')
    .innerJoin('shop', 'shop.id', 'transaction.shop_id')
    .select('transaction.id')
    .where('transaction.status', '=', 'AUTHENTICATING')
    .where('authentication.status', '=', 'ENDED')
    .where(
      'authentication.updated_at',
      '<=',
      sql<Date>`${shopNow(deps)} - ${INTERRUPTED_ms} * interval '1 millisecond'`,
    )
    .limit(AT_A_TIME)
    .execute();
  for (const { id } of waiting) await pursue(deps, { kind: 'AUTHORISE', transactionId: id });
  return waiting.length;
}

function shopNow(deps: Deps) {
  return sql<Date>`(${deps.clock.now()}::timestamptz + shop.clock_offset_ms * interval '1 millisecond')`;
}
