import { Migration } from '@mikro-orm/migrations';

/**
 * Whose data it is, what a payment is made of, and the one log that is journal, feed and audit at once
 * (decisions/0002-one-log.md).
 *
 * Every row of a shop's data carries `shop_id`; the tables that every payment writes do not reference `shop`, because a foreign
 * key locks the row it points at, and all payments of a shop would queue at that one row. No column has a default that reads a clock or draws an id: time and
 * ids come from the process, or nothing could be simulated.
 */
export class Foundations extends Migration {
  override up(): void {
    for (const statement of [...SHOPS, ...PAYMENTS, ...BANK, ...LOG]) this.addSql(statement);
  }
}

const SHOPS = [
  `create table merchant (
     id text primary key,
     name text not null check (name <> ''),
     created_at timestamptz not null
   )`,
  `create table shop (
     id text primary key,
     merchant_id text not null references merchant,
     name text not null check (name <> ''),
     mode text not null check (mode in ('TEST', 'LIVE')),
     currencies text[] not null check (cardinality(currencies) > 0),
     brands text[] not null check (cardinality(brands) > 0),
     time_zone text not null,
     cut_off text not null check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
     acquirer_id text not null check (acquirer_id ~ '^[0-9]{1,11}$'),
     acceptor text not null unique check (length(acceptor) between 1 and 15),
     terminal_prefix text not null unique check (length(terminal_prefix) = 6),
     merchant_category text not null check (merchant_category ~ '^[0-9]{4}$'),
     town text not null,
     country text not null check (length(country) = 2),
     enrolled boolean not null,
     attempts_allowed integer not null check (attempts_allowed between 1 and 10),
     clock_offset_ms bigint not null check (clock_offset_ms >= 0),
     locale text not null,
     branding jsonb not null,
     created_at timestamptz not null,
     check (mode = 'TEST' or clock_offset_ms = 0)
   )`,
  `create table member (
     id text primary key,
     shop_id text not null references shop,
     email text not null,
     profile text not null check (profile in ('VIEWER', 'OPERATOR', 'ACCOUNTANT')),
     password_hash text,
     created_at timestamptz not null,
     disabled_at timestamptz
   )`,
  `create unique index member_email on member (lower(email))`,
  `create table shop_key (
     id text primary key,
     shop_id text not null references shop,
     name text not null,
     hash text not null unique,
     scopes text[] not null,
     created_by text references member,
     created_at timestamptz not null,
     revoked_at timestamptz
   )`,
  `create table card_range (
     low text not null,
     high text not null,
     brands text[] not null check (cardinality(brands) > 0),
     product text not null,
     funding text not null check (funding in ('CREDIT', 'DEBIT', 'PREPAID', 'CORPORATE')),
     issuing_country text not null check (length(issuing_country) = 2),
     issuer text not null,
     number_length integer not null check (number_length between 12 and 19),
     enrolled boolean not null,
     source text not null,
     as_of timestamptz not null,
     primary key (low),
     check (length(low) = 19 and length(high) = 19 and low <= high)
   )`,
];

