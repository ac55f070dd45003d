import { Migration } from '@mikro-orm/migrations';

/**
 * Where a shop's servers are told, what they are told, and each attempt to (decisions/0008-notifications.md).
 */
export class Notifications extends Migration {
  override up(): void {
    for (const statement of NOTIFICATIONS) this.addSql(statement);
  }
}

const NOTIFICATIONS = [
  `alter table event drop constraint event_subject_check`,
  `alter table event add constraint event_subject_check
     check (subject in
       ('SESSION', 'TRANSACTION', 'AUTHENTICATION', 'REFUND', 'REMITTANCE', 'SHOP', 'KEY', 'MEMBER', 'ENDPOINT'))`,
  `alter table idempotency drop constraint idempotency_answer_type_check`,
  `alter table idempotency add constraint idempotency_answer_type_check
     check (answer_type in ('SESSION', 'CHECKOUT', 'TRANSACTION', 'REFUND', 'REMITTANCE', 'ENDPOINT', 'REFUSAL'))`,
  `create table webhook_endpoint (
     id text primary key,
     shop_id text not null references shop,
     url text not null,
     description text not null,
     types text[] check (cardinality(types) > 0),
     status text not null check (status in ('ENABLED', 'DISABLED')),
     disabled_because text check (disabled_because in ('SHOP', 'GONE')),
     sequence integer not null check (sequence > 0),
     created_at timestamptz not null,
     updated_at timestamptz not null,
     check ((status = 'DISABLED') = (disabled_because is not null))
   )`,
  `create index webhook_endpoint_of_shop on webhook_endpoint (shop_id, id)`,
  // One secret has no end; those it replaced sign beside it until theirs.
  `create table webhook_secret (
     id text primary key,
     shop_id text not null,
     endpoint_id text not null references webhook_endpoint,
     sealed bytea not null,
     sealed_key_id text not null,
     created_at timestamptz not null,
     ends_at timestamptz
   )`,
  `create index webhook_secret_of_endpoint on webhook_secret (endpoint_id, id)`,
  `create table delivery (
     id text primary key,
     shop_id text not null,
     endpoint_id text not null references webhook_endpoint,
     event_id text not null,
     position bigint not null,
     lane text not null,
     type text not null,
     body text not null,
     status text not null check (status in ('PENDING', 'DELIVERED', 'ABANDONED')),
     attempts integer not null check (attempts >= 0),
     attempts_before integer not null check (attempts_before between 0 and attempts),
     due_at timestamptz not null,
     leased_until timestamptz,
     created_at timestamptz not null,
     ended_at timestamptz,
     -- None without a committed cause, and one per cause.
     unique (endpoint_id, event_id),
     check ((status = 'PENDING') = (ended_at is null)),
     check (status = 'PENDING' or leased_until is null)
   )`,
  `create index delivery_of_shop on delivery (shop_id, id)`,
  `create index delivery_of_endpoint on delivery (endpoint_id, id)`,
  `create index delivery_due on delivery (endpoint_id, due_at, position) where status = 'PENDING'`,
  `create index delivery_in_order on delivery (endpoint_id, lane, position) where status = 'PENDING'`,
  `create index delivery_leased on delivery (endpoint_id) where leased_until is not null`,
  `create table delivery_attempt (
     delivery_id text not null references delivery,
     number integer not null check (number > 0),
     shop_id text not null,
     at timestamptz not null,
     duration_ms integer check (duration_ms >= 0),
     status_code integer,
     fault text,
     answer text,
     primary key (delivery_id, number)
   )`,
  `do $$
   begin
     if exists (select from pg_roles where rolname = 'guichet_run') then
       grant select, insert, update, delete on webhook_endpoint, webhook_secret, delivery, delivery_attempt to guichet_run;
     end if;
   end $$`,
];
