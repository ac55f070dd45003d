import { Arg, createUnionType, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { memberOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { ANYONE, AS_ITS_OWNER, May, ONESELF } from '../api/rules.js';
import { Secret } from '../core/secret.js';
import { loadShop } from '../shops/shop.js';
import { ShopView } from '../shops/shop.view.js';
import { acceptInvitation, findInvited } from './accept-invitation.js';
import { changePassword } from './change-password.js';
import { loadCaller } from './member.js';
import { MemberView } from './member.view.js';
import { ChangePasswordInput, AcceptInvitationInput, SignInInput } from './sign-in.inputs.js';
import { signIn } from './sign-in.js';
import { loadSignIn, signOut, signOutEverywhere } from './sign-out.js';
import { InvitationView, SignedOutView } from './sign-in.view.js';

const memberOr = (name: string, description: string) =>
  createUnionType({ name, description, types: () => [MemberView, Refusal] as const });
const SignInResult = memberOr('SignInResult', 'The member who signed in, or that it was refused.');
const ChangePasswordResult = memberOr('ChangePasswordResult', 'The member, or why not.');
const AcceptInvitationResult = memberOr('AcceptInvitationResult', 'The member, who may sign in now, or why not.');

const signedOutOr = (name: string) =>
  createUnionType({
    name,
    description: 'What was ended, or why not.',
    types: () => [SignedOutView, Refusal] as const,
  });
const SignOutResult = signedOutOr('SignOutResult');
const SignOutEverywhereResult = signedOutOr('SignOutEverywhereResult');

@Resolver(() => MemberView)
export class SignInResolver {
  @Mutation(() => SignInResult, {
    description:
      'Signs a member in: sets an HttpOnly cookie that the server ends after fifteen idle minutes. Ten wrong tries lock for thirty minutes, for strangers apart from browsers the member has used before.',
  })
  @May(ANYONE)
  async signIn(
    @Ctx() { deps, visitor, caller }: Context,
    @Arg('input', () => SignInInput) { email, password }: SignInInput,
  ): Promise<MemberView | Refusal> {
    const replaced = caller.kind === 'MEMBER' ? caller : null;
    return orRefusal(async () => {
      const signedIn = await signIn(deps, visitor, { email, password: new Secret(password) }, replaced);
      return new MemberView(signedIn.member, { signIn: signedIn });
    });
  }

  @Mutation(() => SignOutResult, { description: 'Ends this sign-in.' })
  @May(ONESELF)
  async signOut(@Ctx() context: Context): Promise<SignedOutView | Refusal> {
    return new SignedOutView(await signOut(context.deps, memberOf(context), context.visitor));
  }

  @Mutation(() => SignOutEverywhereResult, { description: 'Ends every sign-in of oneself, this one too.' })
  @May(ONESELF)
  async signOutEverywhere(@Ctx() context: Context): Promise<SignedOutView | Refusal> {
    return new SignedOutView(await signOutEverywhere(context.deps, memberOf(context), context.visitor));
  }

  @Query(() => MemberView, { description: 'Oneself.' })
  @May(ONESELF)
  async me(@Ctx() context: Context): Promise<MemberView> {
    const caller = memberOf(context);
    const signIn = await loadSignIn(context.deps, caller.signInId);
    return new MemberView(await loadCaller(context.deps.sql, caller), { signIn });
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Changes the password of oneself; ends every other sign-in, and gives this one a new cookie.',
  })
  @May(ONESELF)
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<MemberView | Refusal> {
    const { deps, visitor } = context;
    const change = { current: new Secret(input.current), next: new Secret(input.new) };
    return orRefusal(async () => new MemberView(await changePassword(deps, memberOf(context), visitor, change)));
  }

  @Query(() => InvitationView, {
    nullable: true,
    description: 'What an invitation is for; null when it was used, withdrawn or has ended, or never was one.',
  })
  @May(ANYONE)
  async invitation(
    @Ctx() { deps }: Context,
    @Arg('token', () => String, { description: 'What stands at the end of the link: `inv_…`.' }) token: string,
  ): Promise<InvitationView | null> {
    const invited = await findInvited(deps, new Secret(token));
    return invited ? new InvitationView(invited, (await loadShop(deps.sql, invited.shop_id)).name) : null;
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Chooses the first password of somebody who was invited; works once. Does not sign in.',
  })
  @May(ANYONE)
  async acceptInvitation(
    @Ctx() { deps }: Context,
    @Arg('input', () => AcceptInvitationInput) { token, password }: AcceptInvitationInput,
  ): Promise<MemberView | Refusal> {
    return orRefusal(async () => new MemberView(await acceptInvitation(deps, new Secret(token), new Secret(password))));
  }

  @FieldResolver(() => ShopView, { description: 'The shop the member belongs to.' })
  @May(AS_ITS_OWNER)
  async shop(@Ctx() { deps }: Context, @Root() member: MemberView): Promise<ShopView> {
    return new ShopView(await loadShop(deps.sql, member.shopId), deps.clock);
  }
}
