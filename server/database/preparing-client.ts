import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { PreparedQuery, type Answer, type Prepared } from './prepared-query.js';

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
 * A connection that prepares its parametrised statements, so that PostgreSQL parses and plans each shape once.
 * Kysely always sends `query(text, values)`; that call alone is changed.
 */
export class PreparingClient extends Client {
  readonly #prepared = new Map<string, Prepared>();

  // The driver declares fifteen overloads of `query`; this one wraps them all without changing any.
  override query = ((...given: unknown[]): unknown => {
    const [text, values, callback] = given;
    const prepared =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && !text.startsWith(MARK, FRONT)
        ? this.#preparedOf(text)
        : undefined;
    const call = (...parameters: unknown[]): unknown => Client.prototype.query.apply(this, parameters as never);
    if (prepared === undefined || callback !== undefined) return call(...given);
    return new Promise<Answer>((resolve, reject) => {
      const settle = (error: Error | null, answer?: Answer): void => (answer ? resolve(answer) : reject(error));
      call(new PreparedQuery(prepared, values as unknown[], this.#parserOf, settle));
    });
  }) as Client['query'];

  readonly #parserOf = (type: number, format: 'text') => this.getTypeParser(type, format) as (text: string) => unknown;

  #preparedOf(text: string): Prepared | undefined {
    const known = this.#prepared.get(text);
    if (known !== undefined || this.#prepared.size >= STATEMENTS_KEPT) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
    const prepared = { name, text, columns: null };
    this.#prepared.set(text, prepared);
    return prepared;
  }
}
