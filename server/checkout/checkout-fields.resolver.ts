/**
 * What the shopper sees of the last attempt.
 */
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { BrandEnum } from '../api/domain-enums.js';
import type { Context } from '../api/context.js';
import { findRangeOfPrefix } from '../cards/card-range.js';
import type { Brand } from '../core/card.js';
import { maySameCardBeKept } from '../core/response-codes.js';
import { refuse } from '../core/refusal.js';
import { signedReturn } from '../notifications/signed-return.js';
import { requireLocale } from '../sessions/session-input.js';
import { attemptsLeft } from '../sessions/session.js';
import { nowAt } from '../shops/shop.js';
import { loadersOf } from '../transactions/transaction-fields.resolver.js';
import type { TransactionRow } from '../transactions/transaction.js';
import { CheckoutView, StepEnum, type Step } from './checkout.view.js';
import { authenticationOf } from '../transactions/authenticating/authentication-of.js';
import { AuthenticationChallengeView, AuthenticationMethodView, NotAuthenticatedView } from './authentication.view.js';
import { CheckoutCardView, DeclineForShopperView, TicketView, UnknownView } from './outcome.view.js';
import { stepOf } from './step.js';

const LOCALE = {
  nullable: true,
  description: 'The language of its words, `fr` or `en`; that of the session if absent.',
};

@Resolver(() => CheckoutView)
export class CheckoutFieldsResolver {
  @FieldResolver(() => StepEnum, { description: 'Which page the shopper should see now.' })
  async step(@Ctx() context: Context, @Root() { session }: CheckoutView): Promise<Step> {
    const last = await lastOf(context, session);
    const authentication = last && (await authenticationOf(context, last));
    return stepOf(session, last?.status ?? null, authentication?.status ?? null);
  }

  @FieldResolver(() => DeclineForShopperView, {
    nullable: true,
    description: 'With step DECLINED: in words for the shopper.',
  })
  async decline(
    @Ctx() context: Context,
    @Root() { session, shopRow }: CheckoutView,
    @Arg('locale', () => String, LOCALE) locale: string | null,
  ): Promise<DeclineForShopperView | null> {
    const last = await lastOf(context, session);
    if (last?.status !== 'DECLINED' || last.response_code === null) return null;
    const left = session.status === 'OPEN' ? attemptsLeft(session) : 0;
    const spoken = locale === null ? session.locale : requireLocale(locale, shopRow);
    return new DeclineForShopperView(last.response_code, left, spoken, context.deps.texts);
  }

  @FieldResolver(() => AuthenticationMethodView, { nullable: true, description: 'With step METHOD.' })
  async method(@Ctx() context: Context, @Root() { session }: CheckoutView): Promise<AuthenticationMethodView | null> {
    const last = await lastOf(context, session);
    const authentication = last && (await authenticationOf(context, last));
    return authentication?.status === 'METHOD' ? AuthenticationMethodView.of(context.deps, authentication) : null;
  }

  @FieldResolver(() => AuthenticationChallengeView, { nullable: true, description: 'With step CHALLENGE.' })
  async challenge(
    @Ctx() context: Context,
    @Root() { session }: CheckoutView,
  ): Promise<AuthenticationChallengeView | null> {
    const last = await lastOf(context, session);
    const authentication = last && (await authenticationOf(context, last));
    return authentication?.status === 'CHALLENGE' ? AuthenticationChallengeView.of(context.deps, authentication) : null;
  }

  @FieldResolver(() => NotAuthenticatedView, {
    nullable: true,
    description: 'With step NOT_AUTHENTICATED, and where it was the last attempt.',
  })
  async notAuthenticated(
    @Ctx() context: Context,
    @Root() { session }: CheckoutView,
  ): Promise<NotAuthenticatedView | null> {
    const last = await lastOf(context, session);
    if (last?.status !== 'REFUSED') return null;
    if (isOrderTaken(last.refusal_reason)) return new NotAuthenticatedView('ORDER_TAKEN');
    return new NotAuthenticatedView((await authenticationOf(context, last))?.ended_because ?? 'TECHNICAL');
  }

