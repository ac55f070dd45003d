/**
 * One unit of work as one statement.
 *
 * A verb reads, asks the law, and then says everything it wants written; this makes one data-modifying statement of it,
 * so that it is committed whole or not at all in a single round trip. Every update names the version (`sequence`) its
 * decision was made on; should any update not meet its row, `guard` fails the statement and nothing is written
 * (decisions/0003-one-statement.md).
 */
import { CompiledQuery, type Insertable, type Updateable } from 'kysely';
import type { Sql } from './connection.js';
import type { Tables } from './tables.js';

type TableName = keyof Tables & string;

interface Insert {
  readonly table: TableName;
  readonly rows: object[];
  readonly unlessThere: boolean;
}

interface Update {
  readonly table: TableName;
  readonly where: Readonly<Record<string, unknown>>;
  readonly set: object;
  /** Whether it has to meet exactly one row; otherwise it meets whatever rows there are. */
  readonly guarded: boolean;
}

/** What a decision was made on has changed meanwhile: read again, ask again. */
export class StaleError extends Error {
  override readonly name = 'StaleError';
}

export class Writes {
  readonly #inserts: Insert[] = [];
  readonly #updates: Update[] = [];

  insert<T extends TableName>(table: T, ...rows: Insertable<Tables[T]>[]): this {
    const before = this.#inserts.find(insert => insert.table === table && !insert.unlessThere);
    if (before) before.rows.push(...rows);
    else if (rows.length > 0) this.#inserts.push({ table, rows, unlessThere: false });
    return this;
  }

  /** Writes the row unless a unique key finds it there already. */
  insertUnlessThere<T extends TableName>(table: T, row: Insertable<Tables[T]>): this {
    this.#inserts.push({ table, rows: [row], unlessThere: true });
    return this;
  }

  /** Changes exactly one row: the one that `where` names, by its id and the state or version it was read in. */
  update<T extends TableName>(
    table: T,
    where: Readonly<Partial<Record<keyof Tables[T] & string, unknown>>>,
    set: Updateable<Tables[T]>,
  ): this {
    this.#updates.push({ table, where, set, guarded: true });
    return this;
  }

  /** Changes all rows that fit, be it none. In `where` a list means any of it, and `null` that there is none. */
  updateAll<T extends TableName>(
    table: T,
    where: Readonly<Partial<Record<keyof Tables[T] & string, unknown>>>,
    set: Updateable<Tables[T]>,
  ): this {
    this.#updates.push({ table, where, set, guarded: false });
    return this;
  }

  /** Writes it all, or throws: `StaleError`, or the database's own error (a unique key, a constraint, a lost line). */
  async commit(database: Sql): Promise<void> {
    if (this.#updates.length + this.#inserts.length === 0) return;
    const { text, values } = this.#statement();
    try {
      await database.executeQuery(CompiledQuery.raw(text, values));
    } catch (error) {
      throw errorCode(error) === 'GU001' ? new StaleError((error as Error).message) : error;
    }
  }

  #statement(): { readonly text: string; readonly values: unknown[] } {
    const values: unknown[] = [];
    const updates = this.#updates.map(update => updateText(update, values));
    const inserts = this.#inserts.map(insert => insertText(insert, values));
    const parts = [...updates, ...inserts].map((text, index) => `w${index} as (${text})`);
    const guarded = [...this.#updates.keys()].filter(index => this.#updates[index]?.guarded);
    const met = guarded.map(index => `(select count(*) from w${index})`).join(' + ') || '0::bigint';
    return { text: `with ${parts.join(', ')} select guard(${guarded.length}, ${met})`, values };
  }
}

/**
 * Texts are put together by hand and kept: a query builder took a fifth of a payment's time to make the same text of the same shape.
 * Names of tables and columns come from our own code, values travel as parameters only. A memo, not state: no answer ever depends on it.
 */
const texts = new Map<string, string>();
const TEXTS_KEPT = 500;

function kept(key: string, make: () => string): string {
  const known = texts.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (texts.size < TEXTS_KEPT) texts.set(key, made);
  return made;
}

function updateText({ table, where, set }: Update, values: unknown[]): string {
  const before = values.length;
  const changed = take(set, values);
  const met = conditionsOf(where, values);
  return kept(`update ${table} ${before} ${changed.join()} ${met.join()}`, () => {
    const assignments = changed.map((column, index) => `"${column}" = $${before + 1 + index}`);
    return `update "${table}" set ${assignments.join(', ')} where ${met.join(' and ')} returning "id"`;
  });
}

function conditionsOf(where: object, values: unknown[]): string[] {
  return Object.entries(where).flatMap(([column, value]) => {
    if (value === undefined) return [];
    if (value === null) return [`"${column}" is null`];
    const parameter = `$${values.push(value)}`;
    return [`"${column}" = ${Array.isArray(value) ? `any(${parameter})` : parameter}`];
  });
}

/** The rows of one table have the same columns, in the same order. */
function insertText({ table, rows, unlessThere }: Insert, values: unknown[]): string {
  const before = values.length;
  const [first = {}, ...others] = rows;
  const columns = take(first, values);
  const names = columns.join();
  for (const row of others)
    if (take(row, values).join() !== names) throw new Error(`Rows of ${table} with different columns.`);
  return kept(`insert ${table} ${before} ${rows.length} ${names} ${unlessThere}`, () => {
    const row = (_: object, number: number) =>
      `(${columns.map((__, index) => `$${before + 1 + number * columns.length + index}`).join(', ')})`;
    const quoted = columns.map(column => `"${column}"`);
    const conflict = unlessThere ? ' on conflict do nothing' : '';
    return `insert into "${table}" (${quoted.join(', ')}) values ${rows.map(row).join(', ')}${conflict}`;
  });
}

/** Puts the values that are given to the others; answers their columns. What is undefined is not said: it keeps its value, or gets its default. */
function take(row: object, values: unknown[]): string[] {
  const columns: string[] = [];
  for (const [column, value] of Object.entries(row))
    if (value !== undefined) {
      columns.push(column);
      values.push(value);
    }
  return columns;
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
