/**
 * What must hold after every story. Written against the tables, the bank's book and what callers and merchants' servers were told.
 */
import { openSql } from '../../server/database/connection.js';
import { refold } from '../support/refold.js';
import { authentications } from './after-authentications.js';
import { reports } from './after-reports.js';
import type { Cast, Request } from './cast.js';
import { cutOffOnTheWall } from './wall.js';

export async function complaintsAfter(cast: Cast): Promise<string[]> {
  const { stage } = cast;
  return [
    ...stage.complaints,
    ...stage.bank.complaints,
    ...stage.directory.complaints,
    ...stage.challenges.complaints,
    ...cast.complaints,
    ...(await books(cast)),
    ...(await refold(openSql(stage.ground.pool))),
    ...(await promises(cast)),
    ...(await money(cast)),
    ...(await notifications(cast)),
    ...(await remittances(cast)),
    ...(await authentications(cast)),
    ...(await reports(cast)),
    ...(await workList(cast)),
    ...(await answeredOnce(cast)),
  ];
}

/** What the bank said to one message is written down once, whoever else has heard it, or heard it before. */
async function answeredOnce(cast: Cast): Promise<string[]> {
  return cast.list(`
    select 'The answer to ' || stan || ' is written down ' || count(*) || ' times for ' || transaction_id as what
    from (select transaction_id, facts->>'stan' as stan from event
      where subject = 'TRANSACTION' and facts ? 'stan' and actor_kind = 'BANK' and event <> 'LATE_APPROVAL') as said
    group by transaction_id, stan having count(*) > (
      select count(*) from exchange e where e.transaction_id = said.transaction_id and e.stan = said.stan)`);
}

/** What waits for a person still waits for something. */
async function workList(cast: Cast): Promise<string[]> {
  return cast.list(`
    select 'Nothing waits any more for ' || w.kind || ' of ' || coalesce(w.transaction_id, w.remittance_id) as what
    from work_item w where w.closed_at is null and not exists (
      select from exchange e where e.status = 'PENDING'
        and (e.transaction_id = w.transaction_id or e.remittance_id = w.remittance_id))`);
}

/** What the bank holds, has captured and has refunded of each authorisation is what we say of it. */
async function books(cast: Cast): Promise<string[]> {
  const theirs = new Map<string, [bigint, bigint, bigint]>();
  for (const { acceptor, rrn, held, captured, refunded } of cast.stage.bank.book.holds) {
    const [a, b, c] = theirs.get(`${acceptor} ${rrn}`) ?? [0n, 0n, 0n];
    theirs.set(`${acceptor} ${rrn}`, [a + held, b + captured, c + refunded]);
  }
  const lines = (amounts: Map<string, readonly bigint[]>) =>
    [...amounts]
      .filter(([, each]) => each.some(amount => amount > 0n))
      .map(([name, [held, captured, refunded]]) => `${name} holds ${held}, captured ${captured}, refunded ${refunded}`);
  const rows = await cast.rows<{ name: string; held: string; captured: string; refunded: string }>(`
    select acceptor || ' ' || rrn as name, captured, refunded,
      case when status in ('TO_AUTHORISE', 'AUTHORISING', 'UNKNOWN') then 0 else to_validate + to_capture + remitting end as held
    from transaction join shop on shop.id = transaction.shop_id`);
  const ours = new Set(lines(new Map(rows.map(row => [row.name, [row.held, row.captured, row.refunded].map(BigInt)]))));
  const bank = new Set(lines(theirs));
  return [
    ...[...ours].filter(line => !bank.has(line)).map(line => `Only our book: ${line}`),
    ...[...bank].filter(line => !ours.has(line)).map(line => `Only the bank's book: ${line}`),
  ];
}

/** What somebody was told is written, is about the shop that asked, and is told again under the same key. */
async function promises(cast: Cast): Promise<string[]> {
  const rows = await cast.rows<{ shop_id: string; subject_id: string; sequence: number; to_status: string }>(
    'select shop_id, subject_id, sequence, to_status from event',
  );
  const written = new Set(rows.map(row => [row.shop_id, row.subject_id, row.sequence, row.to_status].join(' ')));
  const ofRequest = ({ asked, told, refused }: Request): string[] => {
    const name = `${asked.verb} of ${asked.key}`;
    const lost = told.filter(
      each => !written.has([asked.shopId, each.subjectId, each.sequence, each.status].join(' ')),
    );
    return [
      ...lost.map(each => `${name} was told of ${each.subjectId} ${each.status} (${each.sequence}), which never was.`),
      ...(new Set(told.map(each => each.subjectId)).size > 1 ? [`${name} was told of two different things.`] : []),
      ...(refused.includes('IDEMPOTENCY_KEY_REUSED') ? [`${name}: its key is said to be another one's.`] : []),
      ...(told.length > 0 && refused.some(code => KEPT.has(code))
        ? [`${name} was told a yes and ${refused.join()}.`]
        : []),
    ];
  };
  const twice = await cast.list(`
    select 'Two sessions for one request: ' || order_id as what from payment_session group by order_id having count(*) > 1`);
  return [...cast.requests.flatMap(ofRequest), ...twice];
}

