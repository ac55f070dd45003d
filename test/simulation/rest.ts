/** Lets a story come to rest: the timetable runs until nothing waits. What the bank was to get wrong it gets wrong. */
import type { Cast } from './cast.js';
import { lookOnce } from './play.js';

const CALM = { place: 'A', mishap: null, waits: true } as const;
const MINUTE_ms = 60_000;
/** Looks with a pause that doubles up to half an hour: several days together, longer than any back-off of an honest story. */
const LOOKS_MOST = 150;

const WAITING = `
  select 'exchange ' || kind || ' ' || id as what from exchange where status = 'PENDING'
  union all select 'transaction ' || status || ' ' || id from transaction where status in ('AUTHENTICATING', 'AUTHORISING', 'UNKNOWN')
  union all select 'authentication ' || status || ' ' || id from authentication where status <> 'ENDED'
  union all select 'event ' || event_id from outbox
  union all select 'notification ' || id from delivery where status = 'PENDING'
  union all select 'remittance ' || status || ' ' || id from remittance where status in ('CLOSED', 'SENT', 'PARKED')`;

/** A day that is over is told within the hour, and its letter handed over. */
function waitingIn({ reports, stage }: Cast): string {
  if (!reports) return WAITING;
  return `${WAITING}
  union all select 'mail ' || id from report_mail where status = 'PENDING'
  union all select 'report of ' || business_day from daily_report join shop on shop.id = shop_id
    where daily_report.status = 'OPEN' and until_at + interval '1 hour'
      <= timestamptz '${stage.time.now().toISOString()}' + clock_offset_ms * interval '1 millisecond'`;
}

export async function comeToRest(cast: Cast): Promise<void> {
  const { stage } = cast;
  let waiting: string[] = [];
  for (let look = 0; look < LOOKS_MOST; look++) {
    let done = 0;
    const house = stage.at('A');
    await cast.run(house, CALM, async () => (done = await lookOnce(cast, house)));
    waiting = await cast.list(waitingIn(cast));
    if (waiting.length === 0) return;
    if (done === 0) await stage.conductor.pass(Math.min(30, 2 ** look) * MINUTE_ms);
  }
  cast.complaints.push(`Nothing comes to rest: ${waiting.slice(0, 3).join(', ')}.`);
}
