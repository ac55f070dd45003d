/**
 * The shape of every state table of the core: from each status, which events may come, where each leads, and one
 * sentence on why. The compiler checks that every status has its row; the tests compare every status × every event with
 * a literal grid; `scripts/draw-state-tables.ts` draws them into `server/ARCHITECTURE.md`.
 */

/** Where a thing is before its first event. It is never stored. */
export type Start = 'NEW';

export interface Arrow<Status extends string> {
  readonly to: Status;
  /** One English sentence: what happened, and why it leads there. */
  readonly because: string;
}

export type StateTable<Status extends string, Event extends string> = {
  readonly [From in Status | Start]: { readonly [E in Event]?: Arrow<Status> };
};

/** The row of one status, when a table is put together from parts. */
export type ArrowsFrom<Status extends string, Event extends string> = { readonly [E in Event]?: Arrow<Status> };

/** The status that `event` leads to. Asking for an arrow that is not there is a bug of ours, not a refusal. */
export function follow<Status extends string, Event extends string>(
  table: StateTable<Status, Event>,
  from: Status | Start,
  event: Event,
): Status {
  const arrow = arrowOf(table, from, event);
  if (!arrow) throw new Error(`No arrow ${event} leaves ${from}.`);
  return arrow.to;
}

export function hasArrow<Status extends string, Event extends string>(
  table: StateTable<Status, Event>,
  from: Status | Start,
  event: Event,
): boolean {
  return arrowOf(table, from, event) !== undefined;
}

/** Whether no arrow leads out of `status` any more. Events that change nothing but amounts may still come. */
export function isLast<Status extends string, Event extends string>(
  table: StateTable<Status, Event>,
  status: Status,
): boolean {
  return Object.values<Arrow<Status> | undefined>(table[status]).every(arrow => !arrow || arrow.to === status);
}

function arrowOf<Status extends string, Event extends string>(
  table: StateTable<Status, Event>,
  from: Status | Start,
  event: Event,
): Arrow<Status> | undefined {
  const row: ArrowsFrom<Status, Event> | undefined = Object.hasOwn(table, from) ? table[from] : undefined;
  return row && Object.hasOwn(row, event) ? row[event] : undefined;
}
