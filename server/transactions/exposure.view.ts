import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MoneyTotalView } from '../api/money.view.js';
import { May, SEE_TRANSACTION } from '../api/rules.js';
import { EXPOSURE_WINDOWS, type Exposure, type ExposureWindow } from './exposure.js';

export const ExposureWindowEnum = enumOf(Object.keys(EXPOSURE_WINDOWS) as ExposureWindow[]);
registerEnumType(ExposureWindowEnum, {
  name: 'ExposureWindow',
  description: "How far back from now, by the shop's clock.",
  valuesConfig: {
    DAY_1: { description: '24 hours.' },
    DAYS_7: { description: '7 times 24 hours.' },
    DAYS_30: { description: '30 times 24 hours.' },
  },
});

@ObjectType('Exposure', {
  description: 'What one card did at this shop within a window. What it does elsewhere is not known.',
})
@May(SEE_TRANSACTION)
export class ExposureView {
  @Field(() => Int, { description: 'Transactions that were authorised, whatever became of them since.' })
  readonly count: number;

  @Field(() => [MoneyTotalView], {
    description: 'What they were authorised for, one sum for each currency, the largest first.',
  })
  readonly amount: MoneyTotalView[];

  @Field(() => Int, { description: 'Transactions that the issuer declined or our rules refused.' })
  readonly refused: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was first used within the window; null if it was not.',
  })
  readonly firstSeen: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last used within the window; null if it was not.',
  })
  readonly lastSeen: Date | null;

  constructor(exposure: Exposure) {
    this.count = exposure.count;
    this.amount = exposure.amounts.map(({ amount, currency }) => new MoneyTotalView(amount, currency));
    this.refused = exposure.refused;
    this.firstSeen = exposure.firstSeen;
    this.lastSeen = exposure.lastSeen;
  }
}
