import { Arg, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { memberOf, shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import { changeMemberProfile, disableMember } from './change-member.js';
import { inviteMember } from './invite-member.js';
import { ChangeMemberProfileInput, DisableMemberInput, InviteMemberInput } from './member.inputs.js';
import { listMembers } from './member.js';
import { MemberView } from './member.view.js';
import { loadSignIn } from './sign-out.js';

const MEMBERS_SHOWN = 200;

const memberOr = (name: string, description: string) =>
  createUnionType({ name, description, types: () => [MemberView, Refusal] as const });
const InviteMemberResult = memberOr('InviteMemberResult', 'The member with the link to hand over, or why not.');
const ChangeMemberProfileResult = memberOr('ChangeMemberProfileResult', 'The member as it is now, or why not.');
const DisableMemberResult = memberOr('DisableMemberResult', 'The member as it is now, or why not.');

@Resolver()
export class MemberResolver {
  @Query(() => [MemberView], {
    description: 'The members of this shop, the last to come first, those who have left at the end; at most 200.',
    complexity: ({ childComplexity }) => 1 + MEMBERS_SHOWN * childComplexity,
  })
  @May(MANAGE_MEMBERS)
  async members(@Ctx() context: Context): Promise<MemberView[]> {
    const { memberId, signInId } = memberOf(context);
    const rows = await listMembers(context.deps.sql, shopOf(context), MEMBERS_SHOWN);
    const signIn = await loadSignIn(context.deps, signInId);
    // One's own row says here what `me` says, or a page that keeps members by id would show now one and now the other.
    return rows.map(row => new MemberView(row, row.id === memberId ? { signIn } : {}));
  }

  @Mutation(() => InviteMemberResult, {
    description:
      'Invites somebody, by a link that works once within seven days; who was invited and has not come gets a new link.',
  })
  @May(MANAGE_MEMBERS)
  async inviteMember(
    @Ctx() context: Context,
    @Arg('input', () => InviteMemberInput) { email, profile }: InviteMemberInput,
  ): Promise<MemberView | Refusal> {
    return orRefusal(async () => {
      const { member, url } = await inviteMember(context.deps, memberOf(context), { email, profile });
      return new MemberView(member, { invitationUrl: url });
    });
  }

  @Mutation(() => ChangeMemberProfileResult, {
    description: 'Gives a member another profile, from the next request on. The last accountant stays one.',
  })
  @May(MANAGE_MEMBERS)
  async changeMemberProfile(
    @Ctx() context: Context,
    @Arg('input', () => ChangeMemberProfileInput) { memberId, profile }: ChangeMemberProfileInput,
  ): Promise<MemberView | Refusal> {
    const caller = memberOf(context);
    return orRefusal(async () => new MemberView(await changeMemberProfile(context.deps, caller, memberId, profile)));
  }

  @Mutation(() => DisableMemberResult, {
    description: 'A member leaves, for good and at once: every sign-in ends. The last accountant cannot.',
  })
  @May(MANAGE_MEMBERS)
  async disableMember(
    @Ctx() context: Context,
    @Arg('input', () => DisableMemberInput) { memberId }: DisableMemberInput,
  ): Promise<MemberView | Refusal> {
    return orRefusal(async () => new MemberView(await disableMember(context.deps, memberOf(context), memberId)));
  }
}
