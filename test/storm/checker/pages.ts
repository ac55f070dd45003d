/**
 * 5, for those who follow their payment: a page shows its own session and no other; only what was so, and in the order in which it came
 * about, so that after an end nothing else is shown; and one that stays open is shown the end.
 */
import type { ClientLine } from '../evidence.js';
import type { PageClosed, PageOpened, PageShown } from '../evidence-live.js';
import { Check, grouped } from './check.js';
import type { Evidence, Placed } from './read.js';
import type { EventRow } from './rows.js';
import { FINAL } from './states.js';
import { answeredCalls } from './told.js';

type PageLine = PageOpened | PageShown | PageClosed;

interface Told {
  readonly at: string;
  readonly status: string;
}

export function pages(evidence: Evidence): Check {
  const check = new Check(5, 'pages that follow a payment');
  const lines = evidence.clients.filter((placed): placed is Placed<PageLine> => isOfPage(placed.line));
  const ends = endsTold(evidence);
  for (const own of grouped(lines, ({ file, line }) => `${file} ${line.page}`).values()) {
    const opened = own.map(({ line }) => line).find(line => line.event === 'page-opened');
    if (!opened) throw new Error(`${own[0]?.file} shows a page that was never opened.`);
    const history = evidence.histories.get(opened.sessionId) ?? [];
    const shown = own.filter((placed): placed is Placed<PageShown> => placed.line.event === 'page-shown');
    follows(check, opened, shown, history);
    endStays(check, opened, shown, ends.get(opened.sessionId));
    const isWhole = own.some(({ line }) => line.event === 'page-closed' && line.caughtUp === true);
    if (isWhole) showsTheEnd(check, opened, shown.at(-1), history);
  }
  return check;
}

function isOfPage(line: ClientLine): line is PageLine {
  return line.event === 'page-opened' || line.event === 'page-shown' || line.event === 'page-closed';
}

/** Each status is that of an event of the session, the same or a later one than that before. */
function follows(
  check: Check,
  { sessionId }: PageOpened,
  shown: readonly Placed<PageShown>[],
  history: readonly EventRow[],
): void {
  let reached = 0;
  for (const placed of shown) {
    const { id, status } = shownBy(placed.line);
    const where = { ...placeOf(placed), id, status };
    check.that(id === sessionId, 'A page was shown another session than its own.', where);
    const next = history.findIndex((event, place) => place >= reached && event.to_status === status);
    check.that(next !== -1, `A page was shown ${status} after what came later, or what never was.`, where);
    reached = Math.max(reached, next);
  }
}

/** Whoever was told of the end before this page was opened. */
function endStays(
  check: Check,
  { at, sessionId }: PageOpened,
  shown: readonly Placed<PageShown>[],
  end: Told | undefined,
): void {
  if (!end || end.at >= at) return;
  for (const placed of shown) {
    const { status } = shownBy(placed.line);
    check.that(status === end.status, `${sessionId} was told as ${end.status} for good, and shown as ${status}.`, {
      ...placeOf(placed),
      toldAt: end.at,
    });
  }
}

function showsTheEnd(
  check: Check,
  { page }: PageOpened,
  last: Placed<PageShown> | undefined,
  history: readonly EventRow[],
): void {
  const now = history.at(-1)?.to_status;
  const status = last && shownBy(last.line).status;
  check.that(status === now, `A page stood open to the end and shows ${status}, where ${now} is.`, { page });
}

/** When somebody was first told of a session's end, by an answer. */
function endsTold(evidence: Evidence): ReadonlyMap<string, Told> {
  const ends = new Map<string, Told>();
  for (const { told, statements } of answeredCalls(evidence))
    for (const { id, status } of statements) {
      const { at } = told.line;
      const isEnd = id.startsWith('ps_') && FINAL['SESSION']?.has(status);
      if (isEnd && at < (ends.get(id)?.at ?? 'never')) ends.set(id, { at, status });
    }
  return ends;
}

function shownBy({ answer }: PageShown): { readonly id: unknown; readonly status: string } {
  const { id, status } = (answer['checkoutChanged'] ?? {}) as Readonly<Record<string, unknown>>;
  return { id, status: String(status) };
}

function placeOf({ file, number, line }: Placed<PageShown>): Readonly<Record<string, unknown>> {
  return { file, line: number, page: line.page, at: line.at };
}
