/**
 * One unit of work as one statement.
 *
 * A verb reads, asks the law, and then says everything it wants written; this makes one data-modifying statement of it,
 * so that it is committed whole or not at all in a single round trip. Every update names the version (`sequence`) its
 * decision was made on; should any update not meet its row, `guard` fails the statement and nothing is written
 * (decisions/0003-one-statement.md).
 */
import { type Insertable, type QueryCreator, sql, type Updateable } from 'kysely';
import type { Sql } from './connection.js';
import type { Tables } from './tables.js';

type TableName = keyof Tables & string;

interface Insert {
  readonly table: TableName;
  readonly rows: object[];
}

interface Update {
  readonly table: TableName;
  readonly where: Readonly<Record<string, unknown>>;
  readonly set: object;
}

/** What a decision was made on has changed meanwhile: read again, ask again. */
export class StaleError extends Error {
  override readonly name = 'StaleError';
}

export class Writes {
  readonly #inserts: Insert[] = [];
  readonly #updates: Update[] = [];

  insert<T extends TableName>(table: T, ...rows: Insertable<Tables[T]>[]): this {
    const before = this.#inserts.find(insert => insert.table === table);
    if (before) before.rows.push(...rows);
    else if (rows.length > 0) this.#inserts.push({ table, rows });
    return this;
  }

  /** Changes exactly one row: the one that `where` names, by its id and the state or version it was read in. */
  update<T extends TableName>(
    table: T,
    where: Readonly<Partial<Record<keyof Tables[T] & string, unknown>>>,
    set: Updateable<Tables[T]>,
  ): this {
    this.#updates.push({ table, where, set });
    return this;
  }

  /** Writes it all, or throws: `StaleError`, or the database's own error (a unique key, a constraint, a lost line). */
  async commit(database: Sql): Promise<void> {
    const [first, ...others] = this.#parts();
    if (!first) return;
    // Kysely types each `with` by its name; a list built at run time has none to give it.
    let query = first.open(database, 'w0');
    others.forEach((part, index) => {
      query = part.open(query, `w${index + 1}`);
    });
    const met = this.#updates.map((_, index) => sql<bigint>`(select count(*) from ${sql.table(`w${index}`)})`);
    const total = met.length === 0 ? sql<bigint>`0::bigint` : sql<bigint>`${sql.join(met, sql` + `)}`;
    const expected = sql.lit(met.length);
    try {
      await query.selectNoFrom(sql<bigint>`guard(${expected}, ${total})`.as('met')).execute();
    } catch (error) {
      throw errorCode(error) === 'GU001' ? new StaleError((error as Error).message) : error;
    }
  }

  #parts(): Part[] {
    return [...this.#updates.map(updatePart), ...this.#inserts.map(insertPart)];
  }
}

type AnyQuery = QueryCreator<Record<string, Record<string, unknown>>>;

interface Part {
  open(query: unknown, name: string): AnyQuery;
}

function updatePart({ table, where, set }: Update): Part {
  return {
    open: (query, name) =>
      (query as AnyQuery).with(name, w => {
        let update = w.updateTable(table).set(set as Record<string, unknown>);
        for (const [column, value] of Object.entries(where)) update = update.where(column, '=', value);
        return update.returning('id');
      }) as AnyQuery,
  };
}

function insertPart({ table, rows }: Insert): Part {
  return {
    open: (query, name) =>
      (query as AnyQuery).with(name, w => w.insertInto(table).values(rows as Record<string, unknown>[])) as AnyQuery,
  };
}

/** SQLSTATE of a database error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The unique key that a statement ran into, or undefined when it failed of something else. */
export function violatedKey(error: unknown): string | undefined {
  if (errorCode(error) !== '23505') return undefined;
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : undefined;
  return typeof constraint === 'string' ? constraint : 'unnamed';
}

/** Deadlock, serialisation, or a stale decision: the same may succeed when read again and asked again. */
export function mayTryAgain(error: unknown): boolean {
  return error instanceof StaleError || ['40P01', '40001'].includes(errorCode(error) ?? '');
}

/** Runs a load-ask-write again while others are quicker. Ten times is more than any honest crowd needs on one row. */
export async function whileOthersAreQuicker<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= 10 || !mayTryAgain(error)) throw error;
    }
  }
}
