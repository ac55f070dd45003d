/**
 * What the database holds of a shop, so that "nothing has changed" can be said of all of it.
 */
import { sql } from 'kysely';
import { atRest } from './books.js';
import type { House } from './house.js';

/** Every row of a shop, as text, once nothing is under way. Only who was last seen when, and the day's report, begin by themselves. */
export async function rowsOf(house: House, shopId: string): Promise<string> {
  await atRest(house);
  const { sql: database } = house.server.app.deps;
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'shop_id' and table_name not in ('sign_in', 'feed')`.execute(
    database,
  );
  const texts = await Promise.all(
    tables.rows.map(({ name }) =>
      sql<{
        text: string;
      }>`select ${name} || to_jsonb(t)::text as text from ${sql.table(name)} t
        where shop_id = ${shopId} ${name === 'daily_report' ? sql`and status <> 'OPEN'` : sql``}`.execute(database),
    ),
  );
  return texts
    .flatMap(({ rows }) => rows.map(row => row.text))
    .toSorted()
    .join('\n');
}
