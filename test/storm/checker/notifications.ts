/**
 * 7. Notifications: at least once, the same id and bytes each time, in order per endpoint and transaction, none without a committed cause,
 * and none forgotten: every cause of an endpoint that is told arrived, or is visibly given up.
 */
import type { ReceiverLine } from '../evidence.js';
import { Check, grouped } from './check.js';
import type { Evidence, Placed } from './read.js';
import type { DeliveryRow, EventRow } from './rows.js';
import { answeredCalls, placeOf, resultOf } from './told.js';
import { saidBy } from './told-body.js';

type Arrival = Placed<ReceiverLine>;

export function notifications(evidence: Evidence): Check {
  const check = new Check(7, 'notifications');
  const deliveries = new Map(evidence.tables.delivery.map(row => [row.id, row]));
  const arrivals = grouped(evidence.receivers, ({ line }) => line.id);
  const falsified = evidence.faults.some(
    ({ target, kind }) => target.startsWith('receivers') && /garble|flip|falsif/i.test(kind),
  );
  for (const [id, own] of arrivals) sameBytes(check, id, own, deliveries.get(id), falsified);
  const positions = new Map(evidence.tables.feed.map(({ position, event_id }) => [position, event_id]));
  for (const row of deliveries.values()) {
    hasCause(check, evidence, row, positions);
    isTold(check, row, arrivals.get(row.id) ?? []);
  }
  inOrder(check, evidence, arrivals);
  sentAgain(check, evidence, deliveries, arrivals);
  return check;
}

function sameBytes(
  check: Check,
  id: string,
  own: readonly Arrival[],
  row: DeliveryRow | undefined,
  falsified: boolean,
): void {
  for (const { line, file, number } of own) {
    const where = { file, line: number, delivery: id };
    check.that(line.verified || falsified, 'A signature was not good, and nothing was falsified on the way.', where);
    if (!line.verified) continue;
    check.that(row !== undefined, 'A notification came that the database knows nothing of.', where);
    if (!row) continue;
    const body = Buffer.from(line.body, 'base64').toString('utf8');
    check.that(body === row.body, 'The same id came with other bytes.', where);
    check.that(line.endpointId === row.endpoint_id, 'A notification came to another endpoint than its own.', where);
  }
}

/** The event is in the log, has the position that the notification names, and says the same. */
function hasCause(
  check: Check,
  { histories }: Evidence,
  row: DeliveryRow,
  positions: ReadonlyMap<number, string>,
): void {
  const data = saidBy(row.body);
  const event = histories.get(data.id ?? '')?.find(({ sequence }) => sequence === data.sequence);
  const holds =
    event?.id === row.event_id && event.event === data.event && positions.get(row.position) === row.event_id;
  check.that(holds && data.cursor === String(row.position), 'A notification has no committed cause.', {
    delivery: row.id,
    event: row.event_id,
  });
}

function isTold(check: Check, row: DeliveryRow, own: readonly Arrival[]): void {
  const where = { delivery: row.id, endpoint: row.endpoint_id, attempts: row.attempts };
  check.that(row.status !== 'PENDING', 'A notification still waits though all is quiet.', where);
  const taken = own.some(({ line }) => isTaken(line));
  check.that(row.status !== 'DELIVERED' || taken, 'A notification counts as delivered, and nobody took it.', where);
}

function isTaken({ answered, verified }: ReceiverLine): boolean {
  return verified && typeof answered === 'number' && answered >= 200 && answered < 300;
}

/** What a person has asked for once more may come after what follows it; what was taken before that was in order all the same. */
function inOrder(check: Check, evidence: Evidence, arrivals: ReadonlyMap<string, readonly Arrival[]>): void {
  const { tables, receivers } = evidence;
  const places = new Map(receivers.map((arrival, place) => [arrival, place]));
  const askedAgain = firstAskedAgain(evidence);
  for (const [lane, rows] of grouped(tables.delivery, row => `${row.endpoint_id} ${row.lane}`)) {
    let last = -1;
    for (const row of rows.toSorted((one, other) => one.position - other.position)) {
      const first = (arrivals.get(row.id) ?? []).find(({ line }) => isTaken(line));
      if (!first || first.line.at >= (askedAgain.get(row.id) ?? 'never')) continue;
      const place = places.get(first) ?? -1;
      check.that(place > last, 'A notification was taken before the one that comes before it.', {
        lane,
        delivery: row.id,
      });
      last = Math.max(last, place);
    }
  }
}

