/**
 * What a transaction shows that is read from other rows, batched; and what it adds to a session.
 */
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ComesAlong } from '../api/along.js';
import { Reads } from '../api/asked.js';
import { loaderOf, type Context } from '../api/context.js';
import { May, SEE_TRANSACTION } from '../api/rules.js';
import { PossibleActionView } from '../api/refusal.view.js';
import { AUTHENTICATION_OF_TRANSACTION } from '../authentication/authentication.js';
import { AuthenticationView } from '../authentication/authentication.view.js';
import { CardInformationView } from '../cards/card-information.view.js';
import { CARD_OF_TRANSACTION } from '../cards/stored-card.js';
import { possibleActions } from '../core/possible-actions.js';
import { PaymentSessionView } from '../sessions/session.view.js';
import { nowAt } from '../shops/shop.js';
import { factsFrom } from './facts.js';
import { transactionLoaders, type TransactionLoaders } from './loaders.js';
import { ProtocolMessageView, TransactionEventView } from './timeline.view.js';
import type { TransactionRow } from './transaction.js';
import { TransactionView } from './transaction.view.js';

export function loadersOf(context: Context): TransactionLoaders {
  return loaderOf(context, 'transactions', transactionLoaders);
}

@Resolver(() => TransactionView)
export class TransactionFieldsResolver {
  @FieldResolver(() => CardInformationView, { description: 'The card it was paid with.' })
  @ComesAlong(CARD_OF_TRANSACTION)
  @Reads<TransactionRow>('card_id')
  card(@Ctx() context: Context, @Root() { row }: TransactionView): CardInformationView | Promise<CardInformationView> {
    const card = CARD_OF_TRANSACTION.of(row);
    if (card) return new CardInformationView(card);
    return loadersOf(context)
      .cards.load(row.card_id)
      .then(read => new CardInformationView(read));
  }

  @FieldResolver(() => AuthenticationView, { description: '3-D Secure: what came of it, and who bears a fraud.' })
  @ComesAlong(AUTHENTICATION_OF_TRANSACTION, CARD_OF_TRANSACTION.only('brand', 'brands'))
  @Reads<TransactionRow>('authentication_id', 'authentication_outcome', 'card_id', 'initiator')
  authentication(
    @Ctx() context: Context,
    @Root() { row }: TransactionView,
  ): AuthenticationView | Promise<AuthenticationView> {
    const [asked, card] = [AUTHENTICATION_OF_TRANSACTION.of(row), CARD_OF_TRANSACTION.of(row)];
    if (asked !== undefined && card) return new AuthenticationView(row, asked, card);
    const { authentications, cards } = loadersOf(context);
    const asking = row.authentication_id === null ? null : authentications.load(row.authentication_id);
    return Promise.all([asking, cards.load(row.card_id)]).then(read => new AuthenticationView(row, ...read));
  }

  @FieldResolver(() => PaymentSessionView, { description: 'The session it belongs to.' })
  @Reads<TransactionRow>('session_id')
  async session(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<PaymentSessionView> {
    return new PaymentSessionView(await loadersOf(context).sessions.load(row.session_id));
  }

  @FieldResolver(() => [PossibleActionView], { description: 'What may be done to it now, and why the rest may not.' })
  async possibleActions(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<PossibleActionView[]> {
    const loaders = loadersOf(context);
    const [shop, around] = await Promise.all([loaders.shops.load(row.shop_id), loaders.surroundings.load(row.id)]);
    const now = nowAt(shop, context.deps.clock);
    return possibleActions(factsFrom(shop, row, around, now), now).map(
      action => new PossibleActionView(action, row.currency),
    );
  }

  @FieldResolver(() => [TransactionEventView], {
    description: 'Its journal and that of its refunds, oldest first.',
    complexity: 20,
  })
  async events(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<TransactionEventView[]> {
    return (await loadersOf(context).events.load(row.id)).map(event => new TransactionEventView(event));
  }

  @FieldResolver(() => [ProtocolMessageView], {
    description: 'Its messages to the acquirer, masked, oldest first.',
    complexity: 20,
  })
  async messages(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<ProtocolMessageView[]> {
    return (await loadersOf(context).exchanges.load(row.id)).map(exchange => new ProtocolMessageView(exchange));
  }
}

@Resolver(() => PaymentSessionView)
export class SessionTransactionsResolver {
  @FieldResolver(() => TransactionView, {
    nullable: true,
    description: 'The current or successful transaction; null before the first attempt.',
  })
  @May(SEE_TRANSACTION)
  async transaction(@Ctx() context: Context, @Root() session: PaymentSessionView): Promise<TransactionView | null> {
    const id = session.currentTransactionId;
    return id === null ? null : new TransactionView(await loadersOf(context).transactions.load(id));
  }

  @FieldResolver(() => [TransactionView], {
    description: 'All its attempts, in order.',
    complexity: ({ childComplexity }) => 10 * childComplexity,
  })
  @May(SEE_TRANSACTION)
  async transactions(@Ctx() context: Context, @Root() session: PaymentSessionView): Promise<TransactionView[]> {
    return (await loadersOf(context).ofSession.load(session.id)).map(row => new TransactionView(row));
  }
}
