import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { May, SEE_REMITTANCE } from '../api/rules.js';
import type { RemittanceItemRow } from './remittance.js';

export const RemittanceItemKindEnum = enumOf(['CAPTURE', 'REFUND']);
registerEnumType(RemittanceItemKindEnum, {
  name: 'RemittanceItemKind',
  description: 'What an item of a remittance is.',
  valuesConfig: {
    CAPTURE: { description: 'Money to be paid to the shop: a debit.' },
    REFUND: { description: 'Money given back to a shopper: a credit.' },
  },
});

export const RemittanceItemStatusEnum = enumOf(['PENDING', 'ACCEPTED', 'REJECTED']);
registerEnumType(RemittanceItemStatusEnum, {
  name: 'RemittanceItemStatus',
  description: 'What the bank said to an item of a remittance.',
  valuesConfig: {
    PENDING: { description: 'Nothing yet; it is told until it answers.' },
    ACCEPTED: { description: 'Taken, whatever the totals say.' },
    REJECTED: { description: 'Not taken: a capture waits for a person, a refund is over and its amount free again.' },
  },
});

@ObjectType('RemittanceItem', { description: 'One capture or refund in a remittance.' })
@May(SEE_REMITTANCE)
export class RemittanceItemView {
  @Field(() => ID, { description: 'Its id, `itm_…`; in an open remittance that of the transaction or refund itself.' })
  readonly id: string;

  @Field(() => RemittanceItemKindEnum, { description: 'Capture or refund.' })
  readonly kind: RemittanceItemRow['kind'];

  @Field(() => MoneyView, { description: 'How much.' })
  readonly amount: MoneyView;

  @Field(() => RemittanceItemStatusEnum, { description: 'What the bank said.' })
  readonly status: RemittanceItemRow['status'];

  @Field(() => String, { nullable: true, description: "The bank's answer (ISO 8583 field 39); null before it." })
  readonly responseCode: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the bank answered, or else when the remittance closed.' })
  readonly updatedAt: Date;

  /** For what is read from other rows. Not shown. */
  readonly transactionId: string;
  readonly refundId: string | null;

  constructor(row: RemittanceItemRow) {
    this.id = row.id;
    this.kind = row.kind;
    this.amount = new MoneyView(row.amount, row.currency);
    this.status = row.status;
    this.responseCode = row.response_code;
    this.updatedAt = row.updated_at;
    this.transactionId = row.transaction_id;
    this.refundId = row.refund_id;
  }
}
