/**
 * The parts of a transaction as the API shows them.
 */
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { CapturePlanEnum, FamilyEnum } from '../api/domain-enums.js';
import { MoneyView } from '../api/money.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import type { CapturePlan } from '../core/deadlines.js';
import { readResponseCode, type ResponseFamily } from '../core/response-codes.js';
import type { TransactionRow } from './transaction.js';

/** Each amount is made when it is asked for: of ten a list shows one or two. */
@ObjectType('TransactionAmounts', {
  description:
    'At every instant authorised = cancelled + toValidate + toCapture + remitting + captured, and refunded + refundPending ≤ captured.',
})
@May(AS_ITS_OWNER)
export class AmountsView {
  constructor(private readonly row: TransactionRow) {}

  @Field(() => MoneyView, { description: 'What was asked for.' })
  get requested(): MoneyView {
    return this.#of(this.row.requested);
  }

  @Field(() => MoneyView, { description: 'The latest authorisation.' })
  get authorised(): MoneyView {
    return this.#of(this.row.authorised);
  }

  @Field(() => MoneyView, { description: 'Given up before capture.' })
  get cancelled(): MoneyView {
    return this.#of(this.row.cancelled);
  }

  @Field(() => MoneyView, { description: 'Waits for a validation.' })
  get toValidate(): MoneyView {
    return this.#of(this.row.to_validate);
  }

  @Field(() => MoneyView, { description: 'Will travel in a remittance.' })
  get toCapture(): MoneyView {
    return this.#of(this.row.to_capture);
  }

  @Field(() => MoneyView, { description: 'In a closed remittance, not yet acknowledged.' })
  get remitting(): MoneyView {
    return this.#of(this.row.remitting);
  }

  @Field(() => MoneyView, { description: 'Remitted and acknowledged.' })
  get captured(): MoneyView {
    return this.#of(this.row.captured);
  }

  @Field(() => MoneyView, { description: 'Refunds asked for and not yet credited.' })
  get refundPending(): MoneyView {
    return this.#of(this.row.refund_pending);
  }

  @Field(() => MoneyView, { description: 'Refunds credited.' })
  get refunded(): MoneyView {
    return this.#of(this.row.refunded);
  }

  @Field(() => MoneyView, { description: "Taken back by the shopper's bank." })
  get chargedBack(): MoneyView {
    return this.#of(this.row.charged_back);
  }

  #of(amount: bigint): MoneyView {
    return new MoneyView(amount, this.row.currency);
  }
}

@ObjectType('Decline', { description: "The issuer's no." })
@May(AS_ITS_OWNER)
export class DeclineView {
  @Field(() => String, { description: 'Response code (ISO 8583 field 39), two characters.' })
  readonly code: string;

  @Field(() => String, { description: 'What the code means, in English.' })
  readonly meaning: string;

  @Field(() => FamilyEnum, { description: 'What kind of no it is.' })
  readonly family: ResponseFamily;

  @Field(() => String, {
    nullable: true,
    description: 'May the same card be tried again: YES, CORRECTED, AUTHENTICATE, LATER, NO or NEVER.',
  })
  readonly sameCardAgain: string | null;

  @Field(() => Boolean, { description: 'Whether another card may help.' })
  readonly otherCard: boolean;

  constructor(code: string) {
    const read = readResponseCode(code);
    this.code = code;
    this.meaning = read.meaning;
    this.family = read.family;
    this.sameCardAgain = read.sameCardAgain;
    this.otherCard = read.otherCard;
  }
}

@ObjectType('Authorisation', { description: "The acquirer's yes, and where to find it at the bank." })
@May(AS_ITS_OWNER)
export class AuthorisationView {
  @Field(() => String, { nullable: true, description: 'Authorisation code (ISO 8583 field 38).' })
  readonly code: string | null;

  @Field(() => String, { description: 'Retrieval reference number (ISO 8583 field 37).' })
  readonly rrn: string;

  @Field(() => String, {
    nullable: true,
    description:
      'System trace audit number of the last request (ISO 8583 field 11); null until the acquirer was asked.',
  })
  readonly stan: string | null;

  @Field(() => String, { nullable: true, description: 'Terminal of the last request (ISO 8583 field 41).' })
  readonly terminal: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was given.' })
  readonly authorisedAt: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it may be captured.' })
  readonly expiresAt: Date | null;

  constructor(row: TransactionRow) {
    this.code = row.authorisation_code;
    this.rrn = row.rrn;
    this.stan = row.stan;
    this.terminal = row.terminal;
    this.authorisedAt = row.authorised_at;
    this.expiresAt = row.authorisation_expires_at;
  }
}

@ObjectType('Capture', { description: 'When the money is captured.' })
@May(AS_ITS_OWNER)
export class CaptureView {
  @Field(() => CapturePlanEnum, { description: 'The plan of the session.' })
  readonly plan: CapturePlan;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Business day of the remittance that carries it, in the shop's calendar.",
  })
  readonly day: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Validation deadline; null unless the plan is VALIDATION.',
  })
  readonly deadline: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is held back from remittances; null when it is not.' })
  readonly heldBecause: string | null;

  constructor(row: TransactionRow) {
    this.plan = row.capture_plan;
    this.day = row.capture_day;
    this.deadline = row.validation_deadline;
    this.heldBecause = row.held_because;
  }
}
