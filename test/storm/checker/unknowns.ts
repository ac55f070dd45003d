/**
 * 6. No `UNKNOWN` older than its bound without a work-list entry; at rest none at all without one, and no entry about what is
 * known.
 */
import { Check, grouped } from './check.js';
import type { Evidence } from './read.js';
import type { EventRow, WorkRow } from './rows.js';

export function unknowns(evidence: Evidence): Check {
  const check = new Check(6, 'unknown outcomes');
  const { tables } = evidence;
  const work = grouped(tables.work_item, item => item.transaction_id);
  for (const { id, status } of tables.transaction) {
    const items = work.get(id) ?? [];
    atRest(check, id, status, items);
    bounded(check, evidence, id, items);
  }
  undone(check, evidence, work);
  for (const item of tables.work_item) needed(check, evidence, item);
  return check;
}

function atRest(check: Check, transaction: string, status: string, items: readonly WorkRow[]): void {
  const isListed = items.some(({ kind, closed_at }) => kind === 'UNKNOWN_OUTCOME' && closed_at === null);
  check.that(status !== 'AUTHORISING', 'Nobody asks any more, and it is still being authorised.', { transaction });
  check.that(status !== 'UNKNOWN' || isListed, 'An outcome is unknown, and on no work list.', { transaction });
}

function bounded(check: Check, { histories, run }: Evidence, transaction: string, items: readonly WorkRow[]): void {
  const history = histories.get(transaction) ?? [];
  history.forEach((event, index) => {
    if (event.event !== 'ANSWER_MISSING') return;
    const known = history
      .slice(index + 1)
      .find(({ from_status, to_status }) => from_status === 'UNKNOWN' && to_status !== 'UNKNOWN');
    // The clocks of two processes may be hours apart; what took longer than the whole run did not.
    const run_ms = Date.parse(run.endedAt) - Date.parse(run.startedAt);
    const recorded_ms = Date.parse(known?.recorded_at ?? run.endedAt) - Date.parse(event.recorded_at);
    const lasted_ms = Math.min(recorded_ms, run_ms);
    const wasListed = items.some(({ kind }) => kind === 'UNKNOWN_OUTCOME');
    check.that(
      lasted_ms <= run.bounds.unknown_ms || wasListed,
      `Unknown for ${lasted_ms} ms, and never on the work list.`,
      {
        transaction,
        event: event.id,
      },
    );
  });
}

/** A release that is not acknowledged leaves money held that nobody wants. */
function undone(check: Check, { tables }: Evidence, work: ReadonlyMap<string | null, readonly WorkRow[]>): void {
  for (const row of tables.exchange) {
    if (row.kind !== 'REVERSAL' && row.kind !== 'RELEASE') continue;
    const isListed = (work.get(row.transaction_id) ?? []).some(({ closed_at }) => closed_at === null);
    check.that(
      row.status === 'ANSWERED' || isListed,
      'The bank has not acknowledged a reversal, and no work list says so.',
      {
        exchange: row.id,
        transaction: row.transaction_id,
      },
    );
  }
}

const CAUSE: Readonly<Record<string, (last: EventRow | undefined, pending: boolean) => boolean>> = {
  UNKNOWN_OUTCOME: last => last?.to_status === 'UNKNOWN',
  RELEASE_UNACKNOWLEDGED: (_last, pending) => pending,
  REMITTANCE_PARKED: last => last?.to_status === 'PARKED',
  REMITTANCE_OUT_OF_BALANCE: last => last?.to_status === 'OUT_OF_BALANCE',
};

function needed(check: Check, { histories, tables }: Evidence, item: WorkRow): void {
  if (item.closed_at !== null) return;
  const about = item.transaction_id ?? item.remittance_id ?? '';
  const pending = tables.exchange.some(row => row.transaction_id === about && row.status === 'PENDING');
  const holds = CAUSE[item.kind]?.(histories.get(about)?.at(-1), pending) ?? false;
  check.that(holds, `The work list has an entry whose cause is gone: ${item.kind}.`, { work: item.id, about });
}
