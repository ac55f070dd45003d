import { Arg, Args, Ctx, createUnionType, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, READ_SESSIONS, SEE_SESSION, WRITE_SESSIONS } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import { shopOfRequest } from '../shops/shop.js';
import { countSessions, listSessions } from './list-sessions.js';
import { findSession, findSessionOfOrder } from './load-session.js';
import { openSession } from './open-session.js';
import { CreatePaymentSessionInput, PaymentSessionFilter } from './session.inputs.js';
import { PaymentSessionView } from './session.view.js';
import { checkoutUrl, sessionToken } from './session-token.js';

const CreatePaymentSessionResult = createUnionType({
  name: 'CreatePaymentSessionResult',
  description: 'The session that was opened, or why not.',
  types: () => [PaymentSessionView, Refusal] as const,
});

const PaymentSessionConnection = connectionTypes('PaymentSession', PaymentSessionView);

@Resolver(() => PaymentSessionView)
export class SessionResolver {
  @Mutation(() => CreatePaymentSessionResult, { description: 'Opens a payment session for an order.' })
  @May(WRITE_SESSIONS)
  async createPaymentSession(
    @Ctx() context: Context,
    @Arg('input', () => CreatePaymentSessionInput) { idempotencyKey, ...input }: CreatePaymentSessionInput,
  ): Promise<PaymentSessionView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(
      async () =>
        new PaymentSessionView(
          await openSession(deps, await shopOfRequest(context), actorOf(caller), idempotencyKey, input),
        ),
    );
  }

  @Query(() => PaymentSessionView, {
    nullable: true,
    description: 'A session by id, or the newest of an order; null if there is none of this shop.',
  })
  @May(READ_SESSIONS)
  async paymentSession(
    @Ctx() context: Context,
    @Arg('id', () => ID, { nullable: true, description: 'Its id, `ps_…`.' }) id: string | null,
    @Arg('orderId', () => String, { nullable: true, description: "The merchant's reference of the order." })
    orderId: string | null,
  ): Promise<PaymentSessionView | null> {
    const { sql } = context.deps;
    if (id) return shown(await findSession(sql, shopOf(context), id));
    return orderId ? shown(await findSessionOfOrder(sql, shopOf(context), orderId)) : null;
  }

  @Query(() => PaymentSessionConnection, { description: 'Sessions of this shop, newest first.', complexity: ofPage })
  @May(READ_SESSIONS)
  async paymentSessions(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => PaymentSessionFilter, { nullable: true, description: 'Which.' })
    filter: PaymentSessionFilter | null,
  ): Promise<InstanceType<typeof PaymentSessionConnection>> {
    const { sql } = context.deps;
    const which = { shopId: shopOf(context), orderId: filter?.orderId ?? null };
    const { rows, pageInfo } = pageOf(await listSessions(sql, which, requirePage(page)), requirePage(page));
    return PaymentSessionConnection.of(
      rows.map(row => new PaymentSessionView(row)),
      pageInfo,
      () => countSessions(sql, which),
    );
  }

  @FieldResolver(() => String, { description: 'Where to send the shopper. Holds the token: do not log it.' })
  @May(SEE_SESSION)
  checkoutUrl(@Ctx() { deps }: Context, @Root() session: PaymentSessionView): string {
    return checkoutUrl(deps.vault, deps.publicUrl, session.id);
  }

  @FieldResolver(() => String, { description: 'The bearer token that opens this session and nothing else: `pst_…`.' })
  @May(SEE_SESSION)
  token(@Ctx() { deps }: Context, @Root() session: PaymentSessionView): string {
    return sessionToken(deps.vault, session.id).reveal();
  }
}

function shown(row: ConstructorParameters<typeof PaymentSessionView>[0] | undefined): PaymentSessionView | null {
  return row ? new PaymentSessionView(row) : null;
}
