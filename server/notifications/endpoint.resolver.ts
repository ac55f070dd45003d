import { Arg, createUnionType, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { shopOf, type Context } from '../api/context.js';
import { orRefusal, Refusal } from '../api/refusal.view.js';
import { May, WRITE_WEBHOOKS } from '../api/rules.js';
import { actorOf } from '../core/caller.js';
import { disableEndpoint, enableEndpoint, rotateSecret } from './change-endpoint.js';
import { createEndpoint } from './create-endpoint.js';
import { WebhookEndpointCreatedView, WebhookEndpointView, WebhookSecretRotatedView } from './endpoint.view.js';
import { listEndpoints } from './endpoint.js';
import { returnSecret } from './signed-return.js';
import {
  CreateWebhookEndpointInput,
  DisableWebhookEndpointInput,
  EnableWebhookEndpointInput,
  RotateWebhookSecretInput,
} from './webhook.inputs.js';

const CreateWebhookEndpointResult = createUnionType({
  name: 'CreateWebhookEndpointResult',
  description: 'The endpoint with its secret, or why not.',
  types: () => [WebhookEndpointCreatedView, Refusal] as const,
});

const RotateWebhookSecretResult = createUnionType({
  name: 'RotateWebhookSecretResult',
  description: 'The endpoint with its new secret, or why not.',
  types: () => [WebhookSecretRotatedView, Refusal] as const,
});

const resultOf = (name: string) =>
  createUnionType({
    name,
    description: 'The endpoint as it is now, or why not.',
    types: () => [WebhookEndpointView, Refusal] as const,
  });
const DisableWebhookEndpointResult = resultOf('DisableWebhookEndpointResult');
const EnableWebhookEndpointResult = resultOf('EnableWebhookEndpointResult');

@Resolver()
export class WebhookEndpointResolver {
  @Query(() => [WebhookEndpointView], { description: 'The endpoints of this shop, oldest first.', complexity: 20 })
  @May(WRITE_WEBHOOKS)
  async webhookEndpoints(@Ctx() context: Context): Promise<WebhookEndpointView[]> {
    return (await listEndpoints(context.deps.sql, shopOf(context))).map(row => new WebhookEndpointView(row));
  }

  @Query(() => String, {
    description:
      'What the way back of the browser to `returnUrl` is signed with: Standard Webhooks, id = `session`, body = `{"session":…,"status":…}`. A return carries no authority: ask the API, or wait for the notification.',
  })
  @May(WRITE_WEBHOOKS)
  returnSecret(@Ctx() context: Context): string {
    return returnSecret(context.deps, shopOf(context)).reveal();
  }

  @Mutation(() => CreateWebhookEndpointResult, { description: "Tells a merchant's server what happens from now on." })
  @May(WRITE_WEBHOOKS)
  async createWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => CreateWebhookEndpointInput) { events, ...input }: CreateWebhookEndpointInput,
  ): Promise<WebhookEndpointCreatedView | Refusal> {
    const { deps, caller } = context;
    const wanted = { ...input, types: events ?? null };
    return orRefusal(
      async () => new WebhookEndpointCreatedView(await createEndpoint(deps, shopOf(context), actorOf(caller), wanted)),
    );
  }

  @Mutation(() => DisableWebhookEndpointResult, {
    description: 'Tells an endpoint nothing more; what still waits for it is abandoned, and can be sent again later.',
  })
  @May(WRITE_WEBHOOKS)
  async disableWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => DisableWebhookEndpointInput) { endpointId }: DisableWebhookEndpointInput,
  ): Promise<WebhookEndpointView | Refusal> {
    return changed(context, endpointId, disableEndpoint);
  }

  @Mutation(() => EnableWebhookEndpointResult, { description: 'Tells an endpoint again of what happens from now on.' })
  @May(WRITE_WEBHOOKS)
  async enableWebhookEndpoint(
    @Ctx() context: Context,
    @Arg('input', () => EnableWebhookEndpointInput) { endpointId }: EnableWebhookEndpointInput,
  ): Promise<WebhookEndpointView | Refusal> {
    return changed(context, endpointId, enableEndpoint);
  }

  @Mutation(() => RotateWebhookSecretResult, {
    description: 'Gives an endpoint another secret; for 24 hours the former one signs beside it.',
  })
  @May(WRITE_WEBHOOKS)
  async rotateWebhookSecret(
    @Ctx() context: Context,
    @Arg('input', () => RotateWebhookSecretInput) { endpointId }: RotateWebhookSecretInput,
  ): Promise<WebhookSecretRotatedView | Refusal> {
    const { deps, caller } = context;
    return orRefusal(async () => {
      const { endpoint, secret } = await rotateSecret(deps, shopOf(context), actorOf(caller), endpointId);
      return new WebhookSecretRotatedView(endpoint, secret.reveal());
    });
  }
}

function changed(
  context: Context,
  endpointId: string,
  verb: typeof disableEndpoint,
): Promise<WebhookEndpointView | Refusal> {
  const { deps, caller } = context;
  return orRefusal(async () => new WebhookEndpointView(await verb(deps, shopOf(context), actorOf(caller), endpointId)));
}
