import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { OutcomeEnum, TransactionStatusEnum } from '../api/domain-enums.js';
import { Reads } from '../api/asked.js';
import { MoneyView } from '../api/money.view.js';
import { NodeView } from '../api/node.view.js';
import { May, SEE_TRANSACTION } from '../api/rules.js';
import { readResponseCode } from '../core/response-codes.js';
import { OUTCOME_OF, type Outcome, type TransactionStatus } from '../core/transaction.js';
import { AmountsView, AuthorisationView, CaptureView, DeclineView } from './parts.view.js';
import type { TransactionRow } from './transaction.js';

const Of = Reads<TransactionRow>;

@ObjectType('Transaction', {
  implements: NodeView,
  description: 'One attempt to take money from one card within a session, from card entry to its last refund.',
})
@May(SEE_TRANSACTION)
export class TransactionView extends NodeView {
  @Field(() => ID, { description: 'Global id, `txn_…`.' })
  @Of('id')
  declare readonly id: string;

  @Field(() => String, {
    description: 'What people call it: ten letters and digits, unique in the shop, on the ticket.',
  })
  @Of('reference')
  readonly reference: string;

  @Field(() => String, { description: "The merchant's reference of the order." })
  @Of('order_id')
  readonly orderId: string;

  @Field(() => Int, { description: 'Which attempt of its session, from 1.' })
  @Of('attempt')
  readonly attempt: number;

  @Field(() => TransactionStatusEnum, { description: 'Where it stands.' })
  @Of('status')
  readonly status: TransactionStatus;

  @Field(() => OutcomeEnum, { description: 'Is it paid?' })
  @Of('status')
  readonly outcome: Outcome;

  @Field(() => MoneyView, { description: 'What was asked for.' })
  @Of('requested', 'currency')
  readonly amount: MoneyView;

  @Field(() => AmountsView, { description: 'Where the money is.' })
  @Of(
    'requested',
    'currency',
    'authorised',
    'cancelled',
    'to_validate',
    'to_capture',
    'remitting',
    'captured',
    'refund_pending',
    'refunded',
    'charged_back',
  )
  readonly amounts: AmountsView;

  @Field(() => DeclineView, {
    nullable: true,
    description: "The issuer's no; null unless declined, at once or when asked again for a capture.",
  })
  @Of('status', 'response_code')
  readonly decline: DeclineView | null;

  @Field(() => AuthorisationView, { description: 'What the acquirer was asked and said.' })
  @Of('authorisation_code', 'rrn', 'stan', 'terminal', 'authorised_at', 'authorisation_expires_at')
  readonly authorisation: AuthorisationView;

  @Field(() => CaptureView, { description: 'When the money is captured.' })
  @Of('capture_plan', 'capture_day', 'validation_deadline', 'held_because')
  readonly capture: CaptureView;

  @Field(() => String, { nullable: true, description: 'Why our rules refused it; null unless refused.' })
  @Of('refusal_reason')
  readonly refusalReason: string | null;

  @Field(() => GraphQLDateTime, { description: "When it began, by the shop's clock." })
  @Of('created_at')
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When something last happened to it.' })
  @Of('updated_at')
  readonly updatedAt: Date;

  /** The row itself, for what other rooms add to a transaction. Not shown. */
  readonly row: TransactionRow;

  constructor(row: TransactionRow) {
    super(row.id);
    this.row = row;
    this.reference = row.reference;
    this.orderId = row.order_id;
    this.attempt = row.attempt;
    this.status = row.status;
    this.outcome = OUTCOME_OF[row.status];
    this.amount = new MoneyView(row.requested, row.currency);
    this.amounts = new AmountsView(row);
    this.decline = declineOf(row);
    this.authorisation = new AuthorisationView(row);
    this.capture = new CaptureView(row);
    this.refusalReason = row.refusal_reason;
    this.createdAt = row.created_at;
    this.updatedAt = row.updated_at;
  }
}

/** A capture that the issuer would not authorise again has expired, with its no. */
function declineOf({ status, response_code: code }: TransactionRow): DeclineView | null {
  if (!code || (status !== 'DECLINED' && status !== 'EXPIRED')) return null;
  return readResponseCode(code).family === 'APPROVED' ? null : new DeclineView(code);
}
