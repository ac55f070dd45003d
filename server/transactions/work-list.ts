/**
 * The work list: what the house could not bring to an end by itself and a person should know of. An entry closes itself
 * when its cause is gone.
 */
import type { Actor } from '../core/caller.js';
import { newId } from '../core/identifiers.js';
import type { Selectable } from 'kysely';
import type { Deps } from '../database/deps.js';
import type { WorkItemTable } from '../database/tables.js';

export type WorkRow = Selectable<WorkItemTable>;

export const WORK_KINDS = {
  UNKNOWN_OUTCOME: 'The bank has not yet confirmed that it holds nothing for a transaction whose outcome is unknown.',
  RELEASE_UNACKNOWLEDGED: 'The bank has not yet acknowledged that a cancelled amount is released.',
  REMITTANCE_PARKED: 'The bank cannot be reached for a remittance.',
  REMITTANCE_OUT_OF_BALANCE: "The bank's totals of a remittance differ from ours.",
} as const;
export type WorkKind = keyof typeof WORK_KINDS;

type About = { readonly transactionId: string } | { readonly remittanceId: string };

/** Opens an entry unless one of this kind is open for the same thing. */
export async function openWork(deps: Deps, shopId: string, kind: WorkKind, about: About, at: Date): Promise<void> {
  await deps.sql
    .insertInto('work_item')
    .values({
      id: newId('work', deps),
      shop_id: shopId,
      kind,
      transaction_id: 'transactionId' in about ? about.transactionId : null,
      remittance_id: 'remittanceId' in about ? about.remittanceId : null,
      opened_at: at,
      closed_at: null,
      closed_by_kind: null,
      closed_by_id: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

export async function closeWork(
  deps: Deps,
  kinds: readonly WorkKind[],
  about: About,
  by: Actor,
  at: Date,
): Promise<void> {
  const open = deps.sql
    .updateTable('work_item')
    .set({ closed_at: at, closed_by_kind: by.kind, closed_by_id: by.id })
    .where('closed_at', 'is', null)
    .where('kind', 'in', kinds);
  await (
    'transactionId' in about
      ? open.where('transaction_id', '=', about.transactionId)
      : open.where('remittance_id', '=', about.remittanceId)
  ).execute();
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
