import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Reads } from '../api/asked.js';
import { BrandEnum, FundingEnum } from '../api/domain-enums.js';
import { enumOf } from '../api/enums.js';
import { AS_ITS_OWNER, May } from '../api/rules.js';
import { formatExpiry, type Brand, type Funding } from '../core/card.js';
import { registerEnumType } from 'type-graphql';
import type { CardRow, ShownCard } from './stored-card.js';

export const ChosenByEnum = enumOf(['SHOPPER', 'SHOP', 'ONLY_ONE']);
registerEnumType(ChosenByEnum, {
  name: 'BrandChosenBy',
  description: 'Who chose the brand of a card that has several (Regulation (EU) 2015/751, article 8).',
  valuesConfig: {
    SHOPPER: { description: 'The shopper, on the checkout.' },
    SHOP: { description: "The shop's order of preference." },
    ONLY_ONE: { description: 'Nobody: only one was possible.' },
  },
});

const Of = Reads<ShownCard>;

@ObjectType('CardInformation', { description: 'What may be shown of a card. Never its number.' })
@May(AS_ITS_OWNER)
export class CardInformationView {
  @Field(() => String, { description: 'First six and last four digits (PCI DSS 3.4.1).' })
  @Of('masked')
  readonly masked: string;

  @Field(() => BrandEnum, { description: 'The brand it was used as.' })
  @Of('brand')
  readonly brand: Brand;

  @Field(() => ChosenByEnum, { description: 'Who chose that brand.' })
  @Of('brand_chosen_by')
  readonly brandChosenBy: CardRow['brand_chosen_by'];

  @Field(() => [BrandEnum], { description: 'The brands it carries.' })
  @Of('brands')
  readonly brandsAvailable: Brand[];

  @Field(() => String, { nullable: true, description: "The issuer's name for the product." })
  @Of('product')
  readonly product: string | null;

  @Field(() => FundingEnum, { nullable: true, description: 'Where its money comes from.' })
  @Of('funding')
  readonly funding: Funding | null;

  @Field(() => String, { nullable: true, description: 'Where it was issued: two letters (ISO 3166).' })
  @Of('issuing_country')
  readonly issuingCountry: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  @Of('issuer')
  readonly issuer: string | null;

  @Field(() => String, { description: 'MM/YY.' })
  @Of('expiry_month', 'expiry_year')
  readonly expiry: string;

  @Field(() => Boolean, { description: 'Whether its range is enrolled in 3-D Secure.' })
  @Of('enrolled')
  readonly enrolled: boolean;

  @Field(() => String, { nullable: true, description: 'Where this is known from.' })
  @Of('range_source')
  readonly source: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'How old that knowledge is.' })
  @Of('range_as_of')
  readonly asOf: Date | null;

  /** The row itself, for what other rooms add to a card. Not shown. */
  readonly row: ShownCard;

  constructor(row: ShownCard) {
    this.row = row;
    this.masked = row.masked;
    this.brand = row.brand;
    this.brandChosenBy = row.brand_chosen_by;
    this.brandsAvailable = row.brands;
    this.product = row.product;
    this.funding = row.funding;
    this.issuingCountry = row.issuing_country;
    this.issuer = row.issuer;
    this.expiry = formatExpiry({ month: row.expiry_month, year: row.expiry_year });
    this.enrolled = row.enrolled;
    this.source = row.range_source;
    this.asOf = row.range_as_of;
  }
}