function firstAskedAgain({ clients }: Evidence): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { line } of clients) {
    if (line.event !== 'asked' || line.operation !== 'redeliver') continue;
    const { deliveryId = '' } = line.about;
    const known = first.get(deliveryId);
    if (known === undefined || line.at < known) first.set(deliveryId, line.at);
  }
  return first;
}

/** What a person was told is due again has come again, or has been given up again. What was under way when it was asked for counts. */
function sentAgain(
  check: Check,
  evidence: Evidence,
  deliveries: ReadonlyMap<string, DeliveryRow>,
  arrivals: ReadonlyMap<string, readonly Arrival[]>,
): void {
  for (const call of answeredCalls(evidence)) {
    const result = call.asked.line.operation === 'redeliver' ? resultOf(call) : null;
    if (typeof result?.['id'] !== 'string') continue;
    const row = deliveries.get(result['id']);
    const since_ms = Date.parse(call.asked.line.at) - evidence.run.bounds.underWay_ms;
    const came = (arrivals.get(result['id']) ?? []).some(
      ({ line }) => isTaken(line) && Date.parse(line.at) >= since_ms,
    );
    const holds = row !== undefined && (row.status !== 'DELIVERED' || came);
    check.that(holds, 'A notification was asked for again, and never came again.', placeOf(call));
  }
}

/** Of sessions only the end is told. */
const ENDS: ReadonlySet<string> = new Set(['PAID', 'REFUSED', 'CANCELLED', 'EXPIRED']);

function typeOf({ subject, to_status }: EventRow): string | null {
  if (subject === 'SESSION') return ENDS.has(to_status) ? `SESSION_${to_status}` : null;
  return subject === 'TRANSACTION' || subject === 'REFUND' || subject === 'REMITTANCE' ? `${subject}_UPDATED` : null;
}

/**
 * Every cause has its notification. An endpoint is owed what gets its position after that of its own making or enabling. What was
 * waiting for a position while it was disabled is not owed (`mayHaveWaited`).
 */
export function noneForgotten({ tables, histories }: Evidence): Check {
  const check = new Check(7, 'causes of notifications');
  const events = new Map(tables.event.map(event => [event.id, event]));
  const log = tables.feed
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ position, event_id }) => {
      const event = events.get(event_id);
      return event ? [{ position, event, type: typeOf(event) }] : [];
    });
  const positions = new Map(log.map(({ position, event }) => [event.id, position]));
  const told = grouped(tables.delivery, row => row.endpoint_id);
  for (const endpoint of tables.webhook_endpoint) {
    const got = new Map((told.get(endpoint.id) ?? []).map(row => [row.position, row]));
    const openings = openTimes(histories.get(endpoint.id) ?? [], positions);
    for (const [place, [from, to]] of openings.entries()) {
      const causes = log.filter(
        ({ position, event, type }) =>
          position > from &&
          position < to &&
          event.shop_id === endpoint.shop_id &&
          type !== null &&
          (endpoint.types?.includes(type) ?? true),
      );
      const came = causes.map(({ position }) => got.has(position));
      const [waitedFrom, waitedTo] = to === Infinity ? [0, 0] : mayHaveWaited(came, place < openings.length - 1);
      for (const { position, event, type } of [...causes.slice(0, waitedFrom), ...causes.slice(waitedTo)]) {
        const row = got.get(position);
        check.that(row?.event_id === event.id, `${event.event} at ${position} was never to be told to an endpoint.`, {
          endpoint: endpoint.id,
          event: event.id,
        });
        check.that(row === undefined || row.type === type, 'A notification has another type than its cause.', {
          event: event.id,
        });
      }
    }
  }
  return check;
}

/**
 * Of what stands before an endpoint's being disabled in the log: which piece of it, from and to before, may have waited until it was
 * disabled, by whether each came. Nobody can tell from outside what waited; but it is one piece, and what comes after it came only if the
 * endpoint was enabled again before that, too, got its positions.
 */
export function mayHaveWaited(came: readonly boolean[], isEnabledAgain: boolean): [number, number] {
  const to = came.lastIndexOf(false) + 1;
  if (to === 0 || (to < came.length && !isEnabledAgain)) return [0, 0];
  return [came.lastIndexOf(true, to - 1) + 1, to];
}

/** From which position to which an endpoint was enabled. */
function openTimes(history: readonly EventRow[], positions: ReadonlyMap<string, number>): [number, number][] {
  const times: [number, number][] = [];
  for (const { id, event } of history) {
    const position = positions.get(id) ?? Infinity;
    if (event === 'CREATED' || event === 'ENABLED') times.push([position, Infinity]);
    const open = times.at(-1);
    if ((event === 'DISABLED' || event === 'GONE') && open) open[1] = position;
  }
  return times;
}
