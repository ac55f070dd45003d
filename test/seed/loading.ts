/**
 * Indexes and keys between tables cost several times the rows themselves when they are kept with every row. They are put
 * aside before a great load and made again after it, in the same unit of work: whatever does not fit them fails all of it.
 */
import { escapeIdentifier, type Client } from 'pg';

export interface Aside {
  readonly what: string;
  readonly restore: string;
}

/** Foreign keys first, those of other tables too: they stand on the others. */
const CONSTRAINTS = `select conrelid::regclass::text as table, conname as name, contype as type, pg_get_constraintdef(oid) as definition
  from pg_constraint
  where (conrelid = any($1::regclass[]) and contype in ('p', 'u')) or (contype = 'f' and (conrelid = any($1::regclass[]) or confrelid = any($1::regclass[])))
  order by contype = 'f' desc, conname`;
const INDEXES = `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from pg_index i where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = i.indexrelid) order by 1`;

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly type: 'f' | 'p' | 'u';
  readonly definition: string;
}

/** Answers how each is made again, in an order that can be followed. */
export async function putAside(client: Client, tables: readonly string[]): Promise<Aside[]> {
  const constraints = (await client.query<Constraint>(CONSTRAINTS, [tables])).rows;
  const indexes = (await client.query<{ name: string; definition: string }>(INDEXES, [tables])).rows;
  for (const { table, name } of constraints)
    await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const asConstraint = ({ table, name, definition }: Constraint): Aside => ({
    what: name,
    restore: `alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`,
  });
  return [
    ...constraints.filter(({ type }) => type !== 'f').map(asConstraint),
    ...indexes.map(({ name, definition }) => ({ what: name, restore: definition })),
    ...constraints.filter(({ type }) => type === 'f').map(asConstraint),
  ];
}
