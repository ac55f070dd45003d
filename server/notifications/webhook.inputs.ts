import { Field, ID, InputType } from 'type-graphql';
import type { NotificationType } from '../core/notification.js';
import { NotificationTypeEnum } from './endpoint.view.js';

@InputType('CreateWebhookEndpointInput', { description: 'Where to tell what.' })
export class CreateWebhookEndpointInput {
  @Field(() => String, {
    nullable: true,
    description: '1–255 characters; the same key and input give the same endpoint. Its secret is shown once only.',
  })
  idempotencyKey?: string | null;

  @Field(() => String, {
    description:
      'A public https address on port 443, 80, or 1024 and above; in test mode also http to this machine. At most 2048 characters.',
  })
  url!: string;

  @Field(() => [NotificationTypeEnum], { nullable: true, description: 'Of what; absent = of everything.' })
  events?: NotificationType[] | null;

  @Field(() => String, { nullable: true, description: 'What the shop calls it, at most 200 characters.' })
  description?: string | null;
}

const ofEndpoint = 'Id of the endpoint, `whe_…`.';

@InputType('DisableWebhookEndpointInput', { description: 'Which endpoint is to be told nothing more.' })
export class DisableWebhookEndpointInput {
  @Field(() => ID, { description: ofEndpoint })
  endpointId!: string;
}

@InputType('EnableWebhookEndpointInput', { description: 'Which endpoint is to be told again.' })
export class EnableWebhookEndpointInput {
  @Field(() => ID, { description: ofEndpoint })
  endpointId!: string;
}

@InputType('RotateWebhookSecretInput', { description: 'Which endpoint is to have another secret.' })
export class RotateWebhookSecretInput {
  @Field(() => ID, { description: ofEndpoint })
  endpointId!: string;
}

@InputType('RedeliverInput', { description: 'What to send again.' })
export class RedeliverInput {
  @Field(() => ID, { description: 'Id of the delivery, `msg_…`.' })
  deliveryId!: string;
}
