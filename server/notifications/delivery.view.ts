import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { May, WRITE_WEBHOOKS } from '../api/rules.js';
import type { NotificationType } from '../core/notification.js';
import { DELIVERY_FAULTS, type DeliveryFault } from './delivery-answer.js';
import { NotificationTypeEnum } from './endpoint.view.js';
import type { AttemptRow, DeliveryRow } from './list-deliveries.js';

export const DeliveryStatusEnum = enumOf(['PENDING', 'DELIVERED', 'ABANDONED']);
registerEnumType(DeliveryStatusEnum, {
  name: 'DeliveryStatus',
  description: 'What became of a notification at one endpoint.',
  valuesConfig: {
    PENDING: { description: 'Waits for its first or its next attempt, or for the one before it.' },
    DELIVERED: { description: 'The server answered 2xx.' },
    ABANDONED: { description: 'Ten attempts failed over three days, or the endpoint was disabled.' },
  },
});

export const DeliveryFaultEnum = enumOf(Object.keys(DELIVERY_FAULTS) as DeliveryFault[]);
registerEnumType(DeliveryFaultEnum, {
  name: 'DeliveryFault',
  description: 'Why an attempt did not succeed.',
  valuesConfig: Object.fromEntries(
    Object.entries(DELIVERY_FAULTS).map(([fault, description]) => [fault, { description }]),
  ),
});

@ObjectType('DeliveryAttempt', { description: 'One attempt to tell an endpoint.' })
@May(WRITE_WEBHOOKS)
export class DeliveryAttemptView {
  @Field(() => Int, { description: 'Its number, from 1.' })
  readonly number: number;

  @Field(() => GraphQLDateTime, { description: 'When it began, in real time.' })
  readonly at: Date;

  @Field(() => Int, {
    nullable: true,
    description: 'How long it took, in milliseconds; null while it is under way, and when its process died.',
  })
  readonly durationMs: number | null;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null when there was none.' })
  readonly statusCode: number | null;

  @Field(() => DeliveryFaultEnum, { nullable: true, description: 'Why it did not succeed; null when it did.' })
  readonly fault: DeliveryFault | null;

  @Field(() => String, { nullable: true, description: 'The first 200 bytes of the answer, masked.' })
  readonly answer: string | null;

  constructor(row: AttemptRow) {
    this.number = row.number;
    this.at = row.at;
    this.durationMs = row.duration_ms;
    this.statusCode = row.status_code;
    this.fault = row.fault as DeliveryFault | null;
    this.answer = row.answer;
  }
}

@ObjectType('Delivery', { description: 'A notification at one endpoint.' })
@May(WRITE_WEBHOOKS)
export class DeliveryView {
  @Field(() => ID, { description: 'Its id, `msg_…`: the header `webhook-id` of every attempt.' })
  readonly id: string;

  @Field(() => ID, { description: 'The endpoint it is for.' })
  readonly endpointId: string;

  @Field(() => NotificationTypeEnum, { description: 'What it is about.' })
  readonly type: NotificationType;

  @Field(() => String, { description: 'The cursor of the event it tells.' })
  readonly cursor: string;

  @Field(() => String, { description: 'The very text that every attempt sends.' })
  readonly body: string;

  @Field(() => DeliveryStatusEnum, { description: 'What became of it.' })
  readonly status: DeliveryRow['status'];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it is due, by the shop's clock, once what comes before it is told; null at its end.",
  })
  readonly nextAttemptAt: Date | null;

  @Field(() => GraphQLDateTime, { description: "When it was written down, by the shop's clock." })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was delivered or abandoned, by the shop's clock.",
  })
  readonly endedAt: Date | null;

  constructor(row: DeliveryRow) {
    this.id = row.id;
    this.endpointId = row.endpoint_id;
    this.type = row.type;
    this.cursor = row.position.toString();
    this.body = row.body;
    this.status = row.status;
    this.nextAttemptAt = row.status === 'PENDING' ? row.due_at : null;
    this.createdAt = row.created_at;
    this.endedAt = row.ended_at;
  }
}
