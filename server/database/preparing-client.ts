import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';

/** Behind the word `select`. */
const FRONT = 'select '.length;
const MARK = '/* planned each time */';

/**
 * At the front of a query whose best plan depends on its values, such as the filters of a list: few are so expensive, most are captured.
 * Prepared, it would soon be planned once for all values, and then read a million rows to find three.
 */
export const PLANNED_EACH_TIME = sql.raw(MARK);

/** Statements a connection keeps prepared; a shape beyond that is sent as it is. */
const STATEMENTS_KEPT = 500;

/**
 * A connection that names its parametrised statements, so that PostgreSQL parses and plans each shape once.
 * Kysely always sends `query(text, values)`; that call alone is changed.
 */
export class PreparingClient extends Client {
  readonly #names = new Map<string, string>();

  // The driver declares fifteen overloads of `query`; this one wraps them all without changing any.
  override query = ((...given: unknown[]): unknown => {
    const [text, values, ...rest] = given;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && !text.startsWith(MARK, FRONT)
        ? this.#nameOf(text)
        : undefined;
    const call = Client.prototype.query as (...parameters: unknown[]) => unknown;
    return name === undefined ? call.apply(this, given) : call.call(this, { name, text, values }, ...rest);
  }) as Client['query'];

  #nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= STATEMENTS_KEPT) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    this.#names.set(text, name);
    return name;
  }
}
