import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Brand } from '../core/card.js';
import type { Branding, ShopMode } from '../database/tables.js';

/** The unit that has an acquirer contract, keys, members, brands and a cut-off. */
@Entity({ tableName: 'shop' })
export class Shop {
  @PrimaryKey({ type: 'text' })
  id!: string;

  @Property({ type: 'text', fieldName: 'merchant_id' })
  merchantId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  mode!: ShopMode;

  /** ISO 4217 codes the contract covers; the first is the shop's own. */
  @Property({ type: 'text[]' })
  currencies!: string[];

  /** In the shop's order of preference. */
  @Property({ type: 'text[]' })
  brands!: Brand[];

  /** IANA name. */
  @Property({ type: 'text', fieldName: 'time_zone' })
  timeZone!: string;

  /** `HH:MM` in the shop's zone. */
  @Property({ type: 'text', fieldName: 'cut_off' })
  cutOff!: string;

  /** ISO 8583 field 32. */
  @Property({ type: 'text', fieldName: 'acquirer_id' })
  acquirerId!: string;

  /** ISO 8583 field 42. */
  @Property({ type: 'text' })
  acceptor!: string;

  /** The first six characters of ISO 8583 field 41. */
  @Property({ type: 'text', fieldName: 'terminal_prefix' })
  terminalPrefix!: string;

  /** ISO 8583 field 18. */
  @Property({ type: 'text', fieldName: 'merchant_category' })
  merchantCategory!: string;

  @Property({ type: 'text' })
  town!: string;

  /** ISO 3166, two letters. */
  @Property({ type: 'text' })
  country!: string;

  /** Whether the shop is enrolled in 3-D Secure. */
  @Property({ type: 'boolean' })
  enrolled!: boolean;

  @Property({ type: 'integer', fieldName: 'attempts_allowed' })
  attemptsAllowed!: number;

  /** How far a test shop's clock is ahead of real time; 0 in live mode. */
  @Property({ type: 'bigint', fieldName: 'clock_offset_ms' })
  clockOffset_ms!: bigint;

  /** BCP 47. */
  @Property({ type: 'text' })
  locale!: string;

  @Property({ type: 'json' })
  branding!: Branding;

  /** Minor units that an OPERATOR may cancel or refund at once, in whatever currency; null = as much as there is. */
  @Property({ type: 'bigint', fieldName: 'operator_ceiling', nullable: true })
  operatorCeiling!: bigint | null;

  /** How many events there are of this shop; the version of its settings. */
  @Property({ type: 'integer' })
  sequence!: number;

  /** Who gets the report of each business day. */
  @Property({ type: 'text[]', fieldName: 'report_recipients' })
  reportRecipients!: string[];

  @Property({ type: 'text', fieldName: 'report_locale' })
  reportLocale!: 'fr' | 'en';

  @Property({ type: 'timestamptz', fieldName: 'created_at' })
  createdAt!: Date;
}
