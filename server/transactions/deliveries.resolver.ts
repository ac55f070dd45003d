import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context.js';
import { May, WRITE_WEBHOOKS } from '../api/rules.js';
import { DeliveryView } from '../notifications/delivery.view.js';
import { listDeliveriesAbout } from '../notifications/list-deliveries.js';
import { TransactionView } from './transaction.view.js';

const DELIVERIES_SHOWN = 50;

@Resolver(() => TransactionView)
export class TransactionDeliveriesResolver {
  @FieldResolver(() => [DeliveryView], {
    description: 'Notifications of it, of its refunds and of the end of its session, newest first; at most 50.',
    complexity: ({ childComplexity }) => 10 + DELIVERIES_SHOWN * childComplexity,
  })
  @May(WRITE_WEBHOOKS)
  async deliveries(@Ctx() context: Context, @Root() { row }: TransactionView): Promise<DeliveryView[]> {
    const { shop_id: shopId, id: transactionId, session_id: sessionId } = row;
    const about = { shopId, transactionId, sessionId };
    const deliveries = await listDeliveriesAbout(context.deps.sql, about, DELIVERIES_SHOWN);
    return deliveries.map(delivery => new DeliveryView(delivery));
  }
}
