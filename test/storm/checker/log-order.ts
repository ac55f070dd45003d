/** 10. The event log is gap-free and in order: every event at one position, positions without a gap, each subject's events in order. */
import { Check } from './check.js';
import type { Evidence } from './read.js';
import type { EventRow } from './rows.js';

export function logOrder({ tables }: Evidence): Check {
  const check = new Check(10, 'positions of the log');
  const events = new Map(tables.event.map(event => [event.id, event]));
  const feed = tables.feed.toSorted((one, other) => one.position - other.position);
  const seen = new Set<string>();
  const last = new Map<string, number>();
  feed.forEach(({ position, event_id, shop_id }, index) => {
    const event: EventRow | undefined = events.get(event_id);
    const where = { position, event: event_id };
    check.that(position === index + 1, `Position ${position} stands where ${index + 1} belongs.`, where);
    check.that(event?.shop_id === shop_id, 'A position of an event that is not there, or of another shop.', where);
    check.that(!seen.has(event_id), 'An event stands at two positions.', where);
    seen.add(event_id);
    if (!event) return;
    const before = last.get(event.subject_id) ?? 0;
    check.that(
      event.sequence === before + 1,
      `Event ${event.sequence} of ${event.subject_id} follows ${before}.`,
      where,
    );
    last.set(event.subject_id, event.sequence);
  });
  for (const { id } of tables.event) check.that(seen.has(id), 'An event has no position.', { event: id });
  check.that(tables.outbox.length === 0, `${tables.outbox.length} events still wait for a position.`, {
    events: tables.outbox.slice(0, 5),
  });
  return check;
}