/** Refusals that depend on a state: once kept under a key, they stay. */
const KEPT = new Set([
  'ACTION_NOT_POSSIBLE',
  'AMOUNT_NOT_POSSIBLE',
  'NOTHING_TO_REMIT',
  'SESSION_PAID',
  'SESSION_CANCELLED',
  'SESSION_REFUSED',
  'SESSION_EXPIRED',
]);

async function money(cast: Cast): Promise<string[]> {
  return cast.list(`
    select 'Refunds of ' || t.id || ' are ' || sum(r.amount) || ' of ' || t.captured as what
    from refund r join transaction t on t.id = r.transaction_id where r.status not in ('DENIED', 'LAPSED', 'REJECTED')
    group by t.id having sum(r.amount) > t.captured or sum(r.amount) <> t.refunded + t.refund_pending
    union all select 'The bank refused the refund ' || id || ' with ' || response_code from refund where response_code = '13'
    union all select 'The bank knew the refund ' || id from refund where response_code = '94'
    union all select id || ' took ' || captured || ' of ' || requested from transaction where captured > requested
    union all select 'Two live payments of ' || session_id from transaction
      where status in ('TO_VALIDATE', 'TO_CAPTURE', 'TO_AUTHORISE', 'REMITTING', 'CAPTURED') group by session_id having count(*) > 1`);
}

/** Everything tellable is told, nothing is told that never was, and each lane in its order. */
async function notifications(cast: Cast): Promise<string[]> {
  const rows = await cast.rows<{ id: string; lane: string; position: string; body: string; status: string }>(
    'select id, lane, position, body, status from delivery order by position',
  );
  const known = new Map(rows.map(row => [row.id, row]));
  const { notified } = cast.stage.receiver;
  const taken = new Set(notified.filter(each => each.taken).map(each => each.id));
  const last = new Map<string, bigint>();
  const disorder = notified.filter(({ id, url, taken: isTaken }) => {
    const row = known.get(id);
    if (!row || !isTaken) return false;
    const lane = `${url} ${row.lane}`;
    const isLate =
      BigInt(row.position) < (last.get(lane) ?? 0n) &&
      notified.findIndex(each => each.id === id && each.taken) === notified.findLastIndex(each => each.id === id);
    last.set(lane, BigInt(row.position));
    return isLate;
  });
  const untold = await cast.list(`
    select 'Nobody is told of ' || event.event || ' of ' || subject_id as what from event
    where subject in ('TRANSACTION', 'REFUND', 'REMITTANCE') and not exists (select from delivery where event_id = event.id)
      and event.id not in (select id from born.event)`);
  return [
    ...notified.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} was told, and is not written.`),
    ...notified
      .filter(({ id, body }) => known.has(id) && known.get(id)?.body !== body)
      .map(({ id }) => `${id} was told in other words.`),
    ...rows
      .filter(row => row.status === 'DELIVERED' && !taken.has(row.id))
      .map(row => `${row.id} is DELIVERED, and nobody took it.`),
    ...rows.filter(row => row.status === 'ABANDONED').map(row => `${row.id} was given up.`),
    ...disorder.map(({ id }) => `${id} was told after what followed it.`),
    ...untold,
  ];
}

/** A remittance closes at its shop's hour on the wall, and says what the bank has of it. */
async function remittances(cast: Cast): Promise<string[]> {
  const rows = await cast.rows<{ id: string; due_at: Date; day: string; time_zone: string; cut_off: string }>(`
    select r.id, r.due_at, to_char(r.business_day, 'YYYY-MM-DD') as day, s.time_zone, s.cut_off
    from remittance r join shop s on s.id = r.shop_id`);
  const late = rows.filter(
    row => row.due_at.getTime() !== cutOffOnTheWall(row.day, row.cut_off, row.time_zone).getTime(),
  );
  const unbalanced = await cast.list(`
    select 'Remittance ' || id || ' is ' || status as what from remittance where status = 'OUT_OF_BALANCE'`);
  return [
    ...late.map(row => `Remittance ${row.id} of ${row.day} is due at ${row.due_at.toISOString()}.`),
    ...unbalanced,
  ];
}
