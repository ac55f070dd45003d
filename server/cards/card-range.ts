import type { Selectable } from 'kysely';
import type { Secret } from '../core/secret.js';
import type { Sql } from '../database/connection.js';
import { KeptQuery } from '../database/kept-query.js';
import type { CardRangeTable } from '../database/tables.js';

export type CardRange = Selectable<CardRangeTable>;

/** Bounds of ranges are nineteen digits, so that numbers of every length compare. */
const BOUND_DIGITS = 19;

/** What is known of the range a number belongs to; the narrowest one where ranges lie within each other. */
export async function findRange(database: Sql, number: Secret): Promise<CardRange | undefined> {
  return rangeAround(database, number.reveal().padEnd(BOUND_DIGITS, '0'));
}

/** The range that a number being typed will belong to, as far as its first digits tell. */
export async function findRangeOfPrefix(database: Sql, prefix: string): Promise<CardRange | undefined> {
  return rangeAround(database, prefix.padEnd(BOUND_DIGITS, '0'));
}

function rangeAround(database: Sql, point: string): Promise<CardRange | undefined> {
  return RANGE_AROUND.row(database, { point });
}

const RANGE_AROUND = new KeptQuery((database, { point }: { readonly point: string }) =>
  database
    .selectFrom('card_range')
    .selectAll()
    .where('low', '<=', point)
    .where('high', '>=', point)
    .orderBy('low', 'desc')
    .limit(1),
);
