import { Field, ID, InputType } from 'type-graphql';
import { MinorUnits } from '../api/scalars.js';

const AMOUNT = "Minor units of the transaction's currency; all there is if absent.";

@InputType('RefundTransactionInput', { description: 'What to refund.' })
export class RefundTransactionInput {
  @Field(() => String, { description: '1–255 characters. The same key and input give the same refund.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the transaction.' })
  transactionId!: string;

  @Field(() => MinorUnits, { nullable: true, description: AMOUNT })
  amount?: bigint | null;

  @Field(() => String, {
    nullable: true,
    description: "Why, in the shop's own words, 1–200 characters. Not shown to the shopper.",
  })
  reason?: string | null;
}

@InputType('ReverseTransactionInput', { description: 'What to give back, in the way that is right now.' })
export class ReverseTransactionInput {
  @Field(() => String, { description: '1–255 characters. The same key and input give the same answer.' })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the transaction.' })
  transactionId!: string;

  @Field(() => MinorUnits, { nullable: true, description: AMOUNT })
  amount?: bigint | null;
}
