/** The rows of the payments that are planned (plan.ts), a stretch at a time: sessions, cards, transactions, authentications, messages. */

/** What the bank was asked at: numbers of the seed's own terminals, which no server leases. One for each kind of message. */
const TERMINALS = { AUTHORISATION: '91', CAPTURE: '92', REFUND: '93', REVERSAL: '94', RELEASE: '95' } as const;
const TERMINAL_OF = `case message.kind ${Object.entries(TERMINALS)
  .map(([kind, number]) => `when '${kind}' then '${number}'`)
  .join(' ')} end`;
/** Below 999 999 a day the numbers of a terminal differ, because those of the payments do. */
const STAN = `lpad((p.n % 999999 + 1)::text, 6, '0')`;

const ASKED_AT = 'pg_temp.at((p.anchors[1] + s.asked_after) / 1000 * 1000)';
const ORDER_ID = `to_char(pg_temp.at(p.anchors[1]), 'YYYYMMDD-') || p.n`;

const SESSIONS = `insert into payment_session (id, shop_id, order_id, status, sequence, amount, currency, capture_plan, capture_days,
    attempts_allowed, attempts, extensions, expires_at, current_transaction_id, token_hash, locale, shopper, lines, return_url, created_at)
  select p.session_id, p.shop_id, ${ORDER_ID}, s.session_status, s.session_sequence, p.amount, p.currency, p.capture_plan, p.capture_days,
    3, 1, 0, pg_temp.at(p.anchors[1] + 1800000), p.transaction_id, encode(sha256(convert_to(p.session_id, 'UTF8')), 'hex'), 'fr',
    jsonb_build_object('email', 'shopper.' || p.holder || '@mail.example', 'country', 'FR'),
    jsonb_build_array(jsonb_build_object('label', 'Article ' || p.amount % 977, 'quantity', 1, 'amount', p.amount::text)),
    'https://shop.example/return', pg_temp.at(p.anchors[1])
  from seed_plan p join seed_story s on s.number = p.story`;

/** Their numbers are not kept: what would open them is the server's alone. */
const CARDS = `insert into card (id, shop_id, fingerprint, masked, brand, brand_chosen_by, brands, product, funding, issuing_country, issuer,
    enrolled, range_source, range_as_of, expiry_month, expiry_year, save_consented, created_at)
  select p.card_id, p.shop_id, pg_temp.digest('card' || p.holder), p.masked, r.brand,
    case when cardinality(r.brands) = 1 then 'ONLY_ONE' when p.n % 3 = 0 then 'SHOPPER' else 'SHOP' end, r.brands, r.product, r.funding, r.country,
    r.issuer, r.enrolled, 'sandbox', pg_temp.at(p.anchors[1]), 1 + p.holder % 12, 2029 + p.holder % 4, false, pg_temp.at(p.anchors[1] + 60000)
  from seed_plan p join seed_range r on r.slot = p.range`;

/** An amount of the story's: so many times all, so many times the part. */
const amount = (place: number): string => `s.of_all[${place}] * p.amount + s.of_part[${place}] * p.part`;
const HAS_CAPTURE_DAY = `s.authorised_after is not null and s.ending not in ('TO_VALIDATE', 'EXPIRED')`;

