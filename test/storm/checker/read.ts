/** Reads a folder of evidence. What cannot be read is no evidence, and throws with its file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  FILES,
  type Catalogue,
  type ClientLine,
  type FaultLine,
  type HookSecret,
  type Marker,
  type Raw,
  type ReceiverLine,
  type Run,
} from '../evidence.js';
import type { Book, JournalLine } from './bank-book.js';
import type { EventRow, Tables } from './rows.js';

/** A line and where it stands. */
export interface Placed<Line> {
  readonly line: Line;
  readonly file: string;
  readonly number: number;
}

export interface Evidence {
  readonly folder: string;
  readonly run: Run;
  readonly clients: readonly Placed<ClientLine>[];
  readonly receivers: readonly Placed<ReceiverLine>[];
  readonly faults: readonly FaultLine[];
  readonly book: Book;
  readonly journal: readonly JournalLine[];
  readonly tables: Tables;
  readonly catalogue: Catalogue;
  readonly markers: readonly Marker[];
  readonly hookSecrets: readonly HookSecret[];
  readonly raw: Raw;
  /** The events of each subject, by their sequence. */
  readonly histories: ReadonlyMap<string, readonly EventRow[]>;
}

const TABLES: readonly (keyof Tables)[] = [
  'shop',
  'member',
  'shop_key',
  'payment_session',
  'transaction',
  'authentication',
  'refund',
  'remittance',
  'remittance_item',
  'exchange',
  'work_item',
  'event',
  'feed',
  'outbox',
  'idempotency',
  'webhook_endpoint',
  'delivery',
  'daily_report',
];

export function readEvidence(folder: string): Evidence {
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const tables = Object.fromEntries(
    TABLES.map(table => [table, linesOf(join(folder, FILES.tables, `${table}.jsonl`)).map(({ line }) => line)]),
  ) as unknown as Tables;
  const histories = Map.groupBy(
    tables.event.toSorted((one, other) => one.sequence - other.sequence),
    event => event.subject_id,
  );
  const faults = join(folder, FILES.faults);
  return {
    folder,
    run: json<Run>(FILES.run),
    clients: foldersLines<ClientLine>(join(folder, FILES.clients)),
    receivers: foldersLines<ReceiverLine>(join(folder, FILES.receivers)),
    faults: existsSync(faults) ? linesOf<FaultLine>(faults).map(({ line }) => line) : [],
    book: json<Book>(FILES.book),
    // The first line is the book's heading; a last one that was torn off was never answered.
    journal: linesOf<JournalLine>(join(folder, FILES.journal), { tornEnd: true })
      .map(({ line }) => line)
      .filter(line => line.kind !== undefined),
    tables,
    catalogue: json<Catalogue>(FILES.catalogue),
    markers: json<Marker[]>(FILES.markers),
    hookSecrets: json<HookSecret[]>(FILES.hookSecrets),
    raw: json<Raw>(FILES.raw),
    histories,
  };
}

function foldersLines<Line>(folder: string): Placed<Line>[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.jsonl')) : [];
  // A client that was killed itself while it wrote a line has not gone on.
  return names.toSorted().flatMap(name => linesOf<Line>(join(folder, name), { tornEnd: true }));
}

function linesOf<Line>(path: string, { tornEnd = false } = {}): Placed<Line>[] {
  const texts = readFileSync(path, 'utf8').split('\n');
  const last = texts.pop() ?? '';
  if (last !== '' && !tornEnd) texts.push(last);
  const file = basename(path);
  return texts.map((text, index) => {
    try {
      return { line: JSON.parse(text) as Line, file, number: index + 1 };
    } catch (error) {
      throw new Error(`${file}:${index + 1} is no JSON.`, { cause: error });
    }
  });
}
