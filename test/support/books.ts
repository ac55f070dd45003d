/**
 * The two books side by side: what the bank holds, captured and refunded under each RRN, and what our transactions say of it. At
 * rest they are the same, line by line.
 */
import { sql } from 'kysely';
import { bookOf } from '../bank/house.js';
import type { House } from './house.js';
import { until } from './shopping.js';

interface Line {
  readonly acceptor: string;
  readonly rrn: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly held: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
}

export interface Books {
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

/** Waits until nothing is under way, then reads both. */
export async function booksAtRest(house: House): Promise<Books> {
  await atRest(house);
  return books(house);
}

/** Nobody is being asked, nothing is still to be told, every event has its position. */
export async function atRest(house: House, most_ms = 15_000): Promise<void> {
  await until(
    async () => {
      const { rows } = await sql<{ waiting: string }>`
        select 'exchange ' || id || ' ' || kind as waiting from exchange where status = 'PENDING'
        union all select 'transaction ' || id || ' ' || status from transaction where status in ('AUTHORISING', 'UNKNOWN')
        union all select 'event ' || event_id from outbox`.execute(house.server.app.deps.sql);
      return rows.map(row => row.waiting);
    },
    waiting => waiting.length === 0,
    most_ms,
  );
}

export async function books(house: House): Promise<Books> {
  const ours = (await ourLines(house)).filter(hasMoney).map(written);
  const theirs = (await theirLines(house)).filter(hasMoney).map(written);
  return { ours: ours.toSorted(), theirs: theirs.toSorted() };
}

/** What the bank holds for one transaction, in minor units. */
export async function heldAtBank(house: House, rrn: string): Promise<bigint> {
  const lines = (await theirLines(house)).filter(line => line.rrn === rrn);
  return lines.reduce((total, line) => total + line.held, 0n);
}

/** Every authorisation the bank booked has an RRN that we asked for; what it booked as nothing is of no interest. */
async function theirLines(house: House): Promise<Line[]> {
  const { authorisations } = await bookOf(house.bank);
  return authorisations.map(line => ({
    acceptor: String(line['acceptor']),
    rrn: String(line['rrn']),
    currency: String(line['currency']),
    amount: BigInt(Number(line['amount'])),
    held: BigInt(Number(line['held'])),
    captured: BigInt(Number(line['captured'])),
    refunded: BigInt(Number(line['refunded'])),
  }));
}

/** An authorisation that lapsed and waits to be asked again holds nothing, however much is to be captured. */
async function ourLines(house: House): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select acceptor, rrn, currency, requested as amount,
      case when status in ('TO_AUTHORISE', 'AUTHORISING', 'UNKNOWN') then 0 else to_validate + to_capture + remitting end as held,
      captured, refunded
    from transaction join shop on shop.id = transaction.shop_id`.execute(house.server.app.deps.sql);
  return rows;
}

function hasMoney({ held, captured, refunded }: Line): boolean {
  return held + captured + refunded > 0n;
}

function written({ acceptor, rrn, currency, amount, held, captured, refunded }: Line): string {
  const state = captured > 0n ? 'CAPTURED' : 'HELD';
  return `${acceptor} ${rrn} ${amount} ${currency} ${state} held ${held} captured ${captured} refunded ${refunded}`;
}
