import DataLoader from 'dataloader';
import { Arg, Args, createUnionType, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { loaderOf, shopOf, type Context } from '../api/context.js';
import { connectionTypes, ofPage, PageArgs, pageOf, requirePage } from '../api/page.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, WRITE_WEBHOOKS } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import type { Deps } from '../database/deps.js';
import { DeliveryAttemptView, DeliveryStatusEnum, DeliveryView } from './delivery.view.js';
import { countDeliveries, listAttempts, listDeliveries, type AttemptRow, type DeliveryRow } from './list-deliveries.js';
import { redeliver } from './redeliver.js';
import { RedeliverInput } from './webhook.inputs.js';

const DeliveryConnection = connectionTypes('Delivery', DeliveryView);

const RedeliverResult = createUnionType({
  name: 'RedeliverResult',
  description: 'The delivery, due again, or why not.',
  types: () => [DeliveryView, Refusal] as const,
});

@Resolver(() => DeliveryView)
export class DeliveryResolver {
  @Query(() => DeliveryConnection, {
    description: 'Notifications of this shop at its endpoints, newest first.',
    complexity: ofPage,
  })
  @May(WRITE_WEBHOOKS)
  async deliveries(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('endpointId', () => ID, { nullable: true, description: 'Only those at this endpoint.' })
    endpointId: string | null,
    @Arg('status', () => DeliveryStatusEnum, { nullable: true, description: 'Only those that stand so.' })
    status: DeliveryRow['status'] | null,
  ): Promise<InstanceType<typeof DeliveryConnection>> {
    const { sql } = context.deps;
    const which = { shopId: shopOf(context), endpointId: endpointId ?? null, status: status ?? null };
    const asked = requirePage(page);
    const { rows, pageInfo } = pageOf(await listDeliveries(sql, which, asked), asked);
    return DeliveryConnection.of(
      rows.map(row => new DeliveryView(row)),
      pageInfo,
      () => countDeliveries(sql, which),
    );
  }

  @FieldResolver(() => [DeliveryAttemptView], {
    description: 'Every attempt to send it, in order.',
    complexity: ({ childComplexity }) => 10 * childComplexity,
  })
  async attempts(@Ctx() context: Context, @Root() delivery: DeliveryView): Promise<DeliveryAttemptView[]> {
    const attempts = await loaderOf(context, 'delivery attempts', attemptsLoader).load(delivery.id);
    return attempts.map(row => new DeliveryAttemptView(row));
  }

  @Mutation(() => RedeliverResult, {
    description: 'Sends a notification again, with the same id and bytes; one that still waits is due at once.',
  })
  @May(WRITE_WEBHOOKS)
  async redeliver(
    @Ctx() context: Context,
    @Arg('input', () => RedeliverInput) { deliveryId }: RedeliverInput,
  ): Promise<DeliveryView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(async () => new DeliveryView(await redeliver(deps, shopOf(context), actorOf(caller), deliveryId)));
  }
}

function attemptsLoader(deps: Deps): DataLoader<string, AttemptRow[]> {
  return new DataLoader(async ids => {
    const byDelivery = Map.groupBy(await listAttempts(deps.sql, ids), row => row.delivery_id);
    return ids.map(id => byDelivery.get(id) ?? []);
  });
}
