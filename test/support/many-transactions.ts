/** Many transactions at once, straight into the tables: for what only shows when there are many. */
import { Client } from 'pg';

/**
 * So many of the shop, one every ten minutes up to `until`, as a shop's would be: orders counted on, amounts and cards spread, one
 * in ten declined, a second currency. The owner of the tables writes them.
 */
export async function writeManyTransactions(
  ownerUrl: string,
  { shopId, count, until }: { readonly shopId: string; readonly count: number; readonly until: Date },
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(CARDS, [shopId, until]);
    await client.query(SESSIONS, [shopId, count, until]);
    await client.query(TRANSACTIONS, [shopId, count, until]);
    await client.query('analyze transaction; analyze card; analyze payment_session');
  } finally {
    await client.end();
  }
}

/** Ids that sort by number. */
const id = (prefix: string, number: string) => `'${prefix}_' || lpad((${number})::text, 26, '0')`;
const MASKED = `'400012******' || lpad((n * 7919 % 10000)::text, 4, '0')`;
const AT = `$3::timestamptz - ($2::integer - n) * interval '10 minutes'`;

const CARDS = `insert into card (id, shop_id, fingerprint, masked, brand, brand_chosen_by, brands, issuing_country, enrolled,
    expiry_month, expiry_year, save_consented, created_at)
  select ${id('card', 'n')}, $1, 'print ' || n, ${MASKED}, 'VISA', 'ONLY_ONE', '{VISA}',
    case n % 3 when 0 then 'FR' when 1 then 'GB' end, false, 12, 2030, false, $2
  from generate_series(0, 9999) n`;

const SESSIONS = `insert into payment_session (id, shop_id, order_id, status, sequence, amount, currency, capture_plan,
    attempts_allowed, attempts, extensions, expires_at, token_hash, locale, lines, created_at)
  select ${id('ps', 'n')}, $1, 'order-' || n, 'PAID', 3, 1, 'EUR', 'IMMEDIATE', 3, 1, 0, ${AT}, 'hash ' || $1 || n, 'en', '[]', ${AT}
  from generate_series(1, $2::integer) n`;

const TRANSACTIONS = `insert into transaction (id, shop_id, session_id, reference, attempt, order_id, status, sequence, requested, currency,
    authorised, cancelled, to_validate, to_capture, remitting, captured, refund_pending, refunded, charged_back,
    card_id, card_fingerprint, card_masked, brand, channel, initiator, authentication_outcome, rrn, terminal, stan, transmitted_at,
    response_code, authorisation_code, capture_plan, created_at, updated_at)
  select ${id('txn', 'n')}, $1, ${id('ps', 'n')}, 'R' || lpad(n::text, 9, '0'), 1, 'order-' || n,
    case n % 10 when 0 then 'DECLINED' else 'CAPTURED' end, 3, amount, case n % 7 when 0 then 'GBP' else 'EUR' end,
    taken, 0, 0, 0, 0, taken, 0, case n % 20 when 1 then 1 else 0 end, 0,
    ${id('card', 'n % 10000')}, 'print ' || n % 10000, ${MASKED}, case n % 4 when 0 then 'MASTERCARD' else 'VISA' end, 'ECOMMERCE', 'SHOPPER',
    'NOT_ENROLLED', lpad(n::text, 12, '0'), 'T', lpad((n % 999999 + 1)::text, 6, '0'), ${AT},
    case n % 10 when 0 then '51' else '00' end, case n % 10 when 0 then null else 'C' || lpad((n % 99999)::text, 5, '0') end,
    'IMMEDIATE', ${AT}, ${AT}
  from generate_series(1, $2::integer) n,
    lateral (select (n * 37 % 9000 + 100)::bigint as amount) of_it,
    lateral (select case n % 10 when 0 then 0 else amount end as taken) of_card`;
