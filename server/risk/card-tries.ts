/**
 * May this card be tried here and now? One statement, in place of the one that counts the tries of the card: what was tried
 * lately is read from an index that holds only what brought no money.
 */
import { sql } from 'kysely';
import type { Deps } from '../database/deps.js';
import {
  CARD_TESTING_WINDOW_ms,
  cardTestingRule,
  PAID_LOOKED_AT,
  TRIES_LOOKED_AT,
  UNTELLING_CODES,
  type RecentTries,
  type Tried,
} from '../core/card-testing.js';
import { refuse } from '../core/refusal.js';
import { CARD_TRIES } from '../core/response-codes.js';
import { addTime, DAY_ms, MINUTE_ms } from '../core/time.js';
import { nowAt, type ShopRow } from '../shops/shop.js';

export interface CardTry {
  readonly fingerprint: string;
  readonly masked: string;
  /** From `visitorDigest`. */
  readonly visitor: string | null;
}

export async function requireMayBeTried(deps: Deps, shop: ShopRow, card: CardTry): Promise<void> {
  const { tries, ...recent } = await readTries(deps, shop, card);
  if (tries >= CARD_TRIES.most)
    throw refuse('CARD_TRIED_TOO_OFTEN', 'This card was tried too often; use another one.', {
      path: 'number',
      limit: `${CARD_TRIES.most} in ${CARD_TRIES.within_days} days`,
    });
  const rule = cardTestingRule(recent);
  if (rule === null) return;
  deps.log.warn('risk: a card was not tried', { shop: shop.id, rule, declined: recent.ofShop.declined });
  throw refuse(
    'CARD_TESTING_SUSPECTED',
    'Too many cards were declined here lately. The bank was not asked; try again later.',
    {
      limit: `${CARD_TESTING_WINDOW_ms / MINUTE_ms} minutes`,
      retryable: true,
    },
  );
}

/** First six digits: ISO/IEC 7812-1 has eight by now, of which we show, and so keep, six (PCI DSS 3.4.1). */
const binOf = (masked: string) => masked.slice(0, 6);

async function readTries(
  deps: Deps,
  shop: ShopRow,
  { fingerprint, masked, visitor }: CardTry,
): Promise<RecentTries & { tries: number }> {
  const now = nowAt(shop, deps.clock);
  const since = addTime(now, -CARD_TESTING_WINDOW_ms);
  const sinceOfCard = addTime(now, -CARD_TRIES.within_days * DAY_ms);
  const { rows } = await sql<Read>`
    with tried as materialized (
      select card_fingerprint, status in ('DECLINED', 'REFUSED') as declined,
        left(card_masked, 6) = ${binOf(masked)} as of_bin, visitor = ${visitor} as of_address
      from transaction
      where shop_id = ${shop.id} and created_at > ${since}
        and status in ('AUTHENTICATING', 'AUTHORISING', 'UNKNOWN', 'DECLINED', 'REFUSED')
        and (status not in ('DECLINED', 'REFUSED')
          or (status = 'DECLINED' and response_code <> all(${[...UNTELLING_CODES]}))
          or (status = 'REFUSED' and authentication_outcome in ('FAILED', 'REJECTED')))
      order by created_at desc limit ${sql.lit(TRIES_LOOKED_AT)}
    ), counted as (
      select
        count(distinct card_fingerprint) filter (where declined) as shop_declined,
        count(*) filter (where not declined) as shop_underway,
        count(distinct card_fingerprint) filter (where declined and of_bin) as bin_declined,
        count(*) filter (where not declined and of_bin) as bin_underway,
        count(distinct card_fingerprint) filter (where declined and of_address) as address_declined,
        count(*) filter (where not declined and of_address) as address_underway
      from tried
    )
    select counted.*, of_card.*,
      ${paidWhere(shop, since, sql`shop_declined`, sql`true`)} as shop_paid,
      ${paidWhere(shop, since, sql`bin_declined`, sql`left(paid.card_masked, 6) = ${binOf(masked)}`)} as bin_paid,
      ${paidWhere(shop, since, sql`address_declined`, sql`paid.visitor = ${visitor}`)} as address_paid
    from counted, (
      select count(*) filter (where status in ('DECLINED', 'REFUSED')) as tries,
        coalesce(bool_or(authorised > 0), false) as known
      from transaction
      where shop_id = ${shop.id} and card_fingerprint = ${fingerprint} and created_at > ${sinceOfCard}
    ) of_card`.execute(deps.sql);
  const [read] = rows;
  if (!read) throw new Error('A count is always a row.');
  return {
    tries: Number(read.tries),
    isKnown: read.known,
    ofShop: triedOf(read, 'shop'),
    ofBin: triedOf(read, 'bin'),
    ofAddress: visitor === null ? null : triedOf(read, 'address'),
  };
}

/** Only looked for once cards are declined: PostgreSQL leaves a case that is not met alone, so honest payments do not pay for it. */
function paidWhere(shop: ShopRow, since: Date, declined: ReturnType<typeof sql>, same: ReturnType<typeof sql>) {
  return sql`case when ${declined} < 3 then 0 else (
    select count(*) from (
      select from transaction paid
      where paid.shop_id = ${shop.id} and paid.created_at > ${since} and paid.authorised > 0 and ${same}
      limit ${sql.lit(PAID_LOOKED_AT)}) found) end`;
}

type Whose = 'shop' | 'bin' | 'address';
type Read = Readonly<Record<`${Whose}_${'declined' | 'underway' | 'paid'}` | 'tries', bigint>> & {
  readonly known: boolean;
};

function triedOf(read: Read, whose: Whose): Tried {
  return {
    declined: Number(read[`${whose}_declined`]),
    underway: Number(read[`${whose}_underway`]),
    paid: Number(read[`${whose}_paid`]),
  };
}
