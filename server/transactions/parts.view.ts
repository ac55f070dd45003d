/**
 * The parts of a transaction as the API shows them.
 */
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { CapturePlanEnum, FamilyEnum } from '../api/domain-enums.js';
import { MoneyView } from '../api/money.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import type { Amounts } from '../core/amounts.js';
import type { CapturePlan } from '../core/deadlines.js';
import { readResponseCode, type ResponseFamily } from '../core/response-codes.js';
import { amountsOf, type TransactionRow } from './transaction.js';

@ObjectType('TransactionAmounts', {
  description:
    'At every instant authorised = cancelled + toValidate + toCapture + remitting + captured, and refunded + refundPending ≤ captured.',
})
@May(AS_ITS_OWNER)
export class AmountsView {
  @Field(() => MoneyView, { description: 'What was asked for.' })
  readonly requested: MoneyView;

  @Field(() => MoneyView, { description: 'The latest authorisation.' })
  readonly authorised: MoneyView;

  @Field(() => MoneyView, { description: 'Given up before capture.' })
  readonly cancelled: MoneyView;

  @Field(() => MoneyView, { description: 'Waits for a validation.' })
  readonly toValidate: MoneyView;

  @Field(() => MoneyView, { description: 'Will travel in a remittance.' })
  readonly toCapture: MoneyView;

  @Field(() => MoneyView, { description: 'In a closed remittance, not yet acknowledged.' })
  readonly remitting: MoneyView;

  @Field(() => MoneyView, { description: 'Remitted and acknowledged.' })
  readonly captured: MoneyView;

  @Field(() => MoneyView, { description: 'Refunds asked for and not yet credited.' })
  readonly refundPending: MoneyView;

  @Field(() => MoneyView, { description: 'Refunds credited.' })
  readonly refunded: MoneyView;

  @Field(() => MoneyView, { description: "Taken back by the shopper's bank." })
  readonly chargedBack: MoneyView;

  constructor(row: TransactionRow) {
    const amounts: Amounts = amountsOf(row);
    const of = (amount: bigint) => new MoneyView(amount, row.currency);
    this.requested = of(row.requested);
    this.authorised = of(amounts.authorised);
    this.cancelled = of(amounts.cancelled);
    this.toValidate = of(amounts.toValidate);
    this.toCapture = of(amounts.toCapture);
    this.remitting = of(amounts.remitting);
    this.captured = of(amounts.captured);
    this.refundPending = of(amounts.refundPending);
    this.refunded = of(amounts.refunded);
    this.chargedBack = of(amounts.chargedBack);
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
