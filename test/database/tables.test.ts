import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import ts from 'typescript';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let client: Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.runUrl });
  await client.connect();
}, 90_000);
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** What the driver gives for each type of PostgreSQL, as the compiler writes it. */
const KINDS: Readonly<Record<string, RegExp>> = {
  text: /^(string|"|[A-Z]\w+$)/,
  int4: /^number/,
  int8: /^bigint/,
  bool: /^(ColumnType<)?boolean/,
  timestamptz: /^Date/,
  date: /^string/,
  jsonb: /^(Json|ColumnType)</,
  bytea: /^Uint8Array/,
  _text: /^(readonly )?\(?.*\[\]|^"?[A-Z]\w*\[\]/,
};

interface Column {
  readonly type: string;
  readonly nullable: boolean;
}
type Columns = ReadonlyMap<string, Column>;

/** `Tables` as the compiler understands it: every column with its type. */
function columnsInCode(): Columns {
  const file = 'server/database/tables.ts';
  const options = { strict: true, target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.NodeNext, skipLibCheck: true };
  const program = ts.createProgram([file], {
    ...options,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const tables = source?.statements.find(
    (one): one is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(one) && one.name.text === 'Tables',
  );
  if (!tables) throw new Error(`There is no interface Tables in ${file}.`);
  const columns = new Map<string, Column>();
  for (const table of checker.getTypeAtLocation(tables).getProperties())
    for (const column of checker.getTypeOfSymbol(table).getProperties()) {
      const type = checker.getTypeOfSymbol(column);
      const nullable = type.isUnion() && type.types.some(part => part.flags & ts.TypeFlags.Null);
      columns.set(`${table.name}.${column.name}`, {
        type: checker.typeToString(checker.getNonNullableType(type)),
        nullable,
      });
    }
  return columns;
}

async function columnsInDatabase(): Promise<Columns> {
  const { rows } = await client.query<{ name: string; type: string; nullable: boolean }>(
    `select table_name || '.' || column_name as name, udt_name as type, is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`,
  );
  return new Map(rows.map(({ name, type, nullable }) => [name, { type, nullable }]));
}

test('the tables in the code are those of the database: names, kinds, and what may be missing', async () => {
  const code = columnsInCode();
  const real = await columnsInDatabase();
  expect([...code.keys()].toSorted()).toEqual([...real.keys()].toSorted());
  const differing = [...real].filter(([name, { type, nullable }]) => {
    const column = code.get(name);
    return column?.nullable !== nullable || !KINDS[type]?.test(column.type);
  });
  expect(differing.map(([name, column]) => [name, column, code.get(name)])).toEqual([]);
}, 90_000);

test('no column reads a clock or draws an id by itself: both come from the process', async () => {
  const { rows } = await client.query(
    `select table_name || '.' || column_name as name, column_default from information_schema.columns
     where table_schema = 'public' and table_name <> 'migration'
     and column_default ~* 'now|current|clock|random|uuid|nextval'`,
  );
  expect(rows).toEqual([]);
});

test('a table that every payment writes checks only what compares columns; the rest is said by their types', async () => {
  const { rows } = await client.query(
    `select conname from pg_constraint where contype = 'c' and cardinality(conkey) < 2 and conrelid::regclass::text in
       ('payment_session', 'card', 'transaction', 'exchange', 'event', 'outbox', 'idempotency')`,
  );
  expect(rows).toEqual([]);
});

test('every table with rows of a shop says whose they are', async () => {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables t where table_schema = 'public'
     and not exists (select from information_schema.columns c where c.table_name = t.table_name and c.column_name = 'shop_id')`,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(OF_NO_SHOP);
});

/** What belongs to the installation, to merchants, to members, or hangs on a row that says whose it is. */
const OF_NO_SHOP = [
  'card_range',
  'member_device',
  'merchant',
  'migration',
  'outbox',
  'shop',
  'threeds_directory',
  'threeds_range',
  'try_counter',
];
