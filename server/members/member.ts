/**
 * A member as the verbs read one, and the only way to change one.
 */
import type { Selectable } from 'kysely';
import type { Actor, MemberCaller, Profile } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import type { Sql } from '../database/connection.js';
import type { Deps } from '../database/deps.js';
import type { MemberTable } from '../database/tables.js';
import type { Writes } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { nowAt } from '../shops/shop.js';

/** With the offset of the shop's clock, by which events are dated. */
export type MemberRow = Selectable<MemberTable> & { readonly clock_offset_ms: bigint };

export const MEMBER_STATUSES = {
  INVITED: 'Has an invitation and no password yet; cannot sign in.',
  ACTIVE: 'May sign in.',
  DISABLED: 'Has left; cannot sign in any more.',
} as const;
export type MemberStatus = keyof typeof MEMBER_STATUSES;

export type MemberEvent =
  | 'INVITED'
  | 'INVITED_AGAIN'
  | 'INVITATION_ACCEPTED'
  | 'SIGNED_IN'
  | 'SIGN_IN_FAILED'
  | 'SIGN_IN_LOCKED'
  | 'SIGNED_OUT'
  | 'SIGNED_OUT_EVERYWHERE'
  | 'PASSWORD_CHANGED'
  | 'PROFILE_CHANGED'
  | 'DISABLED';

export interface MemberHappening {
  readonly event: MemberEvent;
  readonly actor: Actor;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type MemberChanges = Partial<Omit<Selectable<MemberTable>, 'id' | 'shop_id' | 'sequence' | 'created_at'>>;

export function statusOf(row: Pick<MemberRow, 'password_hash' | 'disabled_at'>): MemberStatus {
  if (row.disabled_at !== null) return 'DISABLED';
  return row.password_hash === null ? 'INVITED' : 'ACTIVE';
}

export const selfOf = (row: Pick<MemberRow, 'id' | 'profile'>): Actor => ({
  kind: 'MEMBER',
  id: row.id,
  profile: row.profile,
});

/** Writes what happened to a member. The write fails as stale when the member is no longer the one that was read. */
export function recordMember(
  writes: Writes,
  deps: Deps,
  member: MemberRow,
  happenings: readonly MemberHappening[],
  changes: MemberChanges = {},
): MemberRow {
  const changed = { ...member, ...changes, sequence: member.sequence + happenings.length };
  happenings.forEach(({ event, actor, facts }, index) =>
    tell(writes, deps, {
      shopId: member.shop_id,
      subject: 'MEMBER',
      subjectId: member.id,
      transactionId: null,
      sequence: member.sequence + 1 + index,
      event,
      from: index === 0 ? statusOf(member) : statusOf(changed),
      to: statusOf(changed),
      amount: null,
      currency: null,
      actor,
      facts,
      at: nowAt(member, deps.clock),
    }),
  );
  const { id, sequence } = member;
  writes.update('member', { id, sequence }, { ...changes, sequence: changed.sequence });
  return changed;
}

function members(database: Sql) {
  return database
    .selectFrom('member')
    .innerJoin('shop', 'shop.id', 'member.shop_id')
    .selectAll('member')
    .select('shop.clock_offset_ms');
}

export async function loadMember(database: Sql, memberId: string): Promise<MemberRow> {
  return members(database).where('member.id', '=', memberId).executeTakeFirstOrThrow();
}

/** A member of this shop, or nothing: somebody else's and an absent one look the same. */
export async function findMember(database: Sql, shopId: string, memberId: string): Promise<MemberRow | undefined> {
  return members(database).where('member.shop_id', '=', shopId).where('member.id', '=', memberId).executeTakeFirst();
}

export async function requireMember(database: Sql, shopId: string, memberId: string): Promise<MemberRow> {
  const member = await findMember(database, shopId, memberId);
  if (!member) throw refuse('NOT_FOUND', 'There is no such member.', 'memberId');
  return member;
}

/** Who may sign in with this address, or was invited under it. `email` as `asAddress` makes it. */
export async function findMemberByEmail(database: Sql, email: string): Promise<MemberRow | undefined> {
  return members(database)
    .where(all => all.fn<string>('lower', ['member.email']), '=', email)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function findMemberByInvitation(database: Sql, hash: string): Promise<MemberRow | undefined> {
  return members(database).where('member.invitation_hash', '=', hash).executeTakeFirst();
}

/** The last to come first; those who have left at the end. */
export async function listMembers(database: Sql, shopId: string, most: number): Promise<MemberRow[]> {
  return members(database)
    .where('member.shop_id', '=', shopId)
    .orderBy(all => all('member.disabled_at', 'is not', null))
    .orderBy('member.id', 'desc')
    .limit(most)
    .execute();
}

/**
 * Refuses what would leave the shop without an accountant. The one who stays is named as a witness in the same statement: should
 * two accountants disable each other at once, one of the two statements fails as stale.
 */
export async function requireAnotherAccountant(writes: Writes, database: Sql, leaving: MemberRow): Promise<void> {
  if (leaving.profile !== 'ACCOUNTANT' || statusOf(leaving) !== 'ACTIVE') return;
  const witness = await members(database)
    .where('member.shop_id', '=', leaving.shop_id)
    .where('member.id', '<>', leaving.id)
    .where('member.profile', '=', 'ACCOUNTANT' satisfies Profile)
    .where('member.password_hash', 'is not', null)
    .where('member.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!witness) throw refuse('LAST_ACCOUNTANT', 'This is the last accountant of the shop.', 'memberId');
  const { id, sequence } = witness;
  writes.update('member', { id, sequence, profile: 'ACCOUNTANT' }, { sequence });
}

/** The member who asks, as the row is now. */
export async function loadCaller(database: Sql, caller: MemberCaller): Promise<MemberRow> {
  return loadMember(database, caller.memberId);
}
