/**
 * One execution of a statement that its connection keeps prepared. The driver's own has the answer described anew each time, column by
 * column, which for the row of a shop is more than the row; this has it described once.
 */
import type { Connection, QueryResult, Submittable } from 'pg';
import { asParameter } from './parameters.js';

/** What the driver says of a column; of more it says, nothing is used. */
interface Column {
  readonly name: string;
  readonly dataTypeID: number;
}

type Parser = (text: string) => unknown;
type ParserOf = (type: number, format: 'text') => Parser;

/** A statement of one connection, and how its rows are read once that is known. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  columns: readonly { readonly name: string; readonly parse: Parser }[] | null;
}

/** What of the driver's connection is used that its types leave out or tell otherwise. */
interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>;
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(portal: { readonly statement: string; readonly values: readonly (string | Buffer | null)[] }): void;
  describe(portal: { readonly type: 'P' }): void;
  execute(): void;
  sync(): void;
}

type Settle = (error: Error | null, result?: Answer) => void;
type Row = Record<string, unknown>;
export type Answer = Pick<QueryResult<Row>, 'command' | 'rowCount' | 'rows'>;

export class PreparedQuery implements Submittable {
  /** The driver remembers by these what it has parsed. */
  readonly name: string;
  readonly text: string;
  readonly #rows: Row[] = [];
  #command = '';
  #count: number | null = null;
  #failure: Error | null = null;

  constructor(
    private readonly prepared: Prepared,
    readonly values: readonly unknown[],
    private readonly parserOf: ParserOf,
    private readonly settle: Settle,
  ) {
    this.name = prepared.name;
    this.text = prepared.text;
  }

  /** An error that is answered here has left nothing on the wire. */
  submit(connection: Connection): Error | null {
    const { name, text, columns } = this.prepared;
    const wire = connection as unknown as Wire;
    let values: (string | Buffer | null)[];
    try {
      values = this.values.map(asParameter);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
    connection.stream.cork();
    if (wire.parsedStatements[name] === undefined) wire.parse({ name, text });
    wire.bind({ statement: name, values });
    if (columns === null) wire.describe({ type: 'P' });
    wire.execute();
    wire.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly Column[] }): void {
    this.prepared.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.parserOf(dataTypeID, 'text') }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const row: Row = {};
    try {
      this.prepared.columns?.forEach(({ name, parse }, index) => {
        const text = fields[index] ?? null;
        row[name] = text === null ? null : parse(text);
      });
      this.#rows.push(row);
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
    }
  }

  /** `INSERT 0 1`, `UPDATE 2`, `BEGIN`. */
  handleCommandComplete({ text }: { readonly text: string }): void {
    const words = text.split(' ');
    this.#command = words[0] ?? '';
    this.#count = words.length > 1 ? Number(words.at(-1)) : null;
  }

  handleError(error: Error): void {
    this.settle(error);
  }

  handleReadyForQuery(): void {
    // Of a statement that answers no rows nothing was described.
    this.prepared.columns ??= [];
    if (this.#failure) this.settle(this.#failure);
    else this.settle(null, { command: this.#command, rowCount: this.#count, rows: this.#rows });
  }
}
