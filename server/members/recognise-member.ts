/**
 * Whose sign-in a cookie is. The server ends it: after fifteen idle minutes, and after twelve hours however busy
 * (OWASP ASVS 5.0, 7.3; PCI DSS 4.0.1, 8.2.8).
 */
import { sql } from 'kysely';
import type { MemberCaller } from '../core/caller.js';
import { addTime, HOUR_ms, MINUTE_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';

export const IDLE_MOST_ms = 15 * MINUTE_ms;
export const SIGNED_IN_MOST_ms = 12 * HOUR_ms;
/** Being seen is written down no more often; a sign-in may end that much early, and never late. */
const SEEN_EVERY_ms = 30_000;

/** The member whose sign-in this token is, who is thereby seen; or nothing. */
export async function recogniseMember(deps: Deps, token: string): Promise<MemberCaller | undefined> {
  const found = await findOpen(deps, token);
  if (!found) return undefined;
  const now = deps.clock.now();
  const seenBefore = addTime(now, -SEEN_EVERY_ms);
  if (found.last_seen_at < seenBefore)
    await deps.sql
      .updateTable('sign_in')
      .set({ last_seen_at: now })
      .where('id', '=', found.id)
      .where('last_seen_at', '<', seenBefore)
      .execute();
  return callerOf(found);
}

/** The same without being seen: a socket opens by itself again and again, which is no activity of anybody's. */
export async function recogniseUnseen(deps: Deps, token: string): Promise<MemberCaller | undefined> {
  const found = await findOpen(deps, token);
  return found && callerOf(found);
}

/** Of these sign-ins those that are still open, and what their members may by now; without being seen. */
export async function membersOfSignIns(deps: Deps, signInIds: readonly string[]): Promise<MemberCaller[]> {
  if (signInIds.length === 0) return [];
  const found = await openSignIns(deps)
    .where(sql<boolean>`sign_in.id = any(${signInIds}::text[])`)
    .execute();
  return found.map(callerOf);
}

async function findOpen(deps: Deps, token: string) {
  if (!/^till_[\w-]{43}$/.test(token)) return undefined;
  return openSignIns(deps).where('sign_in.token_hash', '=', deps.vault.hash(token)).executeTakeFirst();
}

function openSignIns(deps: Deps) {
  const now = deps.clock.now();
  return deps.sql
    .selectFrom('sign_in')
    .innerJoin('member', 'member.id', 'sign_in.member_id')
    .select(['sign_in.id', 'sign_in.last_seen_at', 'member.shop_id', 'member.id as member_id', 'member.profile'])
    .where('sign_in.ends_at', '>', now)
    .where('sign_in.last_seen_at', '>', addTime(now, -IDLE_MOST_ms))
    .where('member.disabled_at', 'is', null);
}

function callerOf(found: Pick<MemberCaller, 'profile'> & { id: string; shop_id: string; member_id: string }) {
  const { id: signInId, shop_id: shopId, member_id: memberId, profile } = found;
  return { kind: 'MEMBER', shopId, memberId, profile, signInId } as const;
}
