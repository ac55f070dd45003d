/**
 * A session as its shopper sees it.
 */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { BrandEnum, SessionStatusEnum } from '../api/domain-enums.js';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { AS_ITS_OWNER, May, SHOPPER } from '../api/rules.js';
import type { Brand } from '../core/card.js';
import { SESSION_EXTENSIONS_MOST } from '../core/deadlines.js';
import type { SessionStatus } from '../core/session.js';
import { SECOND_ms } from '../core/time.js';
import type { OrderLine } from '../database/tables.js';
import { attemptsLeft, type SessionRow } from '../sessions/session.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import type { Clock } from '../core/ports.js';

export const STEPS = {
  CARD: 'The card form.',
  METHOD: "The issuer's hidden frame (3DS method).",
  CHALLENGE: "The issuer's challenge.",
  PROCESSING: 'The acquirer is being asked; ask again shortly.',
  UNKNOWN: 'The outcome is not known; the shopper must not pay again.',
  REVIEW: 'Authorised, and held for a person to look at.',
  NOT_AUTHENTICATED: 'Authentication failed; another try may be possible.',
  DECLINED: 'The issuer said no; another try may be possible.',
  TICKET: 'Paid; the receipt.',
  ENDED: 'Nothing more can be done; `status` says why.',
} as const;
export type Step = keyof typeof STEPS;

export const StepEnum = enumOf(Object.keys(STEPS) as Step[]);
registerEnumType(StepEnum, {
  name: 'CheckoutStep',
  description: 'Which page the shopper should see.',
  valuesConfig: Object.fromEntries(Object.entries(STEPS).map(([step, description]) => [step, { description }])),
});

@ObjectType('Branding', { description: "How the shop's checkout looks." })
@May(AS_ITS_OWNER)
export class BrandingView {
  @Field(() => String, { nullable: true, description: 'Address of the logo on this origin; null = none.' })
  readonly logoUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Accent colour, #rrggbb, of sufficient contrast; null = the default.',
  })
  readonly accentColour: string | null;

  constructor({ logoUrl, accentColour }: ShopRow['branding']) {
    this.logoUrl = logoUrl ?? null;
    this.accentColour = accentColour ?? null;
  }
}

@ObjectType('CheckoutShop', { description: 'What the shopper sees of the shop.' })
@May(AS_ITS_OWNER)
export class CheckoutShopView {
  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => BrandingView, { description: 'How its checkout looks.' })
  readonly branding: BrandingView;

  constructor(shop: ShopRow) {
    this.name = shop.name;
    this.branding = new BrandingView(shop.branding);
  }
}

@ObjectType('OrderLine', { description: 'One line of the order.' })
@May(AS_ITS_OWNER)
export class OrderLineView {
  @Field(() => String, { description: 'What it is.' })
  readonly label: string;

  @Field(() => Int, { description: 'How many.' })
  readonly quantity: number;

  @Field(() => MoneyView, { description: "The line's amount." })
  readonly amount: MoneyView;

  constructor(line: OrderLine, currency: string) {
    this.label = line.label;
    this.quantity = line.quantity;
    this.amount = new MoneyView(BigInt(line.amount), currency);
  }
}

@ObjectType('CheckoutSession', { description: 'A payment session as its shopper sees it.' })
@May(SHOPPER)
export class CheckoutView {
  @Field(() => ID, { description: 'Id of the session, `ps_…`.' })
  readonly id: string;

  @Field(() => CheckoutShopView, { description: 'Who is paid.' })
  readonly shop: CheckoutShopView;

  @Field(() => MoneyView, { description: 'What is to be paid.' })
  readonly amount: MoneyView;

  @Field(() => String, { description: "The merchant's reference of the order." })
  readonly orderId: string;

  @Field(() => [OrderLineView], { description: 'What is ordered; may be empty.' })
  readonly lines: OrderLineView[];

  @Field(() => String, { description: 'Language the merchant asked for: fr or en.' })
  readonly locale: string;

  @Field(() => Boolean, { description: 'Whether the shop is in test mode: nothing is really paid.' })
  readonly testMode: boolean;

  @Field(() => SessionStatusEnum, { description: 'Where the session stands; with step ENDED it says why.' })
  readonly status: SessionStatus;

  @Field(() => [BrandEnum], { description: 'Brands the shop takes, in its order of preference.' })
  readonly brands: Brand[];

  @Field(() => Int, { description: 'Attempts left.' })
  readonly attemptsLeft: number;

  @Field(() => GraphQLDateTime, { description: "When the session expires, by the shop's clock." })
  readonly expiresAt: Date;

  @Field(() => Int, { description: 'Whole seconds until then, at the time of this answer; 0 when past.' })
  readonly secondsLeft: number;

  @Field(() => Int, { description: 'How often the shopper may still ask for more time.' })
  readonly extensionsLeft: number;

  readonly session: SessionRow;
  readonly shopRow: ShopRow;

  constructor(session: SessionRow, shop: ShopRow, clock: Clock) {
    this.session = session;
    this.shopRow = shop;
    this.id = session.id;
    this.shop = new CheckoutShopView(shop);
    this.amount = new MoneyView(session.amount, session.currency);
    this.orderId = session.order_id;
    this.lines = session.lines.map(line => new OrderLineView(line, session.currency));
    this.locale = session.locale;
    this.testMode = shop.mode === 'TEST';
    this.status = session.status;
    this.brands = shop.brands;
    this.attemptsLeft = attemptsLeft(session);
    this.expiresAt = session.expires_at;
    const left_ms = session.expires_at.getTime() - nowAt(shop, clock).getTime();
    this.secondsLeft = Math.max(0, Math.floor(left_ms / SECOND_ms));
    this.extensionsLeft = SESSION_EXTENSIONS_MOST - session.extensions;
  }
}
