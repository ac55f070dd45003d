import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import type { CapturePlan } from '../core/deadlines.js';
import { CapturePlanEnum } from '../api/domain-enums.js';
import { MoneyInput } from '../api/money.view.js';
import { MinorUnits } from '../api/scalars.js';
import type { SessionInput } from './session-input.js';

@InputType('CapturePlanInput', { description: 'When the authorised amount is to be captured.' })
export class CapturePlanInput {
  @Field(() => CapturePlanEnum, { description: 'Which plan.' })
  plan!: CapturePlan;

  @Field(() => Int, { nullable: true, description: 'None for IMMEDIATE, 0–99 for DEFERRED, 1–99 for VALIDATION.' })
  days?: number | null;
}

@InputType('ShopperInput', { description: 'What the merchant knows of the person who pays.' })
export class ShopperInput {
  @Field(() => String, { nullable: true, description: 'E-mail address, at most 254 characters.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Name, at most 200 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Telephone number, at most 40 characters.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, two capital letters (ISO 3166).' })
  country?: string | null;
}

@InputType('OrderLineInput', { description: 'One line of the order, shown to the shopper.' })
export class OrderLineInput {
  @Field(() => String, { description: 'What it is, 1–200 characters.' })
  label!: string;

  @Field(() => Int, { description: 'How many, 1–999999.' })
  quantity!: number;

  @Field(() => MinorUnits, { description: "The line's amount in minor units of the session's currency." })
  amount!: bigint;
}

@InputType('CreatePaymentSessionInput', { description: 'An order to be paid.' })
export class CreatePaymentSessionInput implements SessionInput {
  @Field(() => String, { description: '1–255 characters. The same key and input give the same session.' })
  idempotencyKey!: string;

  @Field(() => String, {
    description: "The merchant's reference of the order, 1–64 characters. One payment per order.",
  })
  orderId!: string;

  @Field(() => MoneyInput, { description: 'What is to be paid: at least one minor unit.' })
  amount!: MoneyInput;

  @Field(() => CapturePlanInput, { nullable: true, description: 'IMMEDIATE if absent.' })
  capture?: CapturePlanInput | null;

  @Field(() => ShopperInput, { nullable: true, description: 'Who pays, as far as the merchant knows.' })
  shopper?: ShopperInput | null;

  @Field(() => [OrderLineInput], { nullable: true, description: 'At most 100 lines.' })
  lines?: OrderLineInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where the shopper goes back to: absolute https.' })
  returnUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Where the shopper goes who gave up: absolute https.' })
  cancelUrl?: string | null;

  @Field(() => String, { nullable: true, description: "Language of the checkout, fr or en; the shop's if absent." })
  locale?: string | null;

  @Field(() => Int, { nullable: true, description: 'Life in seconds, 300–86400; 1800 if absent.' })
  expiresInSeconds?: number | null;

  @Field(() => GraphQLJSONObject, {
    nullable: true,
    description: "The merchant's own data, at most 4096 characters as JSON.",
  })
  metadata?: Record<string, unknown> | null;
}

@InputType('PaymentSessionFilter', { description: 'Which sessions to list; all conditions hold.' })
export class PaymentSessionFilter {
  @Field(() => String, { nullable: true, description: "The merchant's reference of the order." })
  orderId?: string | null;
}
