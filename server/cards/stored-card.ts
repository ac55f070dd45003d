import type { Selectable } from 'kysely';
import { refuse } from '../core/refusal.js';
import type { Secret } from '../core/secret.js';
import type { Deps } from '../database/deps.js';
import type { CardTable } from '../database/tables.js';
import type { TakenCard } from './take-card.js';

export type CardRow = Selectable<CardTable>;

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
