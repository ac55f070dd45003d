/**
 * The work list: what the house could not bring to an end by itself and a person should know of. An entry closes itself
 * when its cause is gone.
 */
import type { Actor } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Selectable } from 'kysely';
import type { Deps } from '../database/deps.js';
import type { WorkItemTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';

export type WorkRow = Selectable<WorkItemTable>;

export const WORK_KINDS = {
  UNKNOWN_OUTCOME: 'The bank has not yet confirmed that it holds nothing for a transaction whose outcome is unknown.',
  RELEASE_UNACKNOWLEDGED: 'The bank has not yet acknowledged that a cancelled amount is released.',
  REMITTANCE_PARKED: 'The bank cannot be reached for a remittance.',
  REMITTANCE_OUT_OF_BALANCE: "The bank's totals of a remittance differ from ours.",
} as const;
export type WorkKind = keyof typeof WORK_KINDS;

type About = { readonly transactionId: string } | { readonly remittanceId: string };

/**
 * Opens an entry unless one of this kind is open for the same thing. In the unit of work that finds its cause: a process that
 * ends in between would leave a cause that nobody is told of.
 */
export function openWork(writes: Writes, deps: Deps, shopId: string, kind: WorkKind, about: About, at: Date): void {
  writes.insertUnlessThere('work_item', {
    id: newId('work', deps),
    shop_id: shopId,
    kind,
    transaction_id: 'transactionId' in about ? about.transactionId : null,
    remittance_id: 'remittanceId' in about ? about.remittanceId : null,
    opened_at: at,
    closed_at: null,
    closed_by_kind: null,
    closed_by_id: null,
  });
}

/** Closes what is open of these kinds, in the unit of work that ends their cause; otherwise it might stay open for ever. */
export function closeWork(writes: Writes, kinds: readonly WorkKind[], about: About, by: Actor, at: Date): void {
  const subject =
    'transactionId' in about ? { transaction_id: about.transactionId } : { remittance_id: about.remittanceId };
  writes.updateAll(
    'work_item',
    { ...subject, kind: [...kinds], closed_at: null },
    { closed_at: at, closed_by_kind: by.kind, closed_by_id: by.id },
  );
}

export async function hasOpenWork(
  deps: Deps,
  kind: WorkKind,
  about: { readonly transactionId: string },
): Promise<boolean> {
  const open = await deps.sql
    .selectFrom('work_item')
    .select('id')
    .where('closed_at', 'is', null)
    .where('kind', '=', kind)
    .where('transaction_id', '=', about.transactionId)
    .executeTakeFirst();
  return open !== undefined;
}

/** The open entries of a shop, oldest first; more than a hundred at once is a day on which people telephone. */
export async function listOpenWork(deps: Pick<Deps, 'sql'>, shopId: string): Promise<WorkRow[]> {
  return deps.sql
    .selectFrom('work_item')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
}