const TRANSACTIONS = `insert into transaction (id, shop_id, session_id, reference, attempt, order_id, status, sequence, requested, currency,
    authorised, cancelled, to_validate, to_capture, remitting, captured, refund_pending, refunded, charged_back, card_id, card_fingerprint,
    card_masked, brand, channel, initiator, authentication_id, authentication_outcome, rrn, terminal, stan, transmitted_at, response_code,
    authorisation_code, scheme_transaction_id, security_code_result, authorised_at, authorisation_expires_at, refusal_reason, capture_plan,
    capture_day, validation_deadline, remittance_id, created_at, updated_at)
  select p.transaction_id, p.shop_id, p.session_id, pg_temp.code(p.n), 1, ${ORDER_ID}, s.status, s.sequence, p.amount, p.currency,
    ${Array.from({ length: 9 }, (_, index) => amount(index + 1)).join(', ')}, p.card_id, pg_temp.digest('card' || p.holder), p.masked, r.brand,
    'ECOMMERCE', 'SHOPPER', case when s.beginning <> 'PLAIN' then p.authentication_id end,
    case when s.beginning = 'PLAIN' then 'NOT_ENROLLED' when s.ending = 'REFUSED' then 'FAILED' else 'AUTHENTICATED' end,
    pg_temp.rrn(p.anchors[1], p.n), case when s.asked_after is not null then p.prefix || '${TERMINALS.AUTHORISATION}' end,
    case when s.asked_after is not null then ${STAN} end, ${ASKED_AT},
    case when s.ending = 'DECLINED' then p.decline when s.authorised_after is not null then '00' end,
    case when s.authorised_after is not null then right(pg_temp.short_code(p.n), 6) end,
    case when s.authorised_after is not null then pg_temp.short_code(p.n) || pg_temp.short_code(p.n + 7) end,
    case when s.asked_after is not null and s.ending <> 'REVERSED' then 'M' end,
    pg_temp.at(p.anchors[1] + s.authorised_after), pg_temp.at(p.anchors[1] + s.authorised_after) + interval '7 days',
    case when s.ending = 'REFUSED' then case when s.beginning = 'PLAIN' then 'CARD_TESTING' else 'FAILED' end end, p.capture_plan,
    case when ${HAS_CAPTURE_DAY} then p.closing_day end,
    case when s.authorised_after is not null and p.capture_plan = 'VALIDATION'
      then pg_temp.at(pg_temp.closing(pg_temp.business_day(p.anchors[1]) + 5)) end,
    case when s.of_all[6] + s.of_part[6] > 0 then p.remittance_id end,
    pg_temp.at(p.anchors[1] + 60000), pg_temp.at(p.anchors[s.updated_anchor] + s.updated_after)
  from seed_plan p join seed_story s on s.number = p.story join seed_range r on r.slot = p.range`;

const AUTHENTICATIONS = `insert into authentication (id, shop_id, session_id, transaction_id, status, sequence, server_transaction_id,
    directory_transaction_id, acs_transaction_id, version, result_token_hash, mandated, method, browser, acs_url, trans_status, reason, eci,
    outcome, ended_because, due_at, created_at, updated_at)
  select p.authentication_id, p.shop_id, p.session_id, p.transaction_id, 'ENDED', s.authentication_sequence,
    md5('server' || p.transaction_id)::uuid::text, md5('directory' || p.transaction_id)::uuid::text, md5('issuer' || p.transaction_id)::uuid::text,
    case when p.n % 10 = 0 then '2.1.0' else '2.2.0' end, encode(sha256(convert_to(p.authentication_id, 'UTF8')), 'hex'), false, 'NONE',
    '{"script": null, "address": null, "language": "fr-FR", "userAgent": "Mozilla/5.0", "acceptHeader": "*/*"}',
    case when s.beginning = 'CHALLENGED' then 'https://issuer.example/challenge/' || p.n end,
    case when s.ending = 'REFUSED' then 'N' else 'Y' end, case when s.ending = 'REFUSED' then '19' end,
    case when s.ending = 'REFUSED' then null when r.brands && '{MASTERCARD,MAESTRO}' then '02' else '05' end,
    case when s.ending = 'REFUSED' then 'FAILED' else 'AUTHENTICATED' end, case when s.ending = 'REFUSED' then 'FAILED' end,
    pg_temp.at(p.anchors[1] + 780000), pg_temp.at(p.anchors[1] + 60001), pg_temp.at(p.anchors[1] + coalesce(s.asked_after, 96000) - 100)
  from seed_plan p join seed_story s on s.number = p.story join seed_range r on r.slot = p.range where s.beginning <> 'PLAIN'`;

const REFUNDS = `insert into refund (id, shop_id, transaction_id, reference, status, sequence, amount, currency, rrn, reason, response_code,
    requested_by_kind, requested_by_id, remittance_id, created_at, updated_at)
  select p.refund_id, p.shop_id, p.transaction_id, pg_temp.code(p.n), s.refund_status, s.refund_sequence,
    s.refund_all * p.amount + s.refund_part * p.part, p.currency, pg_temp.rrn(p.anchors[4], p.n),
    case when p.n % 2 = 0 then 'Article returned' end, case s.refund_status when 'CREDITED' then '00' end, 'KEY', p.key_id,
    case s.refund_status when 'CREDITED' then p.credit_remittance_id end, pg_temp.at(p.anchors[4]),
    pg_temp.at(case s.refund_status when 'CREDITED' then p.anchors[5] + 60000 else p.anchors[4] end)
  from seed_plan p join seed_story s on s.number = p.story where s.refund_status is not null`;

