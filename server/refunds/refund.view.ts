import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { NodeView } from '../api/node.view.js';
import { May, SEE_TRANSACTION } from '../api/rules.js';
import { REFUND_STATUS_MEANINGS, REFUND_STATUSES, type RefundStatus } from '../core/refund.js';
import type { RefundRow } from './refund.js';

export const RefundStatusEnum = enumOf(REFUND_STATUSES);
registerEnumType(RefundStatusEnum, {
  name: 'RefundStatus',
  description: 'Where a refund stands.',
  valuesConfig: Object.fromEntries(
    Object.entries(REFUND_STATUS_MEANINGS).map(([status, description]) => [status, { description }]),
  ),
});

@ObjectType('Refund', {
  implements: NodeView,
  description: 'Money given back after capture. It cannot be cancelled; every no frees its amount.',
})
@May(SEE_TRANSACTION)
export class RefundView extends NodeView {
  @Field(() => ID, { description: 'Global id, `ref_…`.' })
  declare readonly id: string;

  @Field(() => String, { description: 'What people call it: ten letters and digits, unique in the shop.' })
  readonly reference: string;

  @Field(() => RefundStatusEnum, { description: 'Where it stands.' })
  readonly status: RefundStatus;

  @Field(() => MoneyView, { description: 'How much is given back.' })
  readonly amount: MoneyView;

  @Field(() => String, { nullable: true, description: "Why, in the shop's words; null if nothing was said." })
  readonly reason: string | null;

  @Field(() => String, { description: 'Retrieval reference number (ISO 8583 field 37), its own.' })
  readonly rrn: string;

  @Field(() => String, {
    nullable: true,
    description: "The bank's answer (ISO 8583 field 39), two characters; null before it has answered.",
  })
  readonly responseCode: string | null;

  @Field(() => String, { description: 'Who asked for it: MEMBER or KEY.' })
  readonly requestedBy: string;

  @Field(() => GraphQLDateTime, { description: "When it was asked for, by the shop's clock." })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When something last happened to it.' })
  readonly updatedAt: Date;

  /** For what is read from other rows. Not shown. */
  readonly transactionId: string;
  readonly remittanceId: string | null;

  constructor(row: RefundRow) {
    super(row.id);
    this.reference = row.reference;
    this.status = row.status;
    this.amount = new MoneyView(row.amount, row.currency);
    this.reason = row.reason;
    this.rrn = row.rrn;
    this.responseCode = row.response_code;
    this.requestedBy = row.requested_by_kind;
    this.createdAt = row.created_at;
    this.updatedAt = row.updated_at;
    this.transactionId = row.transaction_id;
    this.remittanceId = row.remittance_id;
  }
}
