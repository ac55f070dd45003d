import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { ACTIONS, type Action } from '../core/possible-actions.js';
import { REFUSAL_CODES, RefusalError, type PossibleAction, type RefusalCode } from '../core/refusal.js';
import { enumOf } from './enums.js';
import { MoneyView } from './money.view.js';
import { AS_ITS_OWNER, May } from './rules.js';

export const RefusalCodeEnum = enumOf(Object.keys(REFUSAL_CODES) as RefusalCode[]);
registerEnumType(RefusalCodeEnum, {
  name: 'RefusalCode',
  description: 'Why our own rules said no. (A no of the issuer is a decline: a transaction with status DECLINED.)',
  valuesConfig: Object.fromEntries(Object.entries(REFUSAL_CODES).map(([code, description]) => [code, { description }])),
});

export const ActionEnum = enumOf(ACTIONS);
registerEnumType(ActionEnum, {
  name: 'TransactionAction',
  description: 'What may be done to a transaction.',
  valuesConfig: {
    VALIDATE: { description: 'Release an authorised amount to be captured.' },
    CANCEL: { description: 'Give up an amount before its remittance.' },
    REFUND: { description: 'Give captured money back.' },
    REVERSE: { description: 'Give the money back, whichever way is right now: cancel or refund.' },
    DUPLICATE: { description: 'Pay another order with the same card.' },
    ACCEPT_REVIEW: { description: 'Let go on what a risk rule has held.' },
    REFUSE_REVIEW: { description: 'Cancel what a risk rule has held.' },
  },
});

@ObjectType('PossibleAction', { description: 'Something that may be done now, or why it may not.' })
@May(AS_ITS_OWNER)
export class PossibleActionView {
  @Field(() => ActionEnum, { description: 'What.' })
  readonly action: Action;

  @Field(() => MoneyView, { nullable: true, description: 'At most how much; null where no amount is taken.' })
  readonly maxAmount: MoneyView | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Until when, by the shop's clock; null = no deadline.",
  })
  readonly until: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is not possible; null when it is.' })
  readonly blockedBecause: string | null;

  constructor(possible: PossibleAction, currency: string) {
    this.action = possible.action as Action;
    this.maxAmount = possible.maxAmount === null ? null : new MoneyView(possible.maxAmount, currency);
    this.until = possible.until;
    this.blockedBecause = possible.blockedBecause;
  }
}

@ObjectType('Refusal', { description: 'Our own rules said no. Nothing was changed.' })
@May(AS_ITS_OWNER)
export class Refusal {
  @Field(() => RefusalCodeEnum, { description: 'Which rule.' })
  readonly code: RefusalCode;

  @Field(() => String, { description: 'What was wrong and what is possible, in English.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'The field of the input at fault, such as `amount`.' })
  readonly path: string | null;

  @Field(() => String, { nullable: true, description: 'The limit that was passed, with its unit.' })
  readonly limit: string | null;

  @Field(() => Boolean, { description: 'Whether the same request may succeed later, unchanged.' })
  readonly retryable: boolean;

  @Field(() => [PossibleActionView], { nullable: true, description: 'What may be done to the object instead.' })
  readonly possibleActions: PossibleActionView[] | null;

  constructor(error: RefusalError, currency: string) {
    this.code = error.code;
    this.message = error.message;
    this.path = error.details.path ?? null;
    this.limit = error.details.limit ?? null;
    this.retryable = error.details.retryable ?? false;
    this.possibleActions =
      error.details.possibleActions?.map(action => new PossibleActionView(action, currency)) ?? null;
  }
}

/** The verb's answer, or the refusal it threw. `currency` is needed where a refusal names amounts of an object. */
export async function orRefusal<T>(verb: () => Promise<T>, currency = 'EUR'): Promise<T | Refusal> {
  try {
    return await verb();
  } catch (error) {
    if (error instanceof RefusalError) return new Refusal(error, currency);
    throw error;
  }
}
