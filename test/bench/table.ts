/** The measurements as people read them: on the terminal, and as Markdown. */
import { cpus, totalmem } from 'node:os';
import { spreadOf, told, type Spread } from './figures.js';
import type { FloorMeasured, HouseMeasured } from './measure.js';

/** Floor and house of one round, one after the other. */
export interface Pair {
  readonly floor: FloorMeasured;
  readonly house: HouseMeasured;
}

export interface Results {
  readonly postgres: string;
  readonly rounds: number;
  /** By how many are at it at a time. */
  readonly pairs: ReadonlyMap<number, readonly Pair[]>;
}

const allOfFloor = ({ postgres_ms, load_ms }: FloorMeasured): number => postgres_ms + load_ms;
const allOfHouse = (house: HouseMeasured): number =>
  house.server_ms + house.postgres_ms + house.bank_ms + house.load_ms;

const LINES: readonly (readonly [string, (pair: Pair) => number])[] = [
  ['floor: bare SQL, payments per second', ({ floor }) => floor.perSecond],
  ['Guichet: full payments per second', ({ house }) => house.perSecond],
  ['Guichet ÷ floor', ({ house, floor }) => house.perSecond / floor.perSecond],
  ['floor: three commits, p50, ms', ({ floor }) => floor.p50_ms],
  ['floor: three commits, p99, ms', ({ floor }) => floor.p99_ms],
  ["Guichet: own time (the bank's taken off), p50, ms", ({ house }) => house.own_p50_ms],
  ["Guichet: own time (the bank's taken off), p99, ms", ({ house }) => house.own_p99_ms],
  ["the bank's time, p50, ms", ({ house }) => house.bank_p50_ms],
  ['CPU of the server, ms', ({ house }) => house.server_ms],
  ['CPU of the bank, ms', ({ house }) => house.bank_ms],
  ['CPU of the load, ms', ({ house }) => house.load_ms],
  ['CPU of PostgreSQL, Guichet, ms', ({ house }) => house.postgres_ms],
  ['CPU of PostgreSQL, floor, ms', ({ floor }) => floor.postgres_ms],
  ["CPU of the floor's client, ms", ({ floor }) => floor.load_ms],
  ['CPU of all: floor ÷ Guichet', ({ floor, house }) => allOfFloor(floor) / allOfHouse(house)],
  ['statements = round trips (timetable included)', ({ house }) => house.statements],
  ['writing commits, Guichet (sequencer included)', ({ house }) => house.commits],
  ['writing commits, floor', ({ floor }) => floor.commits],
  ['WAL, Guichet, kB', ({ house }) => house.wal_bytes / 1000],
  ['WAL, floor, kB', ({ floor }) => floor.wal_bytes / 1000],
];

export function headline({ rounds, postgres }: Results): string {
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${rounds} rounds of floor and house in turn, medians (lowest–highest); ${machine}, PostgreSQL ${postgres} with fsync, Node ${process.versions.node}`;
}

export function rowsOf({ pairs }: Results): string[][] {
  const head = ['at a time', ...[...pairs.keys()].map(String)];
  const body = LINES.map(([title, figure]) => [title, ...[...pairs.values()].map(all => told(spread(all, figure)))]);
  return [head, ...body];
}

export function asText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map(row => line(row).join('   ')).join('\n');
}

export function asMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...body].map(row => `| ${row.join(' | ')} |`).join('\n');
}

interface Target {
  readonly what: string;
  readonly atATime: number;
  readonly figure: (pair: Pair) => number;
  readonly isBetter: (value: number, bar: number) => boolean;
  readonly bar: number;
  readonly goal: number;
}

const more = (value: number, bar: number): boolean => value >= bar;
const less = (value: number, bar: number): boolean => value <= bar;
const ratio = ({ house, floor }: Pair): number => house.perSecond / floor.perSecond;
const cpu = ({ house }: Pair): number => house.server_ms;

const TARGETS: readonly Target[] = [
  { what: 'Guichet ÷ floor', atATime: 8, figure: ratio, isBetter: more, bar: 0.25, goal: 0.5 },
  { what: 'Guichet ÷ floor', atATime: 64, figure: ratio, isBetter: more, bar: 0.25, goal: 0.5 },
  { what: 'CPU of the server, ms', atATime: 8, figure: cpu, isBetter: less, bar: 5, goal: 2 },
  { what: 'own time p50, ms', atATime: 1, figure: ({ house }) => house.own_p50_ms, isBetter: less, bar: 15, goal: 6 },
  { what: 'own time p99, ms', atATime: 1, figure: ({ house }) => house.own_p99_ms, isBetter: less, bar: 60, goal: 25 },
];

/** What was aimed at, and what came of it. */
export function verdictsOf({ pairs }: Results): string[] {
  return TARGETS.flatMap(({ what, atATime, figure, isBetter, bar, goal }) => {
    const all = pairs.get(atATime);
    if (!all) return [];
    const found = spread(all, figure);
    const verdict = isBetter(found.median, goal)
      ? 'goal reached'
      : isBetter(found.median, bar)
        ? 'bar passed'
        : 'missed';
    return [`${what}, ${atATime} at a time: ${told(found)}; bar ${bar}, goal ${goal}: ${verdict}`];
  });
}

function spread(pairs: readonly Pair[], figure: (pair: Pair) => number): Spread {
  return spreadOf(pairs.map(figure));
}
