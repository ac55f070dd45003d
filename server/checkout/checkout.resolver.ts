import { Arg, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { claimKey, once, SHOP_SCOPE } from '../api/idempotency.js';
import { shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, SHOPPER, WRITE_SESSIONS } from '../api/rules.js';
import { actorOf, type ShopperCaller } from '../core/caller.js';
import { refuse } from '../core/refusal.js';
import { Secret } from '../core/secret.js';
import { findSession, loadSession } from '../sessions/load-session.js';
import type { SessionRow } from '../sessions/session.js';
import { PaymentSessionView } from '../sessions/session.view.js';
import { shopOfRequest } from '../shops/shop.js';
import { abandonAuthentication, completeChallenge, completeMethod } from './authentication-steps.js';
import { cancelSession } from './cancel-session.js';
import {
  CompleteChallengeInput,
  CompleteMethodInput,
  CancelCheckoutInput,
  CancelPaymentSessionInput,
  ExtendCheckoutInput,
  SubmitCardInput,
} from './checkout.inputs.js';
import { browserFacts } from './browser.js';
import { CheckoutView } from './checkout.view.js';
import { expireIfDue } from './expire-session.js';
import { extendCheckout } from './extend-checkout.js';
import { submitCard } from './submit-card.js';

const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'The session as it is now, or why not.',
    types: () => [CheckoutView, Refusal] as const,
  });
const SubmitCardResult = resultOf('SubmitCardResult');
const CompleteMethodResult = resultOf('CompleteMethodResult');
const CompleteChallengeResult = resultOf('CompleteChallengeResult');
const AbandonAuthenticationResult = resultOf('AbandonAuthenticationResult');
const ExtendCheckoutResult = resultOf('ExtendCheckoutResult');
const CancelCheckoutResult = resultOf('CancelCheckoutResult');
const CancelPaymentSessionResult = createUnionType({
  name: 'CancelPaymentSessionResult',
  description: 'The session as it is now, or why not.',
  types: () => [PaymentSessionView, Refusal] as const,
});

@Resolver()
export class CheckoutResolver {
  @Query(() => CheckoutView, { nullable: true, description: "The session that the shopper's token opens." })
  @May(SHOPPER)
  checkout(@Ctx() context: Context): Promise<CheckoutView> {
    return seenByShopper(context);
  }

  @Mutation(() => SubmitCardResult, {
    description: 'Pays with a card. Answers when the outcome is known, or known to be unknown.',
  })
  @May(SHOPPER)
  async submitCard(
    @Ctx() context: Context,
    @Arg('input', () => SubmitCardInput) input: SubmitCardInput,
  ): Promise<CheckoutView | Refusal> {
    return shownTo(context, async () =>
      submitCard(context.deps, await shopOfRequest(context), shopperOf(context), submitted(input, context)),
    );
  }

  @Mutation(() => CompleteMethodResult, {
    description: "The issuer's hidden frame is done, or its ten seconds are over.",
  })
  @May(SHOPPER)
  async completeMethod(
    @Ctx() context: Context,
    @Arg('input', () => CompleteMethodInput) { done }: CompleteMethodInput,
  ): Promise<CheckoutView | Refusal> {
    return shownTo(context, () => completeMethod(context.deps, shopperOf(context), done));
  }

  @Mutation(() => CompleteChallengeResult, {
    description:
      "The browser came back from the issuer's challenge. What it brings proves nothing: this only asks the truth.",
  })
  @May(SHOPPER)
  async completeChallenge(
    @Ctx() context: Context,
    @Arg('input', () => CompleteChallengeInput) _: CompleteChallengeInput,
  ): Promise<CheckoutView | Refusal> {
    return shownTo(context, () => completeChallenge(context.deps, shopperOf(context)));
  }

  @Mutation(() => AbandonAuthenticationResult, {
    description: 'The shopper would rather use another card than be authenticated.',
  })
  @May(SHOPPER)
  async abandonAuthentication(@Ctx() context: Context): Promise<CheckoutView | Refusal> {
    return shownTo(context, () => abandonAuthentication(context.deps, shopperOf(context)));
  }

  @Mutation(() => ExtendCheckoutResult, { description: 'Gives the shopper more time, ten times at most.' })
  @May(SHOPPER)
  async extendCheckout(
    @Ctx() context: Context,
    @Arg('input', () => ExtendCheckoutInput) _input: ExtendCheckoutInput,
  ): Promise<CheckoutView | Refusal> {
    return shownTo(context, () => extendCheckout(context.deps, shopperOf(context)));
  }

  @Mutation(() => CancelCheckoutResult, { description: 'The shopper gives the order up.' })
  @May(SHOPPER)
  async cancelCheckout(
    @Ctx() context: Context,
    @Arg('input', () => CancelCheckoutInput) _input: CancelCheckoutInput,
  ): Promise<CheckoutView | Refusal> {
    const { deps, caller } = context;
    return shownTo(context, () => cancelSession(deps, shopperOf(context).sessionId, actorOf(caller), null));
  }

  @Mutation(() => CancelPaymentSessionResult, { description: 'The shop gives an order up that is not being paid.' })
  @May(WRITE_SESSIONS)
  async cancelPaymentSession(
    @Ctx() context: Context,
    @Arg('input', () => CancelPaymentSessionInput) input: CancelPaymentSessionInput,
  ): Promise<PaymentSessionView | Refusal> {
    return orRefusal(async () => new PaymentSessionView(await cancelForShop(context, input)));
  }
}

export async function seenByShopper(context: Context): Promise<CheckoutView> {
  const { deps } = context;
  const shop = await shopOfRequest(context);
  const session = await expireIfDue(deps, shop, await loadSession(deps.sql, shopperOf(context).sessionId));
  return new CheckoutView(session, shop, deps.clock);
}

/** Rules let only shoppers ask for these fields. */
export function shopperOf({ caller }: Context): ShopperCaller {
  if (caller.kind !== 'SHOPPER') throw new Error('A rule let somebody else through.');
  return caller;
}

async function shownTo(context: Context, verb: () => Promise<SessionRow>): Promise<CheckoutView | Refusal> {
  const { deps } = context;
  return orRefusal(async () => {
    const session = await verb();
    return new CheckoutView(session, await shopOfRequest(context), deps.clock);
  });
}

function submitted(input: SubmitCardInput, { visitor }: Context) {
  return {
    idempotencyKey: input.idempotencyKey,
    number: input.number ? new Secret(input.number) : null,
    expiry: input.expiry ?? null,
    securityCode: input.securityCode ? new Secret(input.securityCode) : null,
    holderName: input.holderName ?? null,
    brand: input.brand ?? null,
    saveCard: input.saveCard ?? false,
    sameCard: input.sameCard ?? false,
    browser: browserFacts(input.browser ?? null),
    address: visitor.address,
  };
}

async function cancelForShop(
  context: Context,
  { idempotencyKey, sessionId }: CancelPaymentSessionInput,
): Promise<SessionRow> {
  const { deps, caller } = context;
  const shopId = shopOf(context);
  const operation = 'cancelPaymentSession';
  const claim = claimKey(deps, { shopId, scope: SHOP_SCOPE, operation, key: idempotencyKey, input: { sessionId } });
  return once(
    deps,
    claim,
    async () => {
      if (!(await findSession(deps.sql, shopId, sessionId)))
        throw refuse('NOT_FOUND', 'There is no such session.', 'sessionId');
      return cancelSession(deps, sessionId, actorOf(caller), claim);
    },
    id => loadSession(deps.sql, id),
  );
}