  @FieldResolver(() => UnknownView, { nullable: true, description: 'With step UNKNOWN.' })
  async unknown(@Ctx() context: Context, @Root() { session }: CheckoutView): Promise<UnknownView | null> {
    const last = await lastOf(context, session);
    return last?.status === 'UNKNOWN' ? new UnknownView(last) : null;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the last attempt got no answer and the bank has since confirmed that nothing was taken.',
  })
  async lastAttemptReversed(@Ctx() context: Context, @Root() { session }: CheckoutView): Promise<boolean> {
    return (await lastOf(context, session))?.status === 'REVERSED';
  }

  @FieldResolver(() => TicketView, { nullable: true, description: 'With step TICKET: the receipt.' })
  async ticket(
    @Ctx() context: Context,
    @Root() { session, shopRow }: CheckoutView,
    @Arg('locale', () => String, LOCALE) locale: string | null,
  ): Promise<TicketView | null> {
    const last = await lastOf(context, session);
    if (!last || stepOf(session, last.status) !== 'TICKET') return null;
    const card = await loadersOf(context).cards.load(last.card_id);
    const spoken = locale === null ? session.locale : requireLocale(locale, shopRow);
    return new TicketView(last, card, shopRow, spoken);
  }

  @FieldResolver(() => CheckoutCardView, {
    nullable: true,
    description: 'The card of the last attempt where `sameCard: true` may be used with it; else null.',
  })
  async sameCard(
    @Ctx() context: Context,
    @Root() { session, shopRow }: CheckoutView,
  ): Promise<CheckoutCardView | null> {
    const last = await lastOf(context, session);
    if (session.status !== 'OPEN' || !last) return null;
    const since_ms = nowAt(shopRow, context.deps.clock).getTime() - last.updated_at.getTime();
    if (last.response_code !== null && !maySameCardBeKept(last.response_code, since_ms)) return null;
    const card = await loadersOf(context).cards.load(last.card_id);
    return card.sealed_number === null ? null : new CheckoutCardView(card);
  }

  @FieldResolver(() => [BrandEnum], {
    description:
      'The brands of a card number being typed that the shop takes, from its first six to eight digits; empty while not known.',
  })
  async cardBrands(
    @Ctx() { deps }: Context,
    @Root() { shopRow }: CheckoutView,
    @Arg('prefix', () => String, { description: 'Six to eight digits; never the whole number.' }) prefix: string,
  ): Promise<Brand[]> {
    if (!/^\d{6,8}$/.test(prefix)) throw refuse('INPUT_INVALID', 'Six to eight digits.', 'prefix');
    const range = await findRangeOfPrefix(deps.sql, prefix);
    return shopRow.brands.filter(brand => range?.brands.includes(brand));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the shopper goes back to once the session has ended: the address of the shop with `session`, `status`, `timestamp` and `signature` (Standard Webhooks, with the `returnSecret`). It says what to show and carries no authority.',
  })
  returnTo(@Ctx() { deps }: Context, @Root() { session }: CheckoutView): string | null {
    if (session.status === 'OPEN' || session.status === 'PROCESSING') return null;
    const cancelUrl = session.status === 'CANCELLED' ? session.cancel_url : null;
    const url = cancelUrl ?? session.return_url;
    return url === null ? null : signedReturn(deps, session, url);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where the shopper goes who gives up.' })
  cancelTo(@Root() { session }: CheckoutView): string | null {
    return session.cancel_url;
  }
}

/** Another session of the order was quicker while this shopper was being authenticated. */
function isOrderTaken(reason: string | null): boolean {
  return reason === 'ORDER_ALREADY_PAID' || reason === 'ORDER_IN_PROGRESS';
}

async function lastOf(context: Context, session: CheckoutView['session']): Promise<TransactionRow | null> {
  const id = session.current_transaction_id;
  return id === null ? null : loadersOf(context).transactions.load(id);
}
