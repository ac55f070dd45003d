/**
 * May this card be tried here and now? An honest payment asks one small statement, as it did when only the tries of the card were
 * counted; only where cards are declined at the shop the latest attempts are looked at.
 */
import { sql, type RawBuilder } from 'kysely';
import type { Deps } from '../database/deps.js';
import {
  ATTEMPTS_LOOKED_AT,
  CARD_TESTING_WINDOW_ms,
  cardTestingRule,
  SUSPICION,
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
  const { tries, declined } = await readTries(deps, shop, card.fingerprint);
  if (tries >= CARD_TRIES.most)
    throw refuse('CARD_TRIED_TOO_OFTEN', 'This card was tried too often; use another one.', {
      path: 'number',
      limit: `${CARD_TRIES.most} in ${CARD_TRIES.within_days} days`,
    });
  if (declined < SUSPICION) return;
  const rule = cardTestingRule(await readRecentTries(deps, shop, card));
  if (rule === null) return;
  deps.log.warn('risk: a card was not tried', { shop: shop.id, rule });
  throw refuse(
    'CARD_TESTING_SUSPECTED',
    'Too many cards were declined here lately. The bank was not asked; try again later.',
    { limit: `${CARD_TESTING_WINDOW_ms / MINUTE_ms} minutes`, retryable: true },
  );
}

/** How often the card was tried in vain, and whether anything is declined at the shop at present. */
async function readTries(deps: Deps, shop: ShopRow, fingerprint: string) {
  const now = nowAt(shop, deps.clock);
  const { rows } = await sql<{ tries: bigint; declined: bigint }>`
    select (
      select count(*) from transaction
      where shop_id = ${shop.id} and card_fingerprint = ${fingerprint} and status in ('DECLINED', 'REFUSED')
        and created_at > ${addTime(now, -CARD_TRIES.within_days * DAY_ms)}
    ) as tries, (
      select count(*) from (
        select from transaction
        where shop_id = ${shop.id} and status in ('DECLINED', 'REFUSED')
          and created_at > ${addTime(now, -CARD_TESTING_WINDOW_ms)}
        limit ${sql.lit(SUSPICION)}) found
    ) as declined`.execute(deps.sql);
  return { tries: Number(rows[0]?.tries), declined: Number(rows[0]?.declined) };
}

/** First six digits: ISO/IEC 7812-1 has eight by now, of which we show, and so keep, six (PCI DSS 3.4.1). */
const BIN_DIGITS = 6;

async function readRecentTries(deps: Deps, shop: ShopRow, card: CardTry): Promise<RecentTries> {
  const { fingerprint, masked, visitor } = card;
  const now = nowAt(shop, deps.clock);
  const { rows } = await sql<Read>`
    with lately as (
      select card_fingerprint as card, authorised > 0 as paid,
        status in ('AUTHENTICATING', 'AUTHORISING', 'UNKNOWN') as underway,
        (status = 'DECLINED' and response_code <> all(${[...UNTELLING_CODES]}))
          or (status = 'REFUSED' and authentication_outcome in ('FAILED', 'REJECTED')) as declined,
        left(card_masked, ${sql.lit(BIN_DIGITS)}) = ${masked.slice(0, BIN_DIGITS)} as of_bin,
        coalesce(visitor = ${visitor}, false) as of_address
      from transaction
      where shop_id = ${shop.id} and created_at > ${addTime(now, -CARD_TESTING_WINDOW_ms)}
      order by created_at desc limit ${sql.lit(ATTEMPTS_LOOKED_AT)}
    )
    select ${sql.join([...counts('shop', sql`true`), ...counts('bin', sql`of_bin`), ...counts('address', sql`of_address`)])},
      exists (
        select from transaction
        where shop_id = ${shop.id} and card_fingerprint = ${fingerprint} and authorised > 0
          and created_at > ${addTime(now, -CARD_TRIES.within_days * DAY_ms)}
      ) as known
    from lately`.execute(deps.sql);
  const [read] = rows;
  if (!read) throw new Error('A count is always a row.');
  return {
    isKnown: read.known,
    ofShop: triedOf(read, 'shop'),
    ofBin: triedOf(read, 'bin'),
    ofAddress: visitor === null ? null : triedOf(read, 'address'),
  };
}

type Whose = 'shop' | 'bin' | 'address';
type Read = Readonly<Record<`${Whose}_${keyof Tried}`, bigint>> & { readonly known: boolean };

function counts(whose: Whose, same: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    sql`count(distinct card) filter (where declined and ${same}) as ${sql.ref(`${whose}_declined`)}`,
    sql`count(*) filter (where underway and ${same}) as ${sql.ref(`${whose}_underway`)}`,
    sql`count(*) filter (where paid and ${same}) as ${sql.ref(`${whose}_paid`)}`,
  ];
}

function triedOf(read: Read, whose: Whose): Tried {
  return {
    declined: Number(read[`${whose}_declined`]),
    underway: Number(read[`${whose}_underway`]),
    paid: Number(read[`${whose}_paid`]),
  };
}
