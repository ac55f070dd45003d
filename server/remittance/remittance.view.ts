import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MoneyView } from '../api/money.view.js';
import { NodeView } from '../api/node.view.js';
import { AS_ITS_OWNER, May, SEE_REMITTANCE } from '../api/rules.js';
import { CurrencyCode } from '../api/scalars.js';
import { REMITTANCE_STATUS_MEANINGS, REMITTANCE_STATUSES, type RemittanceStatus } from '../core/remittance.js';
import type { RemittanceRow } from './remittance.js';

export const RemittanceStatusEnum = enumOf(REMITTANCE_STATUSES);
registerEnumType(RemittanceStatusEnum, {
  name: 'RemittanceStatus',
  description: 'Where a remittance stands.',
  valuesConfig: Object.fromEntries(
    Object.entries(REMITTANCE_STATUS_MEANINGS).map(([status, description]) => [status, { description }]),
  ),
});

@ObjectType('RemittanceTotals', { description: "The bank's own count of a remittance (0510)." })
@May(AS_ITS_OWNER)
export class RemittanceTotalsView {
  @Field(() => Int, { description: 'Number of captures.' })
  readonly debitCount: number;

  @Field(() => MoneyView, { description: 'Sum of the captures.' })
  readonly debits: MoneyView;

  @Field(() => Int, { description: 'Number of refunds.' })
  readonly creditCount: number;

  @Field(() => MoneyView, { description: 'Sum of the refunds.' })
  readonly credits: MoneyView;

  constructor(debits: MoneyView, debitCount: number, credits: MoneyView, creditCount: number) {
    this.debits = debits;
    this.debitCount = debitCount;
    this.credits = credits;
    this.creditCount = creditCount;
  }
}

@ObjectType('Remittance', {
  implements: NodeView,
  description: 'The captures and refunds of one shop, contract and currency that are sent to the bank together.',
})
@May(SEE_REMITTANCE)
export class RemittanceView extends NodeView {
  @Field(() => ID, { description: 'Global id, `rem_…`.' })
  declare readonly id: string;

  @Field(() => Int, {
    description: 'Its number among those of this shop and currency, from 1; the batch number at the bank.',
  })
  readonly number: number;

  @Field(() => GraphQLLocalDate, {
    description: "Its business day, in the shop's calendar: it ends with that day's cut-off.",
  })
  readonly businessDay: string;

  @Field(() => RemittanceStatusEnum, { description: 'Where it stands.' })
  readonly status: RemittanceStatus;

  @Field(() => CurrencyCode, { description: 'ISO 4217.' })
  readonly currency: string;

  @Field(() => GraphQLDateTime, { description: 'The cut-off at which it closes by itself.' })
  readonly dueAt: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it closed; null while it is open.' })
  readonly closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Who closed it: TILL (at its cut-off), MEMBER or KEY.' })
  readonly closedBy: string | null;

  @Field(() => Int, {
    description: 'Captures: that it would carry now, that it carries, in the end that were accepted.',
  })
  readonly debitCount: number;

  @Field(() => MoneyView, { description: 'Sum of these captures.' })
  readonly debits: MoneyView;

  @Field(() => Int, { description: 'Refunds, counted like the captures.' })
  readonly creditCount: number;

  @Field(() => MoneyView, { description: 'Sum of these refunds.' })
  readonly credits: MoneyView;

  @Field(() => RemittanceTotalsView, {
    nullable: true,
    description: "The bank's own totals; null until it has answered.",
  })
  readonly bankTotals: RemittanceTotalsView | null;

  @Field(() => String, { nullable: true, description: "The bank's answer to the totals (ISO 8583 field 39)." })
  readonly responseCode: string | null;

  @Field(() => GraphQLDateTime, { description: "When it was opened, by the shop's clock." })
  readonly createdAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When something last happened to it.' })
  readonly updatedAt: Date;

  constructor(row: RemittanceRow) {
    super(row.id);
    this.number = row.number;
    this.businessDay = row.business_day;
    this.status = row.status;
    this.currency = row.currency;
    this.dueAt = row.due_at;
    this.closedAt = row.closed_at;
    this.closedBy = row.closed_by_kind;
    this.debitCount = row.debit_count;
    this.debits = new MoneyView(row.debit_amount, row.currency);
    this.creditCount = row.credit_count;
    this.credits = new MoneyView(row.credit_amount, row.currency);
    this.bankTotals = bankTotalsOf(row);
    this.responseCode = row.response_code;
    this.createdAt = row.created_at;
    this.updatedAt = row.updated_at;
  }
}

function bankTotalsOf(row: RemittanceRow): RemittanceTotalsView | null {
  const { bank_debit_amount, bank_debit_count, bank_credit_amount, bank_credit_count, currency } = row;
  if (bank_debit_amount === null || bank_debit_count === null) return null;
  if (bank_credit_amount === null || bank_credit_count === null) return null;
  const debits = new MoneyView(bank_debit_amount, currency);
  return new RemittanceTotalsView(
    debits,
    bank_debit_count,
    new MoneyView(bank_credit_amount, currency),
    bank_credit_count,
  );
}