const PAYMENTS = [
  `create table payment_session (
     id text primary key,
     shop_id text not null,
     order_id text not null check (length(order_id) between 1 and 64),
     status text not null check (status in ('OPEN', 'PROCESSING', 'PAID', 'REFUSED', 'CANCELLED', 'EXPIRED')),
     sequence integer not null check (sequence > 0),
     amount bigint not null check (amount between 1 and 999999999999),
     currency text not null check (length(currency) = 3),
     capture_plan text not null check (capture_plan in ('IMMEDIATE', 'DEFERRED', 'VALIDATION')),
     capture_days integer check (capture_days between 0 and 99),
     attempts_allowed integer not null check (attempts_allowed between 1 and 10),
     attempts integer not null check (attempts between 0 and attempts_allowed),
     extensions integer not null check (extensions between 0 and 10),
     expires_at timestamptz not null,
     current_transaction_id text,
     token_hash text not null unique,
     locale text not null,
     shopper jsonb,
     lines jsonb not null,
     metadata jsonb,
     return_url text,
     cancel_url text,
     created_at timestamptz not null,
     check ((capture_plan = 'IMMEDIATE') = (capture_days is null))
   )`,
  `create index payment_session_of_shop on payment_session (shop_id, id)`,
  `create index payment_session_of_order on payment_session (shop_id, order_id)`,
  `create index payment_session_to_expire on payment_session (shop_id, expires_at) where status = 'OPEN'`,
  `create table card (
     id text primary key,
     shop_id text not null,
     fingerprint text not null,
     masked text not null,
     brand text not null,
     brand_chosen_by text not null check (brand_chosen_by in ('SHOPPER', 'SHOP', 'ONLY_ONE')),
     brands text[] not null,
     product text,
     funding text,
     issuing_country text,
     issuer text,
     enrolled boolean not null,
     range_source text,
     range_as_of timestamptz,
     expiry_month integer not null check (expiry_month between 1 and 12),
     expiry_year integer not null check (expiry_year between 2000 and 2099),
     holder_name text,
     save_consented boolean not null,
     sealed_number bytea,
     sealed_key_id text,
     created_at timestamptz not null,
     check ((sealed_number is null) = (sealed_key_id is null))
   )`,
  `create index card_still_kept on card (id) where sealed_number is not null`,
  `create table transaction (
     id text primary key,
     shop_id text not null,
     session_id text not null references payment_session,
     reference text not null,
     attempt integer not null check (attempt > 0),
     order_id text not null,
     status text not null check (status in ('AUTHENTICATING', 'AUTHORISING', 'UNKNOWN', 'REVERSED', 'REFUSED', 'DECLINED', 'TO_REVIEW',
       'TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE', 'REMITTING', 'CAPTURED', 'CANCELLED', 'EXPIRED')),
     sequence integer not null check (sequence > 0),
     requested bigint not null check (requested between 1 and 999999999999),
     currency text not null check (length(currency) = 3),
     authorised bigint not null check (authorised >= 0),
     cancelled bigint not null check (cancelled >= 0),
     to_validate bigint not null check (to_validate >= 0),
     to_capture bigint not null check (to_capture >= 0),
     remitting bigint not null check (remitting >= 0),
     captured bigint not null check (captured >= 0),
     refund_pending bigint not null check (refund_pending >= 0),
     refunded bigint not null check (refunded >= 0),
     charged_back bigint not null check (charged_back >= 0),
     card_id text not null references card,
     card_fingerprint text not null,
     brand text not null,
     channel text not null check (channel in ('ECOMMERCE', 'TELEPHONE', 'DUPLICATE')),
     initiator text not null check (initiator in ('SHOPPER', 'MERCHANT')),
     authentication_outcome text,
     rrn text not null,
     terminal text,
     stan text,
     transmitted_at timestamptz,
     response_code text,
     authorisation_code text,
     scheme_transaction_id text,
     security_code_result text,
     authorised_at timestamptz,
     authorisation_expires_at timestamptz,
     refusal_reason text,
     capture_plan text not null check (capture_plan in ('IMMEDIATE', 'DEFERRED', 'VALIDATION')),
     capture_day date,
     validation_deadline timestamptz,
     held_because text,
     remittance_id text,
     answer_due_at timestamptz,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     unique (shop_id, reference),
     unique (shop_id, rrn),
     unique (session_id, attempt),
     constraint amounts_balance check (authorised = cancelled + to_validate + to_capture + remitting + captured),
     constraint captured_within_authorised check (captured <= authorised),
     constraint refunds_within_capture check (refunded + refund_pending <= captured),
     constraint chargebacks_within_capture check (charged_back <= captured),
     constraint asked_or_not check ((stan is null) = (terminal is null) and (stan is null) = (transmitted_at is null)),
     constraint answer_awaited check (status <> 'AUTHORISING' or answer_due_at is not null)
   )`,
  `create index transaction_of_shop on transaction (shop_id, id)`,
  `create index transaction_of_card on transaction (shop_id, card_fingerprint, created_at)`,
  `create index transaction_of_used_card on transaction (card_id)`,
  `create index transaction_of_order on transaction (shop_id, order_id)`,
  `create index transaction_unanswered on transaction (answer_due_at) where status = 'AUTHORISING'`,
  `create index transaction_open on transaction (shop_id, status) where status in ('TO_VALIDATE', 'TO_REVIEW', 'TO_AUTHORISE', 'TO_CAPTURE', 'UNKNOWN')`,
  `create unique index one_live_transaction_of_session on transaction (session_id)
     where status not in ('REVERSED', 'REFUSED', 'DECLINED', 'CANCELLED', 'EXPIRED')`,
  // One payment per order: the claim of an authorisation takes the place; every no, cancellation, expiry and reversal frees it.
  `create unique index one_payment_per_order on transaction (shop_id, order_id)
     where status in ('AUTHORISING', 'UNKNOWN', 'TO_REVIEW', 'TO_VALIDATE', 'TO_AUTHORISE', 'TO_CAPTURE', 'REMITTING', 'CAPTURED')`,
  `create table refund (
     id text primary key,
     shop_id text not null,
     transaction_id text not null references transaction,
     reference text not null,
     status text not null check (status in ('TO_APPROVE', 'TO_CREDIT', 'DENIED', 'LAPSED', 'REMITTING', 'CREDITED', 'REJECTED')),
     sequence integer not null check (sequence > 0),
     amount bigint not null check (amount > 0),
     currency text not null,
     rrn text not null,
     reason text,
     response_code text,
     requested_by_kind text not null,
     requested_by_id text,
     remittance_id text,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     unique (shop_id, reference),
     unique (shop_id, rrn)
   )`,
  `create index refund_of_transaction on refund (transaction_id)`,
  `create index refund_to_credit on refund (shop_id, currency) where status = 'TO_CREDIT'`,
];

