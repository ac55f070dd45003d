import { Field, ID, InputType } from 'type-graphql';

const KEY = { description: '1–255 characters. The same key and input give the same answer.' };
const ID_OF_TRANSACTION = { description: 'Id of the transaction.' };

@InputType('CloseRemittanceInput', { description: 'The remittance to close now.' })
export class CloseRemittanceInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the remittance, which is open.' })
  remittanceId!: string;
}

@InputType('HoldCaptureInput', { description: 'The capture to keep out of the remittances.' })
export class HoldCaptureInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, ID_OF_TRANSACTION)
  transactionId!: string;
}

@InputType('ReleaseCaptureInput', { description: 'The capture to let travel again.' })
export class ReleaseCaptureInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, ID_OF_TRANSACTION)
  transactionId!: string;
}

@InputType('ResolveRemittanceInput', { description: 'What a comparison with the bank, line by line, has shown.' })
export class ResolveRemittanceInput {
  @Field(() => String, KEY)
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Id of the remittance, which is out of balance.' })
  remittanceId!: string;

  @Field(() => String, { description: 'What it has shown, 1–500 characters; kept in the log.' })
  reason!: string;
}