const ITEMS = `insert into remittance_item (id, shop_id, remittance_id, kind, transaction_id, refund_id, amount, currency, status, response_code,
    created_at, updated_at)
  select pg_temp.id('itm', p.anchors[m.anchor], m.kind || p.n), p.shop_id,
    case m.kind when 'REFUND' then p.credit_remittance_id else p.remittance_id end, m.kind, p.transaction_id,
    case m.kind when 'REFUND' then p.refund_id end, m.of_all * p.amount + m.of_part * p.part, p.currency, 'ACCEPTED', '00',
    pg_temp.at(p.anchors[m.anchor]), pg_temp.at(p.anchors[m.anchor] + 60000)
  from seed_plan p join seed_message m on m.story = p.story where m.kind in ('CAPTURE', 'REFUND')`;

/** Fields that tell one message from another; a real one has some more. */
const EXCHANGES = `insert into exchange (id, shop_id, kind, transaction_id, refund_id, remittance_id, item_id, terminal, stan, day, transmitted_at,
    rrn, amount, currency, status, attempts, unreachable, next_at, not_found_once, cause, response_code, request, answer, created_at, answered_at)
  select pg_temp.id('exc', sent, 'exc' || message.kind || p.n), p.shop_id, message.kind, p.transaction_id,
    case message.kind when 'REFUND' then p.refund_id end,
    case message.kind when 'REFUND' then p.credit_remittance_id when 'CAPTURE' then p.remittance_id end,
    case when message.kind in ('CAPTURE', 'REFUND') then pg_temp.id('itm', p.anchors[message.anchor], message.kind || p.n) end,
    p.prefix || ${TERMINAL_OF}, ${STAN}, (pg_temp.at(sent) at time zone 'UTC')::date, pg_temp.at(sent / 1000 * 1000),
    pg_temp.rrn(p.anchors[1], p.n), message.of_all * p.amount + message.of_part * p.part, p.currency,
    case when answered then 'ANSWERED' else 'UNANSWERED' end, 1, 0, case when message.kind <> 'AUTHORISATION' then pg_temp.at(sent) end, false,
    case when not answered then 'TIMEOUT' end, code,
    jsonb_build_object('0', case message.kind when 'AUTHORISATION' then '0100' when 'CAPTURE' then '0220' when 'REFUND' then '0220' else '0420' end,
      '2', p.masked, '4', lpad(p.amount::text, 12, '0'), '11', ${STAN}, '41', p.prefix || ${TERMINAL_OF}),
    case when answered then jsonb_build_object('11', ${STAN}, '39', code, '41', p.prefix || ${TERMINAL_OF}) end,
    pg_temp.at(sent), pg_temp.at(sent + case when answered then 300 else 15000 end)
  from seed_plan p join seed_message message on message.story = p.story
    cross join lateral (select p.anchors[message.anchor] + message.after_ms as sent,
      case when not answered then null when message.kind = 'AUTHORISATION' and p.story = any(array(select number from seed_story where ending = 'DECLINED'))
        then p.decline else '00' end as code offset 0) told`;

/** Keys are forgotten after thirty days: takes the end of the year. */
const KEYS = `insert into idempotency (shop_id, scope, key, operation, input_digest, answer_type, answer_id, created_at)
  select p.shop_id, scope, 'key ' || p.n, operation, pg_temp.digest(operation || p.n), answer, p.session_id, pg_temp.at(p.anchors[1])
  from seed_plan p cross join lateral (values ('shop', 'createPaymentSession', 'SESSION'), ('session:' || p.session_id, 'submitCard', 'CHECKOUT'))
    as claimed (scope, operation, answer)
  where pg_temp.at(p.anchors[1]) > $1::timestamptz - interval '30 days'`;

export const PAYMENT_ROWS = [SESSIONS, CARDS, TRANSACTIONS, AUTHENTICATIONS, REFUNDS, ITEMS, EXCHANGES] as const;
export const RECENT_KEYS = KEYS;
