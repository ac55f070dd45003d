import { GraphQLDateTime, GraphQLJSONObject } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CapturePlan } from '../core/deadlines.js';
import type { SessionStatus } from '../core/session.js';
import { CapturePlanEnum, SessionStatusEnum } from '../api/domain-enums.js';
import { MoneyView } from '../api/money.view.js';
import { NodeView } from '../api/node.view.js';
import { AS_ITS_OWNER, May, SEE_SESSION } from '../api/rules.js';
import { attemptsLeft, type SessionRow } from './session.js';

@ObjectType('CapturePlanDetails', { description: 'When the authorised amount of a session is captured.' })
@May(AS_ITS_OWNER)
export class CapturePlanView {
  @Field(() => CapturePlanEnum, { description: 'Which plan.' })
  readonly plan: CapturePlan;

  @Field(() => Int, {
    nullable: true,
    description: 'Days of DEFERRED (0–99) or VALIDATION (1–99); null with IMMEDIATE.',
  })
  readonly days: number | null;

  constructor(plan: CapturePlan, days: number | null) {
    this.plan = plan;
    this.days = days;
  }
}

@ObjectType('PaymentSession', {
  implements: NodeView,
  description: 'One order to be paid: amount, order reference, until when. It has at most one successful transaction.',
})
@May(SEE_SESSION)
export class PaymentSessionView extends NodeView {
  @Field(() => ID, { description: 'Global id, `ps_…`. Public: it opens nothing.' })
  declare readonly id: string;

  @Field(() => SessionStatusEnum, { description: 'Where it stands.' })
  readonly status: SessionStatus;

  @Field(() => String, { description: "The merchant's reference of the order, 1–64 characters." })
  readonly orderId: string;

  @Field(() => MoneyView, { description: 'What is to be paid. The shopper cannot change it.' })
  readonly amount: MoneyView;

  @Field(() => CapturePlanView, { description: 'When it is captured.' })
  readonly capture: CapturePlanView;

  @Field(() => Int, { description: 'Attempts the shopper still has.' })
  readonly attemptsLeft: number;

  @Field(() => Int, { description: 'Attempts in all, 1–10.' })
  readonly attemptsAllowed: number;

  @Field(() => GraphQLDateTime, {
    description: "When it expires unless an attempt is under way, by the shop's clock.",
  })
  readonly expiresAt: Date;

  @Field(() => String, { description: 'Language of the checkout: fr or en.' })
  readonly locale: string;

  @Field(() => GraphQLJSONObject, { nullable: true, description: "The merchant's own data, given back unread." })
  readonly metadata: Record<string, unknown> | null;

  @Field(() => String, { nullable: true, description: 'Where the shopper goes back to. That visit proves nothing.' })
  readonly returnUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Where the shopper goes who gave up.' })
  readonly cancelUrl: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was opened, by the shop's clock." })
  readonly createdAt: Date;

  readonly shopId: string;
  readonly currentTransactionId: string | null;

  constructor(row: SessionRow) {
    super(row.id);
    this.status = row.status;
    this.orderId = row.order_id;
    this.amount = new MoneyView(row.amount, row.currency);
    this.capture = new CapturePlanView(row.capture_plan, row.capture_days);
    this.attemptsLeft = attemptsLeft(row);
    this.attemptsAllowed = row.attempts_allowed;
    this.expiresAt = row.expires_at;
    this.locale = row.locale;
    this.metadata = row.metadata;
    this.returnUrl = row.return_url;
    this.cancelUrl = row.cancel_url;
    this.createdAt = row.created_at;
    this.shopId = row.shop_id;
    this.currentTransactionId = row.current_transaction_id;
  }
}
