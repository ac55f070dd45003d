/**
 * 10, for those who read it: over all its connections, and whichever servers they led to, a reader with a cursor got every event of its
 * scope once, in order, as the log has it.
 */
import type { ClientLine } from '../evidence.js';
import type { FeedClosed, FeedOpened, FeedScope, FeedSeen } from '../evidence-live.js';
import { Check, grouped } from './check.js';
import type { Evidence, Placed } from './read.js';
import type { EventRow } from './rows.js';

type FeedLine = FeedSeen | FeedOpened | FeedClosed;

interface Entry {
  readonly position: number;
  readonly event: EventRow;
  readonly brand: string | null;
}

export function readers(evidence: Evidence): Check {
  const check = new Check(10, 'readers of the log');
  const log = logOf(evidence);
  const lines = evidence.clients.filter((placed): placed is Placed<FeedLine> => isOfFeed(placed.line));
  for (const [reader, own] of grouped(lines, ({ file, line }) => `${file} ${line.reader}`))
    follow(check, log, reader, own);
  return check;
}

function isOfFeed(line: ClientLine): line is FeedLine {
  return line.event === 'feed' || line.event === 'feed-opened' || line.event === 'feed-closed';
}

function logOf({ tables }: Evidence): readonly Entry[] {
  const events = new Map(tables.event.map(event => [event.id, event]));
  const brands = new Map(tables.transaction.map(({ id, brand }) => [id, brand]));
  return tables.feed
    .toSorted((one, other) => one.position - other.position)
    .flatMap(({ position, event_id }) => {
      const event = events.get(event_id);
      return event ? [{ position, event, brand: brands.get(event.transaction_id ?? '') ?? null }] : [];
    });
}

function follow(check: Check, log: readonly Entry[], reader: string, lines: readonly Placed<FeedLine>[]): void {
  const seen = lines.flatMap(({ line, file, number }) => (line.event === 'feed' ? [{ ...line, file, number }] : []));
  const scope = lines.map(({ line }) => line).find(line => line.event !== 'feed-closed')?.scope;
  if (!scope) return;
  const start = startOf(lines);
  const isAtEnd = lines.some(({ line }) => line.event === 'feed-closed' && line.caughtUp === true);
  const until = isAtEnd ? Infinity : Number(seen.at(-1)?.cursor ?? 0);
  const expected = log.filter(entry => entry.position > start && entry.position <= until && isInScope(entry, scope));
  // At least the comparison of two empty lists is one.
  check.looked += 1;
  for (let index = 0; index < Math.max(expected.length, seen.length); index++) {
    const [should, did] = [expected[index], seen[index]];
    const where = { reader, file: did?.file, line: did?.number, cursor: did?.cursor, expected: should?.position };
    check.that(isSame(should, did), () => complaint(should, did), where);
    // What comes after a gap is all displaced; the first place is the one that says something.
    if (!isSame(should, did)) return;
  }
}

/** After its first cursor; where it had none, from the first event it got. */
function startOf(lines: readonly Placed<FeedLine>[]): number {
  const opened = lines.map(({ line }) => line).find(line => line.event === 'feed-opened');
  if (opened?.after !== null && opened?.after !== undefined) return Number(opened.after);
  const first = lines.map(({ line }) => line).find(line => line.event === 'feed');
  return first ? Number(first.cursor) - 1 : Infinity;
}

function isInScope({ event, brand }: Entry, { shopId, filter = {} }: FeedScope): boolean {
  if (event.shop_id !== shopId || event.transaction_id === null) return false;
  if (filter.transactionId !== undefined && event.transaction_id !== filter.transactionId) return false;
  if (filter.type && !filter.type.includes(event.event)) return false;
  if (filter.brand && (brand === null || !filter.brand.includes(brand))) return false;
  return !filter.status || (event.subject === 'TRANSACTION' && filter.status.includes(event.to_status));
}

function isSame(should: Entry | undefined, did: FeedSeen | undefined): boolean {
  if (!should || !did) return should === did;
  const { event, position } = should;
  return (
    did.cursor === String(position) &&
    did.eventId === event.id &&
    did.sequence === event.sequence &&
    did.kind === event.event &&
    did.status === event.to_status &&
    did.transactionId === event.transaction_id
  );
}

function complaint(should: Entry | undefined, did: FeedSeen | undefined): string {
  if (!did) return `A reader missed position ${should?.position} (${should?.event.event}).`;
  if (!should) return `A reader got cursor ${did.cursor}, which is not in its scope, or a second time.`;
  return `A reader got cursor ${did.cursor} (${did.kind}) where the log has ${should.position} (${should.event.event}).`;
}
