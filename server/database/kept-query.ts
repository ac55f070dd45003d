/**
 * A query that is spelled out once. What Kysely does to build one and to write its text takes longer than PostgreSQL needs to find
 * a row by its id, and for the queries asked most often the text is the same each time: only the values differ.
 */
import type { CompiledQuery } from 'kysely';
import type { Sql } from './connection.js';

/** Stands in the text's parameters where a value will be. */
class Place {
  constructor(readonly name: string) {}
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

export class KeptQuery<Given extends object, Row> {
  #spelled: CompiledQuery<Row> | undefined;

  /** `write` is handed places in place of values: it may put them into the query, and not look at them. */
  constructor(private readonly write: (database: Sql, given: Given) => Compilable<Row>) {}

  async rows(database: Sql, given: Given): Promise<Row[]> {
    this.#spelled ??= this.write(database, PLACES as Given).compile();
    const parameters = this.#spelled.parameters.map(each =>
      each instanceof Place ? given[each.name as keyof Given] : each,
    );
    return (await database.executeQuery<Row>({ ...this.#spelled, parameters })).rows;
  }

  async row(database: Sql, given: Given): Promise<Row | undefined> {
    const [first] = await this.rows(database, given);
    return first;
  }
}

/** One of each name that is asked for. */
const PLACES: unknown = new Proxy({}, { get: (_, name) => new Place(String(name)) });

/** What is made once of each of these, for as long as somebody has it. */
export function madeOnce<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return of => {
    const made = known.get(of) ?? make(of);
    known.set(of, made);
    return made;
  };
}
