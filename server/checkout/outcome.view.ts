/**
 * What the shopper is told of the last attempt: the ticket, a decline, or that nobody knows yet.
 */
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { BrandEnum, CapturePlanEnum } from '../api/domain-enums.js';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import { formatExpiry, type Brand } from '../core/card.js';
import type { CapturePlan } from '../core/deadlines.js';
import { mayAnyCardTry, readResponseCode } from '../core/response-codes.js';
import type { Texts } from '../database/deps.js';
import type { CardRow } from '../cards/stored-card.js';
import type { ShopRow } from '../shops/shop.js';
import type { TransactionRow } from '../transactions/transaction.js';

const NEXT_STEPS = {
  SAME_CARD_AGAIN: 'Try the same card again.',
  SAME_CARD_CORRECTED: 'Correct what was entered.',
  SAME_CARD_LATER: 'The same card may work later; another one now.',
  OTHER_CARD: 'Use another card.',
  CONTACT_SHOP: 'Ask the shop.',
  NONE: 'Nothing can be done in this session.',
} as const;
export type NextStep = keyof typeof NEXT_STEPS;

export const NextStepEnum = enumOf(Object.keys(NEXT_STEPS) as NextStep[]);
registerEnumType(NextStepEnum, {
  name: 'NextStep',
  description: 'The best thing to do after a decline.',
  valuesConfig: Object.fromEntries(Object.entries(NEXT_STEPS).map(([step, description]) => [step, { description }])),
});

/** The best advice that is still possible: nothing is advised that the session would then refuse. */
export function nextStepAfter(code: string, attemptsLeft: number): NextStep {
  const { sameCardAgain, whoActs } = readResponseCode(code);
  if (!mayAnyCardTry(code)) return whoActs === 'MERCHANT' || whoActs === 'PLATFORM' ? 'CONTACT_SHOP' : 'NONE';
  if (attemptsLeft === 0) return 'NONE';
  if (sameCardAgain === 'YES') return 'SAME_CARD_AGAIN';
  if (sameCardAgain === 'CORRECTED') return 'SAME_CARD_CORRECTED';
  return sameCardAgain === 'LATER' ? 'SAME_CARD_LATER' : 'OTHER_CARD';
}

@ObjectType('CheckoutDecline', { description: "The issuer's no, in words for the shopper." })
@May(AS_ITS_OWNER)
export class DeclineForShopperView {
  @Field(() => String, { description: 'What happened.' })
  readonly title: string;

  @Field(() => String, { description: 'Why, and who can help.' })
  readonly explanation: string;

  @Field(() => Boolean, { description: 'Whether money was taken: never, after a decline.' })
  readonly moneyTaken: boolean;

  @Field(() => NextStepEnum, { description: 'What to do now.' })
  readonly nextStep: NextStep;

  @Field(() => String, { description: 'The same in words.' })
  readonly nextStepText: string;

  constructor(code: string, attemptsLeft: number, locale: string, texts: Texts) {
    const key = readResponseCode(code).listed ? code : 'unlisted';
    this.title = texts.text(locale, `decline.${key}.title`);
    this.explanation = texts.text(locale, `decline.${key}.explanation`);
    this.moneyTaken = false;
    this.nextStep = nextStepAfter(code, attemptsLeft);
    this.nextStepText = texts.text(locale, `nextStep.${this.nextStep}`);
  }
}

@ObjectType('CheckoutUnknown', { description: 'Nobody knows yet whether money was reserved; it is being found out.' })
@May(AS_ITS_OWNER)
export class UnknownView {
  @Field(() => String, { description: 'Reference of the transaction, to name it by.' })
  readonly reference: string;

  constructor(row: TransactionRow) {
    this.reference = row.reference;
  }
}

@ObjectType('CheckoutCard', { description: 'The card of the last attempt, as far as it may be shown.' })
@May(AS_ITS_OWNER)
export class CheckoutCardView {
  @Field(() => String, { description: 'First six and last four digits.' })
  readonly masked: string;

  @Field(() => BrandEnum, { description: 'The brand it was used as.' })
  readonly brand: Brand;

  @Field(() => String, { description: 'MM/YY.' })
  readonly expiry: string;

  constructor(card: CardRow) {
    this.masked = card.masked;
    this.brand = card.brand;
    this.expiry = formatExpiry({ month: card.expiry_month, year: card.expiry_year });
  }
}

@ObjectType('Ticket', { description: 'The receipt of a payment.' })
@May(AS_ITS_OWNER)
export class TicketView {
  @Field(() => String, { description: 'Reference of the transaction.' })
  readonly reference: string;

  @Field(() => String, { description: 'Who was paid.' })
  readonly shopName: string;

  @Field(() => String, { description: "Number of the shop's contract with its bank (ISO 8583 field 42)." })
  readonly contractNumber: string;

  @Field(() => MoneyView, { description: 'What was authorised.' })
  readonly amount: MoneyView;

  @Field(() => GraphQLDateTime, { description: "When, by the shop's clock." })
  readonly createdAt: Date;

  @Field(() => String, { description: "The shop's IANA time zone." })
  readonly timeZone: string;

  @Field(() => String, { description: 'Date, time and zone in words.' })
  readonly createdAtText: string;

  @Field(() => BrandEnum, { description: 'The brand that was used.' })
  readonly brand: Brand;

  @Field(() => String, { description: 'The card: first six and last four digits.' })
  readonly masked: string;

  @Field(() => String, { nullable: true, description: 'Authorisation code (ISO 8583 field 38).' })
  readonly authorisationCode: string | null;

  @Field(() => CapturePlanEnum, { description: 'When the money is captured.' })
  readonly capturePlan: CapturePlan;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Business day of the capture; null while it waits for a validation.',
  })
  readonly captureDay: string | null;

  @Field(() => Boolean, { description: 'Whether the shopper was authenticated (3-D Secure).' })
  readonly authenticated: boolean;

  @Field(() => Boolean, { description: 'Whether nothing was really paid.' })
  readonly testMode: boolean;

  constructor(row: TransactionRow, card: CardRow, shop: ShopRow, locale: string) {
    this.reference = row.reference;
    this.shopName = shop.name;
    this.contractNumber = shop.acceptor;
    this.amount = new MoneyView(row.authorised, row.currency);
    this.createdAt = row.created_at;
    this.timeZone = shop.time_zone;
    const words = { dateStyle: 'long', timeStyle: 'long', timeZone: shop.time_zone } as const;
    this.createdAtText = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, words).format(row.created_at);
    this.brand = row.brand;
    this.masked = card.masked;
    this.authorisationCode = row.authorisation_code;
    this.capturePlan = row.capture_plan;
    this.captureDay = row.capture_day;
    this.authenticated = row.authentication_outcome === 'AUTHENTICATED';
    this.testMode = shop.mode === 'TEST';
  }
}
