import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { BrandEnum, CapturePlanEnum, TransactionStatusEnum } from '../api/domain-enums.js';
import { enumOf } from '../api/enums.js';
import { CurrencyCode, MinorUnits } from '../api/scalars.js';
import { AuthenticationOutcomeEnum } from '../authentication/authentication.view.js';
import type { AuthenticationOutcome } from '../core/authentication.js';
import type { Brand } from '../core/card.js';
import type { CapturePlan } from '../core/deadlines.js';
import type { TransactionStatus } from '../core/transaction.js';

export const TransactionOrderEnum = enumOf(['NEWEST_FIRST', 'OLDEST_FIRST']);
registerEnumType(TransactionOrderEnum, {
  name: 'TransactionOrder',
  description: 'In which order transactions are listed.',
  valuesConfig: {
    NEWEST_FIRST: { description: 'The latest first.' },
    OLDEST_FIRST: { description: 'The earliest first.' },
  },
});

@InputType('TransactionFilter', { description: 'Which transactions; all conditions hold.' })
export class TransactionFilter {
  @Field(() => [TransactionStatusEnum], { nullable: true, description: 'In one of these states.' })
  status?: TransactionStatus[] | null;

  @Field(() => [BrandEnum], { nullable: true, description: 'Used as one of these brands.' })
  brand?: Brand[] | null;

  @Field(() => String, { nullable: true, description: "The merchant's reference of the order." })
  orderId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words as a person types them, which must all match: a reference, an order from its beginning ("in quotes" where it holds spaces), the last four digits, a masked number, an amount such as 10.50, an RRN, an authorisation code; or by name: last4:0005 amount:>100 status:captured brand:visa currency:eur order: ref: rrn: code:. At most 100 characters and 8 words; never a card number.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: "The last four digits of the card's number." })
  last4?: string | null;

  @Field(() => [CurrencyCode], { nullable: true, description: 'In one of these currencies.' })
  currency?: string[] | null;

  @Field(() => MinorUnits, { nullable: true, description: 'Asked for at least so much, in minor units.' })
  amountFrom?: bigint | null;

  @Field(() => MinorUnits, { nullable: true, description: 'Asked for at most so much, in minor units.' })
  amountTo?: bigint | null;

  @Field(() => [CapturePlanEnum], { nullable: true, description: 'With one of these capture plans.' })
  capturePlan?: CapturePlan[] | null;

  @Field(() => [AuthenticationOutcomeEnum], { nullable: true, description: 'With one of these ends of 3-D Secure.' })
  authentication?: AuthenticationOutcome[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Begun at or after this instant.' })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Begun before this instant.' })
  until?: Date | null;
}

@InputType('TransactionEventFilter', { description: 'Which events; all conditions together.' })
export class TransactionEventFilter {
  @Field(() => [TransactionStatusEnum], {
    nullable: true,
    description: 'After which the transaction stands in one of these states.',
  })
  status?: TransactionStatus[] | null;

  @Field(() => [BrandEnum], { nullable: true, description: 'Of transactions used as one of these brands.' })
  brand?: Brand[] | null;

  @Field(() => [String], { nullable: true, description: 'Of one of these types, such as DECLINED.' })
  type?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this transaction and its refunds alone.' })
  transactionId?: string | null;
}

abstract class AmountOfTransaction {
  idempotencyKey!: string;
  transactionId!: string;
  amount?: bigint | null;
}

const KEY = { description: '1–255 characters. The same key and input give the same answer.' };
const ID_OF = { description: 'Id of the transaction.' };
const AMOUNT = { nullable: true, description: "Minor units of the transaction's currency; all there is if absent." };

@InputType('ValidateTransactionInput', { description: 'What to validate.' })
export class ValidateTransactionInput extends AmountOfTransaction {
  @Field(() => String, KEY)
  declare idempotencyKey: string;

  @Field(() => ID, ID_OF)
  declare transactionId: string;

  @Field(() => MinorUnits, AMOUNT)
  declare amount?: bigint | null;
}

@InputType('CancelTransactionInput', { description: 'What to cancel.' })
export class CancelTransactionInput extends AmountOfTransaction {
  @Field(() => String, KEY)
  declare idempotencyKey: string;

  @Field(() => ID, ID_OF)
  declare transactionId: string;

  @Field(() => MinorUnits, AMOUNT)
  declare amount?: bigint | null;
}
