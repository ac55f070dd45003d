import { Migration } from '@mikro-orm/migrations';

/** 3-D Secure: the directory's ranges, and one authentication per transaction that needs one. */
export class Authentication extends Migration {
  override up(): void {
    for (const statement of STATEMENTS) this.addSql(statement);
  }
}

const STATEMENTS = [
  `create table threeds_directory (
     id text primary key,
     serial text not null,
     first_version text not null,
     last_version text not null,
     asked_at timestamptz not null
   )`,
  `create table threeds_range (
     low text not null,
     high text not null,
     first_version text not null,
     last_version text not null,
     method_url text,
     primary key (low, high),
     check (length(low) = length(high) and low <= high)
   )`,
  `create table authentication (
     id text primary key,
     shop_id text not null,
     session_id text not null references payment_session,
     transaction_id text not null references transaction,
     status text not null check (status in ('METHOD', 'REQUESTING', 'CHALLENGE', 'ENDED')),
     sequence integer not null check (sequence > 0),
     server_transaction_id text not null unique,
     directory_transaction_id text,
     acs_transaction_id text,
     version text not null,
     result_token_hash text not null unique,
     mandated boolean not null,
     method text not null check (method in ('DONE', 'NOT_DONE', 'NONE')),
     method_url text,
     browser jsonb not null,
     acs_url text,
     trans_status text,
     reason text,
     eci text,
     outcome text,
     ended_because text check (ended_because in ('FAILED', 'CANCELLED', 'TIMED_OUT', 'UNREACHABLE', 'TECHNICAL')),
     sealed_cavv bytea,
     cavv_key_id text,
     sealed_code bytea,
     code_key_id text,
     due_at timestamptz not null,
     request jsonb,
     answer jsonb,
     result jsonb,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     check ((status = 'ENDED') = (outcome is not null)),
     check (outcome is null or outcome in ('AUTHENTICATED', 'ATTEMPTED', 'INFORMATIONAL', 'UNAVAILABLE', 'FAILED', 'REJECTED', 'ABANDONED')),
     check ((sealed_cavv is null) = (cavv_key_id is null)),
     check ((sealed_code is null) = (code_key_id is null))
   )`,
  `create index authentication_of_transaction on authentication (transaction_id, id)`,
  `create index authentication_due on authentication (due_at) where status <> 'ENDED'`,
  `create unique index one_authentication_under_way on authentication (transaction_id) where status <> 'ENDED'`,
  `alter table transaction add authentication_id text`,
  // Whether to go on when nobody could say who the shopper is; the shop decides.
  `alter table shop add authorise_if_unavailable boolean not null default true`,
  `create index transaction_authenticating on transaction (updated_at) where status = 'AUTHENTICATING'`,
  `alter table event drop constraint event_subject_check`,
  `alter table event add constraint event_subject_check
     check (subject in ('SESSION', 'TRANSACTION', 'AUTHENTICATION', 'REFUND', 'REMITTANCE', 'SHOP', 'KEY', 'MEMBER'))`,
  `do $$
   begin
     if exists (select from pg_roles where rolname = 'guichet_run') then
       grant select, insert, update, delete on threeds_directory, threeds_range, authentication to guichet_run;
     end if;
   end $$`,
];
