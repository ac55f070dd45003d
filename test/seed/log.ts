/** The log of what the seed wrote, and the remittances that its payments travelled in. */

const SUBJECT_ID = `case s.subject when 'SESSION' then p.session_id when 'TRANSACTION' then p.transaction_id
  when 'REFUND' then p.refund_id else p.authentication_id end`;
const ACTOR_ID = `case s.actor when 'SHOPPER' then p.session_id when 'KEY' then p.key_id end`;
const STAN = `lpad((p.n % 999999 + 1)::text, 6, '0')`;
/** What the journal keeps beside status and amount, as the verbs write it. */
const FACTS = `case
  when s.event = 'AUTHORISATION_REQUESTED' then jsonb_build_object('stan', ${STAN})
  when s.event like 'AUTHORISED_FOR_%' then jsonb_build_object('responseCode', '00', 'authorisationCode', right(pg_temp.short_code(p.n), 6))
  when s.event = 'DECLINED' then jsonb_build_object('responseCode', p.decline)
  when s.subject = 'TRANSACTION' and s.event = 'REMITTANCE_CLOSED' then jsonb_build_object('remittance', p.remittance_id)
  when s.subject = 'TRANSACTION' and s.event like 'REFUND_%' then jsonb_build_object('refund', p.refund_id)
  when s.event in ('CAPTURE_ACCEPTED', 'CREDIT_ACCEPTED') then jsonb_build_object('stan', ${STAN}, 'responseCode', '00')
  when s.event = 'ANSWER_MISSING' then '{"cause": "TIMEOUT"}' else '{}' end`;

/** For the payments that are planned. */
export const EVENTS = `insert into event (id, shop_id, subject, subject_id, transaction_id, sequence, event, from_status, to_status, amount, currency,
    actor_kind, actor_id, facts, at, recorded_at)
  select pg_temp.id('evt', ms, 'evt' || p.n || '-' || s.number), p.shop_id, s.subject, ${SUBJECT_ID},
    case when s.subject <> 'SESSION' then p.transaction_id end, s.sequence, s.event, s.from_status, s.to_status,
    case when s.subject <> 'AUTHENTICATION' then s.of_all * p.amount + s.of_part * p.part end,
    case when s.subject <> 'AUTHENTICATION' then p.currency end, s.actor, ${ACTOR_ID}, ${FACTS}, pg_temp.at(ms), pg_temp.at(ms)
  from seed_plan p join seed_step s on s.story = p.story
    cross join lateral (select p.anchors[s.anchor] + s.after_ms as ms offset 0) told`;

/** Each closing that something travelled in, and for each shop and currency the one that is open. */
export const REMITTANCES = [
  `create temp table seed_remittance as
     select item.remittance_id as id, item.shop_id, item.currency, item.created_at as closed_at,
       pg_temp.business_day((date_part('epoch', item.created_at) * 1000)::bigint - 1000000) as business_day,
       count(*) filter (where kind = 'CAPTURE') as debit_count, coalesce(sum(amount) filter (where kind = 'CAPTURE'), 0) as debit_amount,
       count(*) filter (where kind = 'REFUND') as credit_count, coalesce(sum(amount) filter (where kind = 'REFUND'), 0) as credit_amount,
       row_number() over (partition by item.shop_id, item.currency order by item.created_at) as number
     from remittance_item item where item.shop_id = any($1::text[]) group by 1, 2, 3, 4`,
  `insert into remittance (id, shop_id, currency, number, business_day, status, sequence, due_at, closed_at, closed_by_kind,
       debit_count, debit_amount, credit_count, credit_amount, bank_debit_count, bank_debit_amount, bank_credit_count, bank_credit_amount,
       response_code, created_at, updated_at)
     select id, shop_id, currency, number, business_day, 'ACKNOWLEDGED', 4, closed_at, closed_at, 'TILL', debit_count, debit_amount, credit_count,
       credit_amount, debit_count, debit_amount, credit_count, credit_amount, '00', pg_temp.at(pg_temp.closing(business_day - 1)),
       closed_at + interval '2 minutes'
     from seed_remittance`,
  `insert into remittance (id, shop_id, currency, number, business_day, status, sequence, due_at, debit_count, debit_amount, credit_count,
       credit_amount, created_at, updated_at)
     select pg_temp.id('rem', pg_temp.closing(today - 1), shop_id || currency || 'open'), shop_id, currency, max(number) + 1, today, 'OPEN', 1,
       pg_temp.at(pg_temp.closing(today)), 0, 0, 0, 0, pg_temp.at(pg_temp.closing(today - 1)), pg_temp.at(pg_temp.closing(today - 1))
     from seed_remittance, pg_temp.business_day((date_part('epoch', $1::timestamptz) * 1000)::bigint - 900000) today
     group by shop_id, currency, today`,
  `insert into exchange (id, shop_id, kind, remittance_id, terminal, stan, day, transmitted_at, status, attempts, unreachable, next_at,
       not_found_once, response_code, created_at, answered_at)
     select pg_temp.id('exc', sent, 'totals' || r.id), r.shop_id, 'TOTALS', r.id, shop.prefix || '96',
       lpad((1 + row_number() over (partition by r.shop_id, (pg_temp.at(sent) at time zone 'UTC')::date))::text, 6, '0'),
       (pg_temp.at(sent) at time zone 'UTC')::date, pg_temp.at(sent), 'ANSWERED', 1, 0, pg_temp.at(sent), false, '00', pg_temp.at(sent),
       pg_temp.at(sent + 300)
     from seed_remittance r join (select distinct shop_id, prefix from seed_shop) shop using (shop_id)
       cross join lateral (select (date_part('epoch', r.closed_at) * 1000)::bigint + 90000 as sent offset 0) told`,
  `insert into event (id, shop_id, subject, subject_id, sequence, event, from_status, to_status, currency, actor_kind, facts, at, recorded_at)
     select pg_temp.id('evt', ms, 'evt' || r.id || step), r.shop_id, 'REMITTANCE', r.id, step, event, before, after, r.currency, actor, '{}',
       pg_temp.at(ms), pg_temp.at(ms)
     from remittance r join (values (1, 'OPENED', 'NEW', 'OPEN', 'TILL', 0), (2, 'CLOSED', 'OPEN', 'CLOSED', 'TILL', 0),
         (3, 'SENT', 'CLOSED', 'SENT', 'TILL', 5000), (4, 'ACKNOWLEDGED', 'SENT', 'ACKNOWLEDGED', 'BANK', 120000))
         as told (step, event, before, after, actor, after_ms) on r.status = 'ACKNOWLEDGED' or step = 1
       cross join lateral (select (date_part('epoch', case step when 1 then r.created_at else r.closed_at end) * 1000)::bigint + after_ms as ms
         offset 0) placed
     where r.shop_id = any($1::text[])`,
] as const;

/** Ids sort as their events came, and those of one subject never come together. */
export const FEED = `insert into feed (position, shop_id, event_id)
  select (select coalesce(max(position), 0) from feed) + row_number() over (order by id), shop_id, id from event where shop_id = any($1::text[])`;
