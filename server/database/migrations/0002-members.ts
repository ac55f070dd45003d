import { Migration } from '@mikro-orm/migrations';

/**
 * Who is asking: sign-ins that the server keeps and ends, invitations, the browsers a member has signed in from, and the counters
 * of wrong tries.
 */
export class Members extends Migration {
  override up(): void {
    for (const statement of MEMBERS) this.addSql(statement);
  }
}

const MEMBERS = [
  // Minor units that an OPERATOR may cancel or refund at once, in whatever currency; null = as much as there is.
  `alter table shop add column operator_ceiling bigint check (operator_ceiling between 0 and 999999999999)`,
  `alter table member
     add column sequence integer not null default 1 check (sequence > 0),
     add column last_signed_in_at timestamptz,
     add column invitation_hash text unique,
     add column invitation_ends_at timestamptz,
     add check ((invitation_hash is null) = (invitation_ends_at is null))`,
  `alter table member alter column sequence drop default`,
  `alter table shop_key
     add column sequence integer not null default 1 check (sequence > 0)`,
  `alter table shop_key alter column sequence drop default`,
  // Who has left may be invited anew, and is then another member.
  `drop index member_email`,
  `create unique index member_email on member (lower(email)) where disabled_at is null`,
  `create index member_of_shop on member (shop_id)`,
  `create index shop_key_of_shop on shop_key (shop_id)`,
  `create table sign_in (
     id text primary key,
     shop_id text not null,
     member_id text not null references member,
     token_hash text not null unique,
     previous_at timestamptz,
     created_at timestamptz not null,
     last_seen_at timestamptz not null,
     ends_at timestamptz not null
   )`,
  `create index sign_in_of_member on sign_in (member_id)`,
  `create index sign_in_to_forget on sign_in (ends_at)`,
  `create table member_device (
     id text primary key,
     member_id text not null references member,
     created_at timestamptz not null,
     last_used_at timestamptz not null
   )`,
  `create index member_device_to_forget on member_device (last_used_at)`,
  // Without a reference to member: tries on an address that nobody has are counted like all others.
  `create table try_counter (
     id text primary key,
     tries integer not null check (tries > 0),
     locked_until timestamptz,
     last_at timestamptz not null
   )`,
  `create index try_counter_to_forget on try_counter (last_at)`,
  `do $$
   begin
     if exists (select from pg_roles where rolname = 'guichet_run') then
       grant select, insert, update, delete on sign_in, member_device, try_counter to guichet_run;
     end if;
   end $$`,
];