const BANK = [
  // STANs are leased in blocks, so that no row is written by every payment of a shop.
  `create table stan_lease (
     shop_id text not null,
     terminal text not null,
     day date not null,
     next_stan integer not null check (next_stan between 1 and 1000000),
     primary key (terminal, day)
   )`,
  `create table remittance (
     id text primary key,
     shop_id text not null,
     currency text not null,
     number integer not null check (number > 0),
     business_day date not null,
     status text not null check (status in ('OPEN', 'CLOSED', 'SENT', 'ACKNOWLEDGED', 'OUT_OF_BALANCE', 'PARKED')),
     sequence integer not null check (sequence > 0),
     due_at timestamptz not null,
     closed_at timestamptz,
     closed_by_kind text,
     closed_by_id text,
     debit_count integer not null,
     debit_amount bigint not null,
     credit_count integer not null,
     credit_amount bigint not null,
     bank_debit_count integer,
     bank_debit_amount bigint,
     bank_credit_count integer,
     bank_credit_amount bigint,
     response_code text,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     unique (shop_id, currency, number)
   )`,
  `create unique index one_open_remittance on remittance (shop_id, currency) where status = 'OPEN'`,
  `create index remittance_due on remittance (due_at) where status = 'OPEN'`,
  `create table remittance_item (
     id text primary key,
     shop_id text not null,
     remittance_id text not null references remittance,
     kind text not null check (kind in ('CAPTURE', 'REFUND')),
     transaction_id text not null references transaction,
     refund_id text references refund,
     amount bigint not null check (amount > 0),
     currency text not null,
     status text not null check (status in ('PENDING', 'ACCEPTED', 'REJECTED')),
     response_code text,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     check ((kind = 'REFUND') = (refund_id is not null))
   )`,
  `create index remittance_item_of_remittance on remittance_item (remittance_id, id)`,
  // Each capture and each refund is in at most one unfinished remittance, and accepted at most once.
  `create unique index capture_once on remittance_item (transaction_id) where kind = 'CAPTURE' and status <> 'REJECTED'`,
  `create unique index refund_once on remittance_item (refund_id) where kind = 'REFUND' and status <> 'REJECTED'`,
  // One message to the acquirer and what became of it. Advices stay PENDING until answered.
  `create table exchange (
     id text primary key,
     shop_id text not null,
     kind text not null check (kind in ('AUTHORISATION', 'REVERSAL', 'RELEASE', 'CAPTURE', 'REFUND', 'TOTALS')),
     transaction_id text references transaction,
     refund_id text references refund,
     remittance_id text references remittance,
     item_id text references remittance_item,
     terminal text not null,
     stan text not null,
     day date not null,
     transmitted_at timestamptz not null,
     rrn text,
     amount bigint,
     currency text,
     remaining bigint,
     original_stan text,
     original_transmitted_at timestamptz,
     status text not null check (status in ('PENDING', 'ANSWERED', 'UNANSWERED')),
     attempts integer not null check (attempts >= 0),
     unreachable integer not null check (unreachable >= 0),
     next_at timestamptz,
     leased_until timestamptz,
     not_found_once boolean not null,
     cause text,
     response_code text,
     request jsonb,
     answer jsonb,
     created_at timestamptz not null,
     answered_at timestamptz,
     constraint stan_once unique (terminal, day, stan),
     check (status <> 'PENDING' or kind = 'AUTHORISATION' or next_at is not null)
   )`,
  `create index exchange_of_transaction on exchange (transaction_id, id)`,
  `create index exchange_of_remittance on exchange (remittance_id) where remittance_id is not null`,
  `create index exchange_due on exchange (next_at) where status = 'PENDING' and kind <> 'AUTHORISATION'`,
  // The totals of a batch are told once, in one message that is repeated until answered.
  `create unique index one_totals_of_remittance on exchange (remittance_id) where kind = 'TOTALS'`,
  `create table work_item (
     id text primary key,
     shop_id text not null,
     kind text not null,
     transaction_id text references transaction,
     remittance_id text references remittance,
     opened_at timestamptz not null,
     closed_at timestamptz,
     closed_by_kind text,
     closed_by_id text
   )`,
  `create unique index one_open_work_item on work_item (kind, coalesce(transaction_id, remittance_id)) where closed_at is null`,
];

