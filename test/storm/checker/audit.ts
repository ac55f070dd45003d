/** 11. Exactly one audit entry per state change of anything, with its actor. */
import { Check } from './check.js';
import type { Evidence } from './read.js';
import type { EventRow } from './rows.js';
import { STEPS, stepFrom } from './states.js';

export function audit(evidence: Evidence): Check {
  const check = new Check(11, 'audit entries');
  const { tables, histories } = evidence;
  const rows = [
    tables.payment_session,
    tables.transaction,
    tables.authentication,
    tables.refund,
    tables.remittance,
    tables.shop,
    tables.shop_key,
    tables.member,
    tables.webhook_endpoint,
    // While its day runs nothing has happened to a report: its number is 0.
    tables.daily_report,
  ].flat();
  for (const { id, sequence } of rows) {
    const history = histories.get(id) ?? [];
    check.that(history.length === sequence, `${id} changed ${sequence} times, and ${history.length} entries tell it.`, {
      id,
    });
    history.forEach((event, index) => {
      check.that(event.sequence === index + 1, `Entry ${index + 1} of ${id} has number ${event.sequence}.`, {
        event: event.id,
      });
    });
  }
  const known = new Set(rows.map(({ id }) => id));
  const actors = new Set([...tables.member, ...tables.shop_key, ...tables.payment_session].map(({ id }) => id));
  for (const event of tables.event) {
    check.that(known.has(event.subject_id), 'An entry tells of something that is not there.', { event: event.id });
    hasActor(check, event, actors);
  }
  return check;
}

function hasActor(check: Check, event: EventRow, actors: ReadonlySet<string>): void {
  const { actor_kind: kind, actor_id: id } = event;
  const where = { event: event.id, kind, id };
  const isNamed = kind === 'BANK' || kind === 'TILL' ? id === null : id !== null && actors.has(id);
  check.that(isNamed, `${event.event} has no actor that is known.`, where);
  if (!STEPS[event.subject]) return;
  const may = stepFrom(event.subject, event.from_status, event.event)?.actors ?? [];
  check.that(may.length === 0 || may.includes(kind), `${event.event} cannot be done by ${kind}.`, where);
}
