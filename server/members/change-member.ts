/**
 * What an accountant does about the members of the shop.
 */
import { actorOf, type MemberCaller, type Profile } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { refuse } from '../core/refusal.js';
import { recordMember, requireAnotherAccountant, requireMember, statusOf, type MemberRow } from './member.js';
import { endSignIns } from './sign-out.js';

/** Counts from the member's next request on; nobody has to sign in again. */
export async function changeMemberProfile(
  deps: Deps,
  caller: MemberCaller,
  memberId: string,
  profile: Profile,
): Promise<MemberRow> {
  return changed(deps, caller, memberId, async (writes, member) => {
    if (statusOf(member) === 'DISABLED') throw refuse('ACTION_NOT_POSSIBLE', 'This member has left.', 'memberId');
    if (member.profile === profile) return member;
    await requireAnotherAccountant(writes, deps.sql, member);
    const facts = { before: member.profile, after: profile };
    const happening = { event: 'PROFILE_CHANGED', actor: actorOf(caller), facts } as const;
    return recordMember(writes, deps, member, [happening], { profile });
  });
}

/** At once: open sign-ins end, an invitation is worth nothing any more. For good: who comes back is invited anew. */
export async function disableMember(deps: Deps, caller: MemberCaller, memberId: string): Promise<MemberRow> {
  return changed(deps, caller, memberId, async (writes, member) => {
    if (statusOf(member) === 'DISABLED') return member;
    await requireAnotherAccountant(writes, deps.sql, member);
    const ended = await endSignIns(writes, deps, member.id);
    return recordMember(writes, deps, member, [{ event: 'DISABLED', actor: actorOf(caller), facts: { ended } }], {
      disabled_at: deps.clock.now(),
      invitation_hash: null,
      invitation_ends_at: null,
    });
  });
}

/** What is so already is answered, and nothing is written. */
async function changed(
  deps: Deps,
  caller: MemberCaller,
  memberId: string,
  change: (writes: Writes, member: MemberRow) => Promise<MemberRow>,
): Promise<MemberRow> {
  const row = await whileOthersAreQuicker(async () => {
    const writes = new Writes();
    const after = await change(writes, await requireMember(deps.sql, caller.shopId, memberId));
    await writes.commit(deps.sql);
    return after;
  });
  deps.nudge('OUTBOX');
  return row;
}
