/**
 * What must hold after every story, whatever was told in it.
 */
import { expect } from '@jest/globals';
import { sql } from 'kysely';
import { RANGES, SIPS_PREFIXES } from '../../bank/ranges.js';
import type { Sql } from '../../server/database/connection.js';
import { booksAtRest } from './books.js';
import type { House } from './house.js';
import { refold } from './refold.js';

const PREFIXES = [...RANGES, ...SIPS_PREFIXES].map(range => range.bin).join('|');
/** Any card the sandbox could have issued, and a security code as field 48 carries it. Longer runs of digits are amounts. */
const SECRETS = new RegExp(`(?<!\\d)(?:${PREFIXES})(?:[ -]?\\d){9,10}(?![ -]?\\d)|SC0[34]\\d`, 'g');

export async function expectAllInOrder(house: House): Promise<void> {
  const { ours, theirs } = await booksAtRest(house);
  expect(ours).toEqual(theirs);
  expect(await refold(house.server.app.deps.sql)).toEqual([]);
  expect(secretsIn(house.log.join('\n'))).toEqual([]);
  expect(secretsIn(await everything(house.server.app.deps.sql))).toEqual([]);
}

/** Card numbers and security codes in a text. */
export function secretsIn(text: string): string[] {
  return text.match(SECRETS) ?? [];
}

/** Every row of every table, as text. What is sealed is left out: it is noise by design. The ends of ranges are nobody's cards. */
export async function everything(database: Sql): Promise<string> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_name not in ('card_range', 'threeds_range')`.execute(
    database,
  );
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{ text: string }>`select (to_jsonb(t) - 'sealed_number')::text as text from ${sql.table(name)} t`.execute(
        database,
      ),
    ),
  );
  return texts.flatMap(({ rows }) => rows.map(row => row.text)).join('\n');
}
