/**
 * What belongs to a row and comes with it in the same statement, because the document asks for it: the card of each transaction of a
 * list, say. Declared beside the field that shows it, by the room it belongs to; whoever reads the rows knows none of them.
 */
import { sql, type RawBuilder } from 'kysely';
import { Extensions } from 'type-graphql';

export class Along<Value> {
  readonly #column: string;

  /**
   * `json` is an expression over the row's table, of so many of the columns that may be shown; `read` makes of its value what a
   * statement of its own would have read.
   */
  constructor(
    name: string,
    private readonly shown: readonly string[],
    private readonly json: (columns: readonly string[]) => RawBuilder<unknown>,
    private readonly read: (json: never) => Value,
  ) {
    this.#column = `along ${name}`;
  }

  /** Null for all columns that may be shown. One comes in any case: it says that there is a row. */
  selection(columns: readonly string[] | null) {
    const some = columns && this.shown.filter(column => columns.includes(column));
    return this.json(some === null || some.length > 0 ? (some ?? this.shown) : this.shown.slice(0, 1)).as(this.#column);
  }

  /** For a field that is made of these alone. */
  only(...columns: readonly (keyof NonNullable<Value> & string)[]): ComingAlong {
    return { along: this, columns };
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

export interface ComingAlong {
  readonly along: Along<unknown>;
  /** Null for all that may be shown. */
  readonly columns: readonly string[] | null;
}

/**
 * On a field: what its resolver likes to find with the row. Of what the field shows itself come the columns that the document asks for
 * beneath it.
 */
export const ComesAlong = (...along: readonly (Along<unknown> | ComingAlong)[]): ReturnType<typeof Extensions> =>
  Extensions({ along });

export function selectionsOf(along: readonly ComingAlong[]) {
  return along.map(({ along: each, columns }) => each.selection(columns));
}

/** JSON of the one row of `table` where `condition` holds, with these columns; null where there is none. */
export function jsonOfOne(table: string, condition: RawBuilder<unknown>) {
  return (columns: readonly string[]): RawBuilder<unknown> => {
    const selected = sql.join(columns.map(column => sql.ref(column)));
    return sql`(select row_to_json(along) from (select ${selected} from ${sql.table(table)} where ${condition}) along)`;
  };
}
