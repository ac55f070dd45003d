import { Migration } from '@mikro-orm/migrations';

/**
 * The day by e-mail: one report per shop and business day, its message as it was made, and each attempt to hand it to a
 * recipient (decisions/0010-daily-mail.md).
 */
export class Reports extends Migration {
  override up(): void {
    for (const statement of REPORTS) this.addSql(statement);
  }
}

const REPORTS = [
  `alter table shop
     add column sequence integer not null default 1 check (sequence > 0),
     add column report_recipients text[] not null default '{}' check (cardinality(report_recipients) <= 20),
     add column report_locale text not null default 'fr' check (report_locale in ('fr', 'en'))`,
  `update shop set report_locale = 'en' where locale not like 'fr%'`,
  `alter table event drop constraint event_subject_check`,
  `alter table event add constraint event_subject_check
     check (subject in ('SESSION', 'TRANSACTION', 'AUTHENTICATION', 'REFUND', 'REMITTANCE', 'SHOP', 'KEY', 'MEMBER',
       'ENDPOINT', 'REPORT'))`,
  `alter table idempotency drop constraint idempotency_answer_type_check`,
  `alter table idempotency add constraint idempotency_answer_type_check
     check (answer_type in ('SESSION', 'CHECKOUT', 'TRANSACTION', 'REFUND', 'REMITTANCE', 'ENDPOINT', 'REPORT', 'REFUSAL'))`,
  `create index refund_of_day on refund (shop_id, created_at)`,
  // One row per shop is OPEN: the day that is running. Each begins where the one before it ended.
  `create table daily_report (
     id text primary key,
     shop_id text not null references shop,
     business_day date not null,
     from_at timestamptz not null,
     until_at timestamptz not null,
     status text not null check (status in ('OPEN', 'MADE')),
     sequence integer not null check (sequence >= 0),
     locale text,
     subject text,
     text text,
     html text,
     csv text,
     message bytea,
     created_at timestamptz not null,
     made_at timestamptz,
     check (from_at < until_at),
     check ((status = 'MADE') = (made_at is not null)),
     check ((status = 'MADE') = (message is not null)),
     unique (shop_id, business_day)
   )`,
  `create unique index one_open_report on daily_report (shop_id) where status = 'OPEN'`,
  `create index daily_report_of_shop on daily_report (shop_id, id)`,
  `create table report_mail (
     id text primary key,
     shop_id text not null,
     report_id text not null references daily_report,
     recipient text not null,
     status text not null check (status in ('PENDING', 'SENT', 'REFUSED', 'ABANDONED')),
     attempts integer not null check (attempts >= 0),
     attempts_before integer not null check (attempts_before between 0 and attempts),
     due_at timestamptz not null,
     leased_until timestamptz,
     created_at timestamptz not null,
     ended_at timestamptz,
     unique (report_id, recipient),
     check ((status = 'PENDING') = (ended_at is null)),
     check (status = 'PENDING' or leased_until is null)
   )`,
  `create index report_mail_due on report_mail (due_at) where status = 'PENDING'`,
  `create table report_mail_attempt (
     mail_id text not null references report_mail,
     number integer not null check (number > 0),
     shop_id text not null,
     at timestamptz not null,
     duration_ms integer check (duration_ms >= 0),
     reply_code integer,
     fault text,
     reply text,
     primary key (mail_id, number)
   )`,
  // What was made is what was mailed: nobody alters it afterwards.
  `create function report_as_made() returns trigger language plpgsql as $$
     begin
       if old.status = 'MADE' and (new.message, new.text, new.html, new.csv, new.subject, new.business_day, new.made_at, new.status)
         is distinct from (old.message, old.text, old.html, old.csv, old.subject, old.business_day, old.made_at, old.status) then
         raise exception 'a report that is made is never changed' using errcode = 'GU002';
       end if;
       return new;
     end $$`,
  `create trigger report_as_made before update on daily_report for each row execute function report_as_made()`,
  `do $$
   begin
     if exists (select from pg_roles where rolname = 'guichet_run') then
       grant select, insert, update, delete on daily_report, report_mail, report_mail_attempt to guichet_run;
     end if;
   end $$`,
];
