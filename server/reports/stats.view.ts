import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BrandEnum, CapturePlanEnum, TransactionStatusEnum } from '../api/domain-enums.js';
import { enumOf } from '../api/enums.js';
import { MoneyTotalView } from '../api/money.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import { CurrencyCode } from '../api/scalars.js';
import { AuthenticationOutcomeEnum } from '../authentication/authentication.view.js';
import { STATS_DIMENSIONS, type StatsDimension, type StatsRow } from './stats.js';

export const StatsDimensionEnum = enumOf(STATS_DIMENSIONS);
registerEnumType(StatsDimensionEnum, {
  name: 'StatsDimension',
  description: 'What statistics may be grouped by. Times are when a transaction began, in the zone asked for.',
  valuesConfig: {
    DAY: { description: 'By calendar day; it has 23 or 25 hours where the clock is changed.' },
    WEEK: { description: 'By week, from Monday (ISO 8601).' },
    MONTH: { description: 'By calendar month.' },
    HOUR: { description: 'By hour of a day, as the instant it begins.' },
    BRAND: { description: 'By the brand that was used.' },
    ISSUING_COUNTRY: { description: 'By where the card was issued.' },
    CURRENCY: { description: 'By currency, which is part of every group anyway.' },
    STATUS: { description: 'By where transactions stand now.' },
    DECLINE_CODE: { description: "By the code of the issuer's no." },
    AUTHENTICATION: { description: 'By what came of 3-D Secure.' },
    CAPTURE_PLAN: { description: 'By capture plan.' },
    CHANNEL: { description: 'By the way it was asked for.' },
  },
});

@ObjectType('TransactionStatsRow', {
  description: 'Transactions of one currency that have what was grouped by in common. What was not asked for is null.',
})
@May(AS_ITS_OWNER)
export class StatsRowView {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'With DAY: the date.' })
  readonly day: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'With WEEK: the Monday it begins on.' })
  readonly week: string | null;

  @Field(() => String, { nullable: true, description: 'With MONTH: such as 2026-11.' })
  readonly month: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'With HOUR: the instant it begins.' })
  readonly hour: Date | null;

  @Field(() => BrandEnum, { nullable: true, description: 'With BRAND.' })
  readonly brand: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With ISSUING_COUNTRY: two letters (ISO 3166), null if not known.',
  })
  readonly issuingCountry: string | null;

  @Field(() => TransactionStatusEnum, { nullable: true, description: 'With STATUS.' })
  readonly status: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'With DECLINE_CODE: ISO 8583 field 39; null for what was not declined.',
  })
  readonly declineCode: string | null;

  @Field(() => AuthenticationOutcomeEnum, {
    nullable: true,
    description: 'With AUTHENTICATION; null while it is under way.',
  })
  readonly authentication: string | null;

  @Field(() => CapturePlanEnum, { nullable: true, description: 'With CAPTURE_PLAN.' })
  readonly capturePlan: string | null;

  @Field(() => String, { nullable: true, description: 'With CHANNEL: ECOMMERCE, TELEPHONE or DUPLICATE.' })
  readonly channel: string | null;

  @Field(() => CurrencyCode, { description: 'Of all sums of this row.' })
  readonly currency: string;

  @Field(() => Int, { description: 'Transactions, whatever came of them.' })
  readonly count: number;

  @Field(() => Int, { description: 'Those the issuer said yes to, whatever became of them since.' })
  readonly accepted: number;

  @Field(() => Int, { description: 'Those the issuer said no to.' })
  readonly declined: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'accepted ÷ (accepted + declined), from 0 to 1: of what the issuer answered. What our own rules or the authentication refused was never asked, and what nobody answered is no answer: neither counts. Null where nothing was answered.',
  })
  readonly acceptanceRate: number | null;

  @Field(() => MoneyTotalView, { description: 'What was asked for.' })
  readonly requested: MoneyTotalView;

  @Field(() => MoneyTotalView, { description: 'The latest authorisations.' })
  readonly authorised: MoneyTotalView;

  @Field(() => MoneyTotalView, { description: 'Given up of them before capture.' })
  readonly cancelled: MoneyTotalView;

  @Field(() => MoneyTotalView, { description: 'Captured and acknowledged by the bank.' })
  readonly captured: MoneyTotalView;

  @Field(() => MoneyTotalView, { description: 'Refunds credited.' })
  readonly refunded: MoneyTotalView;

  constructor(row: StatsRow) {
    const key = (dimension: StatsDimension) => row.keys.get(dimension) ?? null;
    const text = (dimension: StatsDimension) => key(dimension) as string | null;
    const total = (amount: bigint) => new MoneyTotalView(amount, row.currency);
    this.day = text('DAY');
    this.week = text('WEEK');
    this.month = text('MONTH');
    this.hour = key('HOUR') as Date | null;
    this.brand = text('BRAND');
    this.issuingCountry = text('ISSUING_COUNTRY');
    this.status = text('STATUS');
    this.declineCode = text('DECLINE_CODE');
    this.authentication = text('AUTHENTICATION');
    this.capturePlan = text('CAPTURE_PLAN');
    this.channel = text('CHANNEL');
    this.currency = row.currency;
    this.count = row.count;
    this.accepted = row.accepted;
    this.declined = row.declined;
    const answered = row.accepted + row.declined;
    this.acceptanceRate = answered === 0 ? null : row.accepted / answered;
    this.requested = total(row.requested);
    this.authorised = total(row.authorised);
    this.cancelled = total(row.cancelled);
    this.captured = total(row.captured);
    this.refunded = total(row.refunded);
  }
}
