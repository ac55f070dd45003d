import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { May, WRITE_WEBHOOKS } from '../api/rules.js';
import { NOTIFICATION_TYPES, type NotificationType } from '../core/notification.js';
import type { EndpointWithSecret } from './create-endpoint.js';
import type { EndpointRow } from './endpoint.js';

const TYPES = Object.keys(NOTIFICATION_TYPES) as NotificationType[];

export const NotificationTypeEnum = enumOf(TYPES);
registerEnumType(NotificationTypeEnum, {
  name: 'NotificationType',
  description: 'What a notification is about; on the wire it is written as its description begins.',
  valuesConfig: Object.fromEntries(
    Object.entries(NOTIFICATION_TYPES).map(([type, description]) => [type, { description }]),
  ),
});

export const EndpointStatusEnum = enumOf(['ENABLED', 'DISABLED']);
registerEnumType(EndpointStatusEnum, {
  name: 'WebhookEndpointStatus',
  description: 'Whether an endpoint is told.',
  valuesConfig: { ENABLED: { description: 'It is told.' }, DISABLED: { description: 'It is told nothing.' } },
});

export const EndpointDisabledEnum = enumOf(['SHOP', 'GONE']);
registerEnumType(EndpointDisabledEnum, {
  name: 'WebhookEndpointDisabledBecause',
  description: 'Why an endpoint is no longer told.',
  valuesConfig: {
    SHOP: { description: 'A member or a key of the shop disabled it.' },
    GONE: { description: 'Its server answered 410: it wants to hear no more.' },
  },
});

@ObjectType('WebhookEndpoint', { description: "An address of a merchant's server that is told what happens." })
@May(WRITE_WEBHOOKS)
export class WebhookEndpointView {
  @Field(() => ID, { description: 'Its id, `whe_…`.' })
  readonly id: string;

  @Field(() => String, { description: 'Where it is told.' })
  readonly url: string;

  @Field(() => String, { description: 'What the shop calls it; may be empty.' })
  readonly description: string;

  @Field(() => [NotificationTypeEnum], { description: 'What it is told of.' })
  readonly events: readonly NotificationType[];

  @Field(() => EndpointStatusEnum, { description: 'Whether it is told.' })
  readonly status: EndpointRow['status'];

  @Field(() => EndpointDisabledEnum, { nullable: true, description: 'Why not; null when it is.' })
  readonly disabledBecause: EndpointRow['disabled_because'];

  @Field(() => GraphQLDateTime, { description: "Since when there is one, by the shop's clock." })
  readonly createdAt: Date;

  constructor(row: EndpointRow) {
    this.id = row.id;
    this.url = row.url;
    this.description = row.description;
    this.events = row.types ?? TYPES;
    this.status = row.status;
    this.disabledBecause = row.disabled_because;
    this.createdAt = row.created_at;
  }
}

const SECRET = 'Signs what the endpoint is told (`whsec_` and 32 bytes in base64).';

@ObjectType('WebhookEndpointCreated', { description: 'A new endpoint with its secret.' })
@May(WRITE_WEBHOOKS)
export class WebhookEndpointCreatedView {
  @Field(() => WebhookEndpointView, { description: 'The endpoint.' })
  readonly endpoint: WebhookEndpointView;

  @Field(() => String, {
    nullable: true,
    description: `${SECRET} Shown this once: null when the same request was answered before.`,
  })
  readonly secret: string | null;

  constructor({ endpoint, secret }: EndpointWithSecret) {
    this.endpoint = new WebhookEndpointView(endpoint);
    this.secret = secret?.reveal() ?? null;
  }
}

@ObjectType('WebhookSecretRotated', { description: 'An endpoint with its new secret.' })
@May(WRITE_WEBHOOKS)
export class WebhookSecretRotatedView {
  @Field(() => WebhookEndpointView, { description: 'The endpoint.' })
  readonly endpoint: WebhookEndpointView;

  @Field(() => String, {
    description: `${SECRET} Shown this once. The former one signs beside it for another 24 hours.`,
  })
  readonly secret: string;

  constructor(endpoint: EndpointRow, secret: string) {
    this.endpoint = new WebhookEndpointView(endpoint);
    this.secret = secret;
  }
}
