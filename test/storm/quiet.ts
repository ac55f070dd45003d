/**
 * When everything is up again and nothing fails any more: how long until nothing is unknown, nothing is due and nothing is still to be
 * told. The shops' clocks are moved on, so that what is due tomorrow is due today.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cast } from './clients/actors.js';
import { ADVANCE_CLOCK } from './clients/documents.js';
import { keyOf, type StormShop } from './clients/world.js';
import type { Database } from './database.js';

/** What must have come to an end, by its name: how many of it are left. */
const LEFT = `
  select 'transactions ' || status as what, count(*)::int as count from transaction
    where status in ('AUTHORISING', 'UNKNOWN', 'AUTHENTICATING', 'REMITTING') group by 1
  union all select 'messages to the bank ' || kind, count(*)::int from exchange where status = 'PENDING' group by 1
  union all select 'events without a position', count(*)::int from outbox
  union all select 'sessions OPEN', count(*)::int from payment_session where status in ('OPEN', 'PROCESSING')
  union all select 'remittances ' || status, count(*)::int from remittance
    where status in ('CLOSED', 'SENT', 'PARKED', 'OUT_OF_BALANCE') group by 1
  union all select 'deliveries', count(*)::int from delivery join webhook_endpoint endpoint on endpoint.id = endpoint_id
    where delivery.status = 'PENDING' and endpoint.status = 'ENABLED'
  union all select 'refunds ' || status, count(*)::int from refund where status in ('TO_CREDIT', 'REMITTING') group by 1
  union all select 'mails', count(*)::int from report_mail where status = 'PENDING'`;

interface Left {
  readonly what: string;
  readonly count: number;
}

export interface Quiet {
  readonly lasted_ms: number;
  /** What did not come to an end; nothing, when all is well. */
  readonly left: readonly Left[];
}

/** Days that clocks are moved on by: past a cut-off, past an authentication, past the last try to tell an endpoint. */
const STEPS_s = [4 * 86_400, 86_400, 86_400];

export async function waitForQuiet(
  database: Database,
  clerk: Cast,
  shops: readonly StormShop[],
  { most_ms, say, stop }: { most_ms: number; say: (line: string) => void; stop: AbortSignal },
): Promise<Quiet> {
  const began = Date.now();
  const tired = () => Date.now() - began > most_ms;
  let left = await look(database);
  for (let round = 0; !tired(); round += 1) {
    const by = STEPS_s[round];
    if (by !== undefined) await Promise.all(shops.map(shop => moveOn(clerk, shop, by)));
    // Before the last moves everything that needs no clock is given its time, so that no message is still on its way.
    do {
      await sleep(1_000, undefined, { signal: stop });
      left = await look(database);
    } while (!tired() && left.some(({ what }) => !waitsForClock(what)));
    if (left.length === 0) break;
    if (by === undefined) await Promise.all(shops.map(shop => moveOn(clerk, shop, 86_400)));
    say(`still to be done: ${left.map(({ what, count }) => `${count} ${what}`).join(', ')}`);
  }
  return { lasted_ms: Date.now() - began, left };
}

async function look(database: Database): Promise<Left[]> {
  return (await database.ask<Left>(LEFT)).filter(({ count }) => count > 0);
}

function waitsForClock(what: string): boolean {
  return /^(?:deliveries|mails|sessions|refunds TO_CREDIT|transactions AUTHENTICATING)/.test(what);
}

export async function moveOn({ caller }: Cast, shop: StormShop, bySeconds: number): Promise<boolean> {
  const told = await caller.ask({
    operation: 'advanceTestClock',
    query: ADVANCE_CLOCK,
    variables: { input: { bySeconds } },
    authority: keyOf(shop),
    about: { shopId: shop.id, bySeconds },
    most_ms: 60_000,
  });
  return told !== null;
}
