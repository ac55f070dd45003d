/** What was measured of the reads, as people read it. */
import { percentile, short, spreadOf, told, type Spread } from './figures.js';
import type { Rate } from './reads-measure.js';
import { machine, type Findings } from './run-bench.js';
import { verdictOn } from './verdict.js';

export interface Measured extends Rate {
  /** CPU for one question, of the server that answered and of PostgreSQL. */
  readonly server_ms: number;
  readonly postgres_ms: number;
}

/** One after the other: by hand, ours, PostGraphile. */
export type Round = Readonly<Record<'bare' | 'house' | 'tables', Measured>>;

export interface Rated {
  readonly kind: string;
  readonly atATime: number;
  readonly rounds: readonly Round[];
}

export interface Timed {
  readonly name: string;
  readonly byHand_ms: readonly number[];
  readonly house_ms: readonly number[];
}

export interface Circumstances {
  readonly transactions: number;
  readonly ofShop: number;
  readonly rounds: number;
  readonly times: number;
  readonly postgres: string;
}

const COLUMNS: readonly (readonly [string, (round: Round) => number])[] = [
  ['by hand, per second', ({ bare }) => bare.perSecond],
  ['Guichet, per second', ({ house }) => house.perSecond],
  ['PostGraphile, per second', ({ tables }) => tables.perSecond],
  ['Guichet ÷ by hand', ({ house, bare }) => house.perSecond / bare.perSecond],
  ['Guichet ÷ PostGraphile', ({ house, tables }) => house.perSecond / tables.perSecond],
  ['CPU of our server, ms', ({ house }) => house.server_ms],
  ['CPU of PostgreSQL for us, ms', ({ house }) => house.postgres_ms],
  ['CPU of who asks us, ms', ({ house }) => house.asking_ms],
  ['CPU of PostgreSQL by hand, ms', ({ bare }) => bare.postgres_ms],
  ['CPU of PostGraphile, ms', ({ tables }) => tables.server_ms],
];

const ofRounds = ({ rounds }: Rated, figure: (round: Round) => number): Spread => spreadOf(rounds.map(figure));

export function findingsOf(rated: readonly Rated[], timed: readonly Timed[], about: Circumstances): Findings {
  const head = ['', ...rated.map(({ kind, atATime }) => `${kind}, ${atATime} at a time`)];
  const rates = COLUMNS.map(([title, figure]) => [title, ...rated.map(each => told(ofRounds(each, figure)))]);
  const filters = timed.map(({ name, byHand_ms, house_ms }) => {
    const [byHand, house] = [spreadBetween(byHand_ms), spreadBetween(house_ms)];
    return [
      `look for ${name}: by hand, ms; Guichet, ms; ratio`,
      told(byHand),
      told(house),
      short(house.median / byHand.median),
    ];
  });
  const width = head.length;
  const filled = filters.map(row => [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')]);
  return {
    title: 'Reads: `npm run bench:reads`',
    how: `${about.rounds} rounds of each in turn, medians (lowest–highest), filters ${about.times} times one by one in turn (middle, and the middle half); ${about.transactions} transactions, ${about.ofShop} of the shop, of which ours counts 10 000 at most; ${machine()}, PostgreSQL ${about.postgres}.`,
    rows: [head, ...rates, ...filled],
    verdicts: verdicts(rated, timed),
  };
}

/** The middle half: a single slow answer on a busy machine says nothing. */
function spreadBetween(values: readonly number[]): Spread {
  return { median: percentile(values, 0.5), lowest: percentile(values, 0.25), highest: percentile(values, 0.75) };
}

function verdicts(rated: readonly Rated[], timed: readonly Timed[]): string[] {
  const ratio = (kind: string, beside: 'bare' | 'tables', bar: number, goal: number): string[] =>
    rated
      .filter(each => each.kind === kind)
      .map(each => {
        const what = `${kind}, ${each.atATime} at a time ÷ ${beside === 'bare' ? 'by hand' : 'PostGraphile'}`;
        const found = ofRounds(each, round => round.house.perSecond / round[beside].perSecond);
        return verdictOn({ what, bar, goal, more: true }, found);
      });
  const ratios = timed.map(({ byHand_ms, house_ms }) => percentile(house_ms, 0.5) / percentile(byHand_ms, 0.5));
  return [
    ...ratio('list of 50', 'bare', 0.4, 0.75),
    ...ratio('list of 50', 'tables', 1, 1.5),
    ...ratio('list of 50, counted', 'tables', 1, 1.5),
    ...ratio('one by id', 'tables', 1, 2),
    verdictOn({ what: 'filters and search ÷ by hand, times', bar: 3, goal: 1.5, more: false }, spreadOf(ratios)),
  ];
}
