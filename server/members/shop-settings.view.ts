import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../api/enums.js';
import { MANAGE_MEMBERS, May } from '../api/rules.js';
import { MinorUnits } from '../api/scalars.js';
import type { ShopRow } from '../shops/shop.js';
import { REPORT_LOCALES, type ReportLocale } from './shop-settings.js';

export const ReportLocaleEnum = enumOf(REPORT_LOCALES);
registerEnumType(ReportLocaleEnum, {
  name: 'ReportLocale',
  description: 'The language of a report.',
  valuesConfig: { fr: { description: 'French.' }, en: { description: 'English.' } },
});

@ObjectType('ShopSettings', { description: 'What an accountant may set about the shop.' })
@May(MANAGE_MEMBERS)
export class ShopSettingsView {
  @Field(() => ID, { description: 'Id of the shop, `shop_…`.' })
  readonly id: string;

  @Field(() => Int, { description: 'Goes up with every change; for `updateShopSettings`.' })
  readonly version: number;

  @Field(() => [String], { description: 'Who gets the report of each day; at most 20 addresses.' })
  readonly reportRecipients: readonly string[];

  @Field(() => ReportLocaleEnum, { description: 'The language of the reports.' })
  readonly reportLocale: ReportLocale;

  @Field(() => MinorUnits, {
    nullable: true,
    description:
      'What an OPERATOR may cancel or refund at once, in minor units of whatever currency; null = as much as there is.',
  })
  readonly operatorCeiling: bigint | null;

  @Field(() => String, { description: 'When its business day ends: `HH:MM` in its time zone. Not to be set here.' })
  readonly cutOff: string;

  @Field(() => String, { description: 'Where its days begin and end: an IANA time zone. Not to be set here.' })
  readonly timeZone: string;

  constructor(row: ShopRow) {
    this.id = row.id;
    this.version = row.sequence;
    this.reportRecipients = row.report_recipients;
    this.reportLocale = row.report_locale;
    this.operatorCeiling = row.operator_ceiling;
    this.cutOff = row.cut_off;
    this.timeZone = row.time_zone;
  }
}

@InputType('UpdateShopSettingsInput', { description: 'What to set; what is absent stays as it is.' })
export class UpdateShopSettingsInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was looked at: refused if it is no longer the one there is. Absent = whatever it is.',
  })
  version?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: 'All who are to get the report of each day: at most 20 e-mail addresses; an empty list for nobody.',
  })
  reportRecipients?: string[] | null;

  @Field(() => ReportLocaleEnum, { nullable: true, description: 'The language of the reports.' })
  reportLocale?: ReportLocale | null;

  @Field(() => MinorUnits, {
    nullable: true,
    description: 'Minor units that an OPERATOR may cancel or refund at once; null takes the ceiling away.',
  })
  operatorCeiling?: bigint | null;
}
