import { Arg, Field, InputType, ObjectType } from 'type-graphql';
import { formatMoney, type Money } from '../core/money.js';
import { refuse } from '../core/refusal.js';
import { AS_ITS_OWNER, May } from './rules.js';
import { CurrencyCode, MinorUnits, MinorUnitsTotal } from './scalars.js';

@ObjectType('Money', { description: 'An amount of money.' })
@May(AS_ITS_OWNER)
export class MoneyView implements Money {
  @Field(() => MinorUnits, { description: 'Minor units of the currency.' })
  readonly amount: bigint;

  @Field(() => CurrencyCode, { description: 'ISO 4217.' })
  readonly currency: string;

  constructor(amount: bigint, currency: string) {
    this.amount = amount;
    this.currency = currency;
  }

  @Field(() => String, {
    description: 'As people write it in this language: "€10.50", "10,50 €".',
  })
  formatted(
    @Arg('locale', () => String, { nullable: true, description: 'BCP 47, such as fr-FR; en if absent.' })
    locale: string | null,
  ): string {
    return formatted(this, locale);
  }
}

@ObjectType('MoneyTotal', { description: 'A sum of many amounts of one currency.' })
@May(AS_ITS_OWNER)
export class MoneyTotalView implements Money {
  @Field(() => MinorUnitsTotal, { description: 'Minor units of the currency.' })
  readonly amount: bigint;

  @Field(() => CurrencyCode, { description: 'ISO 4217.' })
  readonly currency: string;

  constructor(amount: bigint, currency: string) {
    this.amount = amount;
    this.currency = currency;
  }

  @Field(() => String, { description: 'As people write it in this language: "€1,010.50", "1 010,50 €".' })
  formatted(
    @Arg('locale', () => String, { nullable: true, description: 'BCP 47, such as fr-FR; en if absent.' })
    locale: string | null,
  ): string {
    return formatted(this, locale);
  }
}

function formatted(money: Money, locale: string | null): string {
  try {
    return formatMoney(money, (locale ?? 'en').slice(0, 35));
  } catch (error) {
    if (error instanceof RangeError) throw refuse('INPUT_INVALID', 'Not a language tag (BCP 47).', 'locale');
    throw error;
  }
}

@InputType('MoneyInput', { description: 'An amount of money.' })
export class MoneyInput implements Money {
  @Field(() => MinorUnits, { description: 'Minor units of the currency.' })
  amount!: bigint;

  @Field(() => CurrencyCode, { description: 'ISO 4217.' })
  currency!: string;
}
