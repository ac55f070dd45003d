import { sql, type Selectable } from 'kysely';
import { Along, jsonOfOne } from '../api/along.js';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { CardTable } from '../database/tables.js';
import type { TakenCard } from './take-card.js';

export type CardRow = Selectable<CardTable>;

/** What may be shown of it, and what is asked of it to show more. */
const SHOWN = [
  'id',
  'shop_id',
  'fingerprint',
  'masked',
  'brand',
  'brand_chosen_by',
  'brands',
  'product',
  'funding',
  'issuing_country',
  'issuer',
  'enrolled',
  'range_source',
  'range_as_of',
  'expiry_month',
  'expiry_year',
] as const satisfies readonly (keyof CardRow)[];
export type ShownCard = Pick<CardRow, (typeof SHOWN)[number]>;

/** With a transaction comes the card it was paid with. */
export const CARD_OF_TRANSACTION = new Along<ShownCard>(
  'card',
  SHOWN,
  jsonOfOne('card', sql`card.id = transaction.card_id`),
  (card: Omit<ShownCard, 'range_as_of'> & { readonly range_as_of?: string | null }) =>
    Object.assign(card, { range_as_of: card.range_as_of ? new Date(card.range_as_of) : null }),
);

export async function loadCard(deps: Pick<Deps, 'sql'>, cardId: string): Promise<CardRow> {
  return deps.sql.selectFrom('card').selectAll().where('id', '=', cardId).executeTakeFirstOrThrow();
}

/** The number of a stored card, or the refusal `CARD_NOT_KEPT` once it has been erased. */
export function openCardNumber(deps: Pick<Deps, 'vault'>, card: CardRow): Secret {
  if (card.sealed_number === null || card.sealed_key_id === null)
    throw refuse('CARD_NOT_KEPT', 'The card number has been erased.');
  return deps.vault.open({ keyId: card.sealed_key_id, bytes: card.sealed_number }, `card:${card.id}`);
}

/** A card taken before, for another try. */
export function takeStoredCard(deps: Pick<Deps, 'vault'>, card: CardRow): TakenCard {
  return {
    row: card,
    number: openCardNumber(deps, card),
    expiry: { month: card.expiry_month, year: card.expiry_year },
    isNew: false,
    enrolled: card.enrolled,
  };
}
