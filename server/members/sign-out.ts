/**
 * Ends sign-ins: one's own, all of one's own, or, when somebody leaves or a password changes, those of a member.
 */
import { SIGN_IN_COOKIE } from '../api/context.js';
import { cookieLine, type Visitor } from '../api/visitor.js';
import type { MemberCaller } from '../core/caller.js';
import { addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { loadMember, recordMember, selfOf } from './member.js';
import { IDLE_MOST_ms, SIGNED_IN_MOST_ms } from './recognise-member.js';

/** Ends the sign-in that asks. */
export async function signOut(deps: Deps, caller: MemberCaller, visitor: Visitor): Promise<number> {
  await endSignIn(deps, caller);
  forgetCookie(deps, visitor);
  return 1;
}

export async function endSignIn(deps: Deps, caller: MemberCaller): Promise<void> {
  await whileOthersAreQuicker(async () => {
    const member = await loadMember(deps.sql, caller.memberId);
    const writes = new Writes();
    recordMember(writes, deps, member, [{ event: 'SIGNED_OUT', actor: selfOf(member) }]);
    writes.update('sign_in', { id: caller.signInId }, { ends_at: longAgo(deps) });
    await writes.commit(deps.sql);
  });
  deps.nudge('OUTBOX');
}

/** Ends every sign-in of the member who asks. Answers how many were ended. */
export async function signOutEverywhere(deps: Deps, caller: MemberCaller, visitor: Visitor): Promise<number> {
  const ended = await whileOthersAreQuicker(async () => {
    const member = await loadMember(deps.sql, caller.memberId);
    const writes = new Writes();
    const ended = await endSignIns(writes, deps, member.id);
    recordMember(writes, deps, member, [{ event: 'SIGNED_OUT_EVERYWHERE', actor: selfOf(member), facts: { ended } }]);
    await writes.commit(deps.sql);
    return ended;
  });
  deps.nudge('OUTBOX');
  forgetCookie(deps, visitor);
  return ended;
}

/**
 * Ends the sign-ins of a member, but the one kept; answers how many of them were open. One that is being opened at the same time makes
 * this statement stale: both change the member.
 */
export async function endSignIns(writes: Writes, deps: Deps, memberId: string, kept?: string): Promise<number> {
  const now = deps.clock.now();
  const ended = longAgo(deps);
  // Those too that this clock takes for idle: by another one they may be open.
  const all = await deps.sql
    .selectFrom('sign_in')
    .select(['id', 'ends_at', 'last_seen_at'])
    .where('member_id', '=', memberId)
    .where('ends_at', '>', ended)
    .execute();
  const ending = all.filter(({ id }) => id !== kept);
  for (const { id } of ending) writes.update('sign_in', { id }, { ends_at: ended });
  return ending.filter(row => row.ends_at > now && row.last_seen_at > addTime(now, -IDLE_MOST_ms)).length;
}

/** What is ended by somebody's word has ended by every clock, also where one is hours behind. */
function longAgo({ clock }: Deps): Date {
  return addTime(clock.now(), -SIGNED_IN_MOST_ms);
}

const FORGOTTEN_AFTER_ms = DAY_ms;

export async function forgetSignIns(deps: Deps): Promise<number> {
  const long = addTime(deps.clock.now(), -FORGOTTEN_AFTER_ms);
  const done = await deps.sql.deleteFrom('sign_in').where('ends_at', '<', long).executeTakeFirst();
  return Number(done.numDeletedRows);
}

function forgetCookie(deps: Deps, visitor: Visitor): void {
  visitor.setCookie(cookieLine(SIGN_IN_COOKIE, '', deps.publicUrl, 0));
}

/** What a sign-in shows of itself. */
export async function loadSignIn(deps: Deps, signInId: string): Promise<{ previousAt: Date | null; endsAt: Date }> {
  return deps.sql
    .selectFrom('sign_in')
    .select(['previous_at as previousAt', 'ends_at as endsAt'])
    .where('id', '=', signInId)
    .executeTakeFirstOrThrow();
}
