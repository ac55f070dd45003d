/**
 * Takes a card as the shopper entered it: checks it, finds what is known of its range, settles its brand, and seals its
 * number. Nothing is written yet: the row goes into the unit of work that claims the payment.
 */
import type { Insertable } from 'kysely';
import {
  hasExpired,
  maskCardNumber,
  parseCardNumber,
  parseExpiry,
  passesLuhn,
  type Brand,
  type Expiry,
} from '../core/card.js';
import { requireText } from '../core/free-text.js';
import { newId } from '../core/identifiers.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { CardTable } from '../database/tables.js';
import { nowAt, type ShopRow } from '../shops/shop.js';
import { findRange, type CardRange } from './card-range.js';
import { isSandboxPrefix } from './sandbox-ranges.js';

export interface EnteredCard {
  readonly number: string;
  readonly expiry: string;
  readonly holderName: string | null;
  readonly brand: Brand | null;
  readonly saveConsented: boolean;
}

export interface TakenCard {
  readonly row: Insertable<CardTable>;
  readonly number: Secret;
  readonly expiry: Expiry;
  /** Whether its row is still to be written. */
  readonly isNew: boolean;
  /** Whether its range is enrolled in 3-D Secure. */
  readonly enrolled: boolean;
}

export async function takeCard(deps: Deps, shop: ShopRow, entered: EnteredCard): Promise<TakenCard> {
  const number = requireNumber(entered.number, shop);
  const expiry = parseExpiry(entered.expiry);
  const now = nowAt(shop, deps.clock);
  if (hasExpired(expiry, now)) throw refuse('CARD_EXPIRED', 'This card has expired.', 'expiry');
  const range = await findRange(deps.sql, number);
  if (!range || number.reveal().length !== range.number_length)
    throw refuse('CARD_NOT_ACCEPTED', 'Nobody is known to issue a card with this number.', 'number');
  const choice = chooseBrand(range, shop, entered.brand);
  const id = newId('card', deps);
  const sealed = deps.vault.seal(number, `card:${id}`);
  const holderName = entered.holderName?.trim()
    ? requireText(entered.holderName.trim(), { path: 'holderName', max: 45 })
    : null;
  const row: Insertable<CardTable> = {
    id,
    shop_id: shop.id,
    fingerprint: deps.vault.fingerprint(number, shop.id),
    masked: maskCardNumber(number),
    ...choice,
    ...known(range),
    expiry_month: expiry.month,
    expiry_year: expiry.year,
    holder_name: holderName,
    save_consented: entered.saveConsented,
    sealed_number: sealed.bytes,
    sealed_key_id: sealed.keyId,
    created_at: now,
  };
  return { row, number, expiry, isNew: true, enrolled: range.enrolled };
}

function requireNumber(text: string, shop: ShopRow): Secret {
  const number = parseCardNumber(text);
  if (passesLuhn(number) || (shop.mode === 'TEST' && isSandboxPrefix(number))) return number;
  throw refuse('CARD_NUMBER_INVALID', 'There is a mistake in this card number.', 'number');
}

/** Regulation (EU) 2015/751, article 8(6): on a co-badged card the shopper's choice overrides the shop's preference. */
function chooseBrand(
  range: CardRange,
  shop: ShopRow,
  wanted: Brand | null,
): Pick<CardTable, 'brand' | 'brand_chosen_by' | 'brands'> {
  const possible = shop.brands.filter(brand => range.brands.includes(brand));
  const [preferred] = possible;
  if (preferred === undefined)
    throw refuse('CARD_NOT_ACCEPTED', `This shop takes ${shop.brands.join(', ')}.`, 'number');
  if (wanted !== null && !possible.includes(wanted))
    throw refuse('BRAND_NOT_POSSIBLE', `This card can be used as ${possible.join(' or ')}.`, 'brand');
  const chosenBy = possible.length === 1 ? 'ONLY_ONE' : wanted === null ? 'SHOP' : 'SHOPPER';
  return { brand: wanted ?? preferred, brand_chosen_by: chosenBy, brands: range.brands };
}

function known(range: CardRange) {
  return {
    product: range.product,
    funding: range.funding,
    issuing_country: range.issuing_country,
    issuer: range.issuer,
    enrolled: range.enrolled,
    range_source: range.source,
    range_as_of: range.as_of,
  };
}
