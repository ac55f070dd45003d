/**
 * Hands made reports to the mail server, again and again until it takes them, refuses them for good, or their three days are
 * over. The very bytes that were made, each time.
 */
import { sql } from 'kysely';
import { LONGEST_WAIT_ms } from '../core/deadlines.js';
import { backOff_ms } from '../core/notification.js';
import type { MailAnswer } from '../core/mailer-port.js';
import { addTime, SECOND_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { loadShop, nowAt } from '../shops/shop.js';

/** One mail server takes them all: more at once would only be more that hang when it does. */
const AT_ONCE = 4;
/** What writing the outcome down may take, once there is one. */
const MARGIN_ms = 10 * SECOND_ms;

/** Answers how many attempts were made. */
export async function sendReports(deps: Deps): Promise<number> {
  if (!deps.mailer.isConnected) return 0;
  const leased = await leaseMails(deps);
  await Promise.all(leased.map(mail => sendOne(deps, mail)));
  return leased.length;
}

interface LeasedMail {
  readonly id: string;
  readonly shop_id: string;
  readonly report_id: string;
  readonly recipient: string;
  readonly attempts: number;
  readonly attempts_before: number;
}

/** The attempt is written down before it is made: of one that died with its process, too, there is a trace. */
async function leaseMails(deps: Deps): Promise<LeasedMail[]> {
  const now = deps.clock.now();
  const never = addTime(now, LONGEST_WAIT_ms);
  const until = addTime(now, deps.mailer.timeout_ms + MARGIN_ms);
  const { rows } = await sql<LeasedMail>`
    with due as (
      select report_mail.id from report_mail join shop on shop.id = report_mail.shop_id
      where report_mail.status = 'PENDING'
        and due_at <= ${now}::timestamptz + shop.clock_offset_ms * interval '1 millisecond'
        and (leased_until is null or leased_until <= ${now}::timestamptz or leased_until > ${never}::timestamptz)
      order by due_at, report_mail.id
      limit ${AT_ONCE}::integer
      for update of report_mail skip locked
    ), leased as (
      update report_mail set attempts = attempts + 1, leased_until = ${until}
      from due where report_mail.id = due.id
      returning report_mail.*
    ), begun as (
      insert into report_mail_attempt (mail_id, number, shop_id, at)
      select id, attempts, shop_id, ${now}::timestamptz from leased
    )
    select id, shop_id, report_id, recipient, attempts, attempts_before from leased`.execute(deps.sql);
  return rows;
}

async function sendOne(deps: Deps, mail: LeasedMail): Promise<void> {
  try {
    const { message } = await deps.sql
      .selectFrom('daily_report')
      .select('message')
      .where('id', '=', mail.report_id)
      .executeTakeFirstOrThrow();
    if (message === null) throw new Error('A report that is mailed is made.');
    const started_ms = deps.clock.monotonic_ms();
    const answer = await deps.mailer.send({ recipient: mail.recipient, message });
    await settle(deps, mail, answer, deps.clock.monotonic_ms() - started_ms);
  } catch (error) {
    // The lease runs out and another round takes it over: mailed twice rather than not at all.
    deps.log.error('report: could not be mailed', { error, mail: mail.id });
  }
}

/** Only who still holds the lease decides what comes next; the attempt is kept all the same. */
async function settle(deps: Deps, mail: LeasedMail, answer: MailAnswer, duration_ms: number): Promise<void> {
  const { id, shop_id, attempts } = mail;
  const now = nowAt(await loadShop(deps.sql, shop_id), deps.clock);
  const { status, due_at } = nextOf(mail, answer, now);
  const isAnswered = answer.kind === 'answered';
  await sql`
    with settled as (
      update report_mail set status = ${status}, due_at = ${due_at}, leased_until = null,
        ended_at = ${status === 'PENDING' ? null : now}
      where id = ${id} and status = 'PENDING' and attempts = ${attempts}
    )
    update report_mail_attempt set duration_ms = ${Math.round(duration_ms)},
      reply_code = ${isAnswered ? answer.code : null}, reply = ${isAnswered ? answer.reply : null},
      fault = ${isAnswered ? null : answer.fault}
    where mail_id = ${id} and number = ${attempts}`.execute(deps.sql);
  if (status === 'REFUSED' || status === 'ABANDONED') deps.log.warn('report: not mailed', { mail: id, status });
}

type Next = { readonly status: 'PENDING' | 'SENT' | 'REFUSED' | 'ABANDONED'; readonly due_at: Date };

function nextOf({ attempts, attempts_before }: LeasedMail, answer: MailAnswer, now: Date): Next {
  if (answer.kind === 'answered' && answer.taken) return { status: 'SENT', due_at: now };
  if (answer.kind === 'answered' && answer.forGood) return { status: 'REFUSED', due_at: now };
  const delay_ms = backOff_ms(attempts - attempts_before);
  return delay_ms === null
    ? { status: 'ABANDONED', due_at: now }
    : { status: 'PENDING', due_at: addTime(now, delay_ms) };
}
