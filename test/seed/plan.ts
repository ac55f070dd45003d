/** What happens to each payment, drawn for a stretch of numbers: whose it is, with which card, when, and which story it is. */
import type { SeedPlan } from './functions.js';

export const PLAN_TABLE = `create temp table seed_plan (
  n bigint, shop_id text, prefix text, key_id text, currency text, amount bigint, part bigint,
  range integer, holder bigint, masked text, enrolled boolean, capture_plan text, capture_days integer,
  story integer, anchors bigint[], closing_day date, credit_day date, decline text,
  session_id text, transaction_id text, card_id text, authentication_id text, refund_id text,
  remittance_id text, credit_remittance_id text)`;

const DAY_ms = 86_400_000;
/** The session of the last payment has run out by the end. */
const LAST_PAYMENT_ms = 40 * 60_000;
const SETTLED_ms = 15 * 60_000;
/** In UTC; four times as many pay then as in the dead of night. */
const BUSIEST_ms = 14 * 3_600_000;

/** Of 10 000. What is not approved is refused only where the shopper could be asked for a proof. */
const FATES = `case when luck < 850 then 'DECLINED' when luck < 1000 and beginning <> 'PLAIN' then 'REFUSED'
  when luck < 1030 then 'REFUSED' when luck < 1070 then 'REVERSED' when luck < 1250 then 'CANCELLED'
  when capture_plan = 'VALIDATION' then
    case when later < 600 then 'EXPIRED' when later < 1600 then 'VALIDATED_IN_PART_CAPTURED' else 'VALIDATED_CAPTURED' end
  when later < 400 then 'REFUNDED' when later < 700 then 'REFUNDED_IN_PART' else 'CAPTURED' end`;

/** A story that is not at its end yet is told as far as it has come. */
function soFar(until_ms: number): string {
  const now = `${until_ms}`;
  return `case
    when fate like 'VALIDATED%' and validation > ${now} then 'TO_VALIDATE'
    when fate = 'EXPIRED' and closing + ${SETTLED_ms} > ${now} then 'TO_VALIDATE'
    when fate like 'VALIDATED%' and closing + ${SETTLED_ms} > ${now} then 'VALIDATED'
    when fate in ('CAPTURED', 'REFUNDED', 'REFUNDED_IN_PART') and closing + ${SETTLED_ms} > ${now} then 'TO_CAPTURE'
    when fate like 'REFUNDED%' and refund > ${now} then 'CAPTURED'
    when fate like 'REFUNDED%' and credit + ${SETTLED_ms} > ${now} then 'REFUND_PENDING'
    else fate end`;
}

/** Instants grow with the numbers; a day is fuller around its busiest hour, and empty at no time. */
function beginning_ms({ transactions, from, until }: SeedPlan): string {
  const end_ms = until.getTime() - LAST_PAYMENT_ms;
  const days = (end_ms - from.getTime()) / DAY_ms;
  const phase = (((BUSIEST_ms - (from.getTime() % DAY_ms)) / DAY_ms) % 1) * 2 * Math.PI;
  const day = `(n - 0.5::float8) / ${transactions} * ${days}::float8`;
  return `${from.getTime()} + ((${day} - 0.75 * (sin(2 * pi() * (${day}) - ${phase}) + ${Math.sin(phase)}) / (2 * pi())) * ${DAY_ms})::bigint`;
}

/** Takes the first and the last number. */
export function drawPlan(plan: SeedPlan): string {
  const holders = Math.max(1, Math.round(plan.transactions * 0.4));
  return `insert into seed_plan
    with begun as materialized (
      select n, ${beginning_ms(plan)} as begin, pg_temp.draw(n, 1, ${holders}) as holder,
        pg_temp.draw(n, 2, 100) as shop_slot, pg_temp.draw(n, 3, 10000) as luck, pg_temp.draw(n, 4, 10000) as later,
        pg_temp.draw(n, 5, 100)::integer as planned, pg_temp.draw(n, 6, 1000000) as size, pg_temp.draw(n, 7, ${2 * DAY_ms}) as pause
      from generate_series($1::bigint, $2::bigint) n),
    drawn as materialized (
      select begun.*, shop.shop_id, shop.prefix, shop.key_id, range.number as range, range.enrolled, range.bin, range.stars,
        case when planned < 3 then shop.other_currency else 'EUR' end as currency,
        case when planned < 85 then 'IMMEDIATE' when planned < 92 then 'DEFERRED' else 'VALIDATION' end as capture_plan,
        case when not range.enrolled then 'PLAIN' when begun.later % 10 < 7 then 'RECOGNISED' else 'CHALLENGED' end as beginning,
        290 + (power(begun.size / 1000000.0::float8, 3) * 60000)::bigint as amount
      from begun join seed_shop shop on shop.slot = shop_slot
        join seed_range range on range.slot = pg_temp.draw(holder, 8, 100)),
    fated as (
      select *, ${FATES} as fate,
        case when planned between 85 and 91 then planned - 85 when planned > 91 then 5 end as days,
        begin + ${DAY_ms} + pause as validation
      from drawn),
    dated as materialized (
      select fated.*, pg_temp.business_day(case when fate like 'VALIDATED%' then validation else begin + 100000 end)
        + case when fate like 'VALIDATED%' then 0 else coalesce(days, 0) end as closing_day
      from fated),
    closed as materialized (select *, pg_temp.closing(closing_day) as closing from dated),
    refunded as materialized (
      select *, closing + 3600000 + pause * 8 as refund, pg_temp.business_day(closing + 3600000 + pause * 8) as credit_day from closed),
    credited as (select *, pg_temp.closing(credit_day) as credit from refunded),
    ended as (select credited.*, ${soFar(plan.until.getTime())} as ending from credited)
    select n, shop_id, prefix, key_id, currency, amount, greatest(1, amount * 3 / 10), range, holder,
      bin || stars || lpad(pg_temp.draw(holder, 9, 10000)::text, 4, '0'), enrolled, capture_plan, days,
      story.number, array[begin, validation, closing, refund, credit], closing_day, credit_day,
      (array['51', '51', '51', '05', '05', '05', '57', '61', '54', '14', '82', '41', '59'])[1 + pg_temp.draw(n, 10, 13)],
      pg_temp.id('ps', begin, 'ps' || n), pg_temp.id('txn', begin + 60000, 'txn' || n), pg_temp.id('card', begin + 60000, 'card' || n),
      pg_temp.id('auth', begin + 60000, 'auth' || n), pg_temp.id('ref', refund, 'ref' || n),
      pg_temp.id('rem', pg_temp.closing(closing_day - 1), shop_id || currency || closing_day),
      pg_temp.id('rem', pg_temp.closing(credit_day - 1), shop_id || currency || credit_day)
    from ended join seed_story story using (beginning, ending)`;
}
