/** Writes what the database holds, and what it guards by itself, into a folder of evidence. */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { FILES, type Catalogue } from '../evidence.js';

const ROWS_AT_A_TIME = 5_000;

/**
 * One transaction that sees one instant: rows of different tables are of the same moment, whatever goes on. `url` may be that of the role that
 * runs; `runRole` is the one whose rights are written down.
 */
export async function collectDump(url: string, folder: string, runRole = 'guichet_run'): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("set time zone 'UTC'");
    await client.query('begin isolation level repeatable read read only');
    await mkdir(join(folder, FILES.tables), { recursive: true });
    for (const table of await tablesOf(client))
      await writeTable(client, table, join(folder, FILES.tables, `${table}.jsonl`));
    const catalogue = await catalogueOf(client, runRole);
    await writeFile(join(folder, FILES.catalogue), JSON.stringify(catalogue, null, 2));
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function tablesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

/** With a cursor: a table of a long run need not fit into memory. */
async function writeTable(client: Client, table: string, path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await client.query(
      `declare dumped no scroll cursor for select to_jsonb(t)::text as text from ${escapeIdentifier(table)} t`,
    );
    for (;;) {
      const { rows } = await client.query<{ text: string }>(`fetch ${ROWS_AT_A_TIME} from dumped`);
      if (rows.length === 0) break;
      await file.appendFile(rows.map(({ text }) => `${text}\n`).join(''));
    }
    await client.query('close dumped');
  } finally {
    await file.close();
  }
}

async function catalogueOf(client: Client, runRole: string): Promise<Catalogue> {
  const read = async <Row extends object>(text: string, values: unknown[] = []) =>
    (await client.query<Row>(text, values)).rows;
  return {
    uniques: await read(
      `select tablename as table, indexname as name, indexdef as definition from pg_indexes
       where schemaname = 'public' and indexdef like 'CREATE UNIQUE %' order by 1, 2`,
    ),
    checks: await read(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'c' and convalidated and connamespace = 'public'::regnamespace order by 1, 2`,
    ),
    triggers: await read(
      `select tgrelid::regclass::text as table, tgname as name, pg_get_triggerdef(oid) as definition, tgenabled in ('O', 'A') as enabled
       from pg_trigger where not tgisinternal order by 1, 2`,
    ),
    grants: await read(
      `select table_name as table, privilege_type as privilege from information_schema.role_table_grants
       where table_schema = 'public' and grantee = $1 order by 1, 2`,
      [runRole],
    ),
  };
}