const LOG = [
  // Journal, feed and audit: one row per state change of anything, never changed, never deleted.
  `create table event (
     id text primary key,
     shop_id text not null,
     subject text not null check (subject in ('SESSION', 'TRANSACTION', 'REFUND', 'REMITTANCE', 'SHOP', 'KEY', 'MEMBER')),
     subject_id text not null,
     transaction_id text,
     sequence integer not null check (sequence > 0),
     event text not null,
     from_status text not null,
     to_status text not null,
     amount bigint,
     currency text,
     actor_kind text not null check (actor_kind in ('SHOPPER', 'MEMBER', 'KEY', 'BANK', 'TILL')),
     actor_id text,
     facts jsonb not null,
     at timestamptz not null,
     recorded_at timestamptz not null,
     unique (subject_id, sequence)
   )`,
  `create index event_of_transaction on event (transaction_id) where transaction_id is not null`,
  // Events that have no position yet: the sequencer takes them from here.
  `create table outbox (event_id text primary key)`,
  // The position of an event is its cursor: gap-free, in the order in which readers are told.
  `create table feed (
     position bigint primary key check (position > 0),
     shop_id text not null,
     event_id text not null unique
   )`,
  `create index feed_of_shop on feed (shop_id, position)`,
  `create table idempotency (
     shop_id text not null,
     scope text not null,
     key text not null check (length(key) between 1 and 255),
     operation text not null,
     input_digest text not null,
     answer_type text not null check (answer_type in ('SESSION', 'CHECKOUT', 'TRANSACTION', 'REFUND', 'REMITTANCE', 'REFUSAL')),
     answer_id text,
     refusal jsonb,
     created_at timestamptz not null,
     primary key (shop_id, scope, key)
   )`,
  `create index idempotency_to_forget on idempotency (created_at)`,
  // A statement whose updates did not meet the rows they expect fails as a whole: what it was decided on has changed.
  `create function guard(expected bigint, actual bigint) returns bigint language plpgsql as $$
     begin
       if actual <> expected then
         raise exception 'expected % rows, met %', expected, actual using errcode = 'GU001';
       end if;
       return actual;
     end $$`,
  `create function never() returns trigger language plpgsql as $$
     begin
       raise exception '% on % is never allowed', tg_op, tg_table_name using errcode = 'GU002';
     end $$`,
  ...['event', 'feed'].flatMap(table => [
    `create trigger never_changed before update or delete on ${table} for each row execute function never()`,
    `create trigger never_emptied before truncate on ${table} for each statement execute function never()`,
  ]),
  // Another role runs than owns: it cannot even try to change the log.
  `do $$
   begin
     if exists (select from pg_roles where rolname = 'guichet_run') then
       grant usage on schema public to guichet_run;
       grant select, insert, update, delete on all tables in schema public to guichet_run;
       revoke update, delete, truncate on event, feed from guichet_run;
     end if;
   end $$`,
];
