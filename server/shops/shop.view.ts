import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import { CurrencyCode, MinorUnits } from '../api/scalars.js';
import { nextCutOff } from '../core/business-day.js';
import type { Clock } from '../core/ports.js';
import type { ShopMode } from '../database/tables.js';
import { nowAt, type ShopRow } from './shop.js';

export const ShopModeEnum = enumOf(['TEST', 'LIVE']);
registerEnumType(ShopModeEnum, {
  name: 'ShopMode',
  description: 'Whether a shop takes money.',
  valuesConfig: {
    TEST: { description: 'Test cards, a clock that can be moved, no money.' },
    LIVE: { description: 'Real cards and money.' },
  },
});

@ObjectType('Shop', { description: 'A shop, as its members see it.' })
@May(AS_ITS_OWNER)
export class ShopView {
  @Field(() => ID, { description: 'Global id, `shop_…`.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name: string;

  @Field(() => ShopModeEnum, { description: 'Whether it takes money.' })
  readonly mode: ShopMode;

  @Field(() => [CurrencyCode], { description: 'Currencies its contract covers; the first is its own.' })
  readonly currencies: string[];

  @Field(() => String, { description: 'Where its days begin and end: an IANA time zone.' })
  readonly timeZone: string;

  @Field(() => String, { description: 'When its business day ends: `HH:MM` in its time zone.' })
  readonly cutOff: string;

  @Field(() => GraphQLDateTime, { description: 'When its running business day ends, by its clock.' })
  readonly nextCutOff: Date;

  @Field(() => String, { description: 'Its language, fr or en.' })
  readonly locale: string;

  @Field(() => MinorUnits, {
    nullable: true,
    description:
      'What an OPERATOR may cancel or refund at once, in minor units of whatever currency; null = as much as there is.',
  })
  readonly operatorCeiling: bigint | null;

  @Field(() => GraphQLDateTime, { description: 'What its clock shows: real time, unless a test shop has moved it.' })
  readonly now: Date;

  constructor(row: ShopRow, clock: Clock) {
    this.id = row.id;
    this.name = row.name;
    this.mode = row.mode;
    this.currencies = row.currencies;
    this.timeZone = row.time_zone;
    this.cutOff = row.cut_off;
    this.locale = row.locale;
    this.operatorCeiling = row.operator_ceiling;
    this.now = nowAt(row, clock);
    this.nextCutOff = nextCutOff(this.now, { zone: row.time_zone, cutOff: row.cut_off });
  }
}
