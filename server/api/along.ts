/**
 * What belongs to a row and comes with it in the same statement, because the document asks for it: the card of each transaction of a
 * list, say. Declared beside the field that shows it, by the room it belongs to; whoever reads the rows knows none of them.
 */
import { sql, type RawBuilder } from 'kysely';
import { Extensions } from 'type-graphql';

export class Along<Value> {
  readonly #column: string;

  /** `json` is an expression over the row's table; `read` makes of its value what a statement of its own would have read. */
  constructor(
    name: string,
    private readonly json: RawBuilder<unknown>,
    private readonly read: (json: never) => Value,
  ) {
    this.#column = `along ${name}`;
  }

  get selection() {
    return this.json.as(this.#column);
  }

  /** Undefined where it did not come with the row: then it is to be read. */
  of(row: object): Value | undefined {
    const columns = row as Record<string, unknown>;
    const came = columns[this.#column];
    if (came === undefined) return undefined;
    // Two fields may ask for it: it is made once, and takes the place of what came.
    const made = came instanceof Made ? came : new Made(this.read(came as never));
    columns[this.#column] = made;
    return made.value as Value;
  }
}

class Made {
  constructor(readonly value: unknown) {}
}

/** On a field: what its resolver likes to find with the row. */
export const ComesAlong = (...along: readonly Along<unknown>[]): ReturnType<typeof Extensions> => Extensions({ along });

/** JSON of the one row of `table` where `condition` holds, with these columns; null where there is none. */
export function jsonOfOne(table: string, columns: readonly string[], condition: RawBuilder<unknown>) {
  const selected = sql.join(columns.map(column => sql.ref(column)));
  return sql`(select row_to_json(along) from (select ${selected} from ${sql.table(table)} where ${condition}) along)`;
}
