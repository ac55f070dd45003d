/**
 * Listens to what this process says to the database: counts statements, and on demand keeps the units of work, so that the
 * floor can say the very same.
 */
import { Client } from 'pg';

/** One unit of work as `server/database/writes.ts` sends it: one statement, committed by itself. */
export interface Unit {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface DatabaseListener {
  /** Statements since the last call, by text. Each is one round trip. */
  counted(): ReadonlyMap<string, number>;
  record(): void;
  /** The units since `record`, and no more of them. */
  recorded(): readonly Unit[];
}

const UNIT_OF_WORK = /^with w0 as/;

export function listenToDatabase(): DatabaseListener {
  let counts = new Map<string, number>();
  let units: Unit[] | null = null;
  const said = Client.prototype.query as (...given: unknown[]) => unknown;
  const hear = (given: unknown): void => {
    const { text, values = [] } = typeof given === 'string' ? { text: given } : (given as Unit);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (units && UNIT_OF_WORK.test(text)) units.push({ text, values });
  };
  Client.prototype.query = function (this: Client, ...given: unknown[]): unknown {
    hear(given[0]);
    return said.apply(this, given);
  } as Client['query'];
  return {
    counted() {
      const result = counts;
      counts = new Map();
      return result;
    },
    record() {
      units = [];
    },
    recorded() {
      const result = units ?? [];
      units = null;
      return result;
    },
  };
}
