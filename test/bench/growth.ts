/**
 * Full payments per second of a shop that has ten thousand transactions behind it, a hundred thousand and a million: three houses that take
 * turns. `npm run bench:growth`.
 */
import { randomBytes } from 'node:crypto';
import { DAY_ms } from '../../server/core/time.js';
import { progressBar } from '../seed/progress.js';
import { seed } from '../seed/seed.js';
import { short, spreadOf, told, type Spread } from './figures.js';
import { Gauge } from './gauge.js';
import { withHouse, type House } from './house.js';
import { Load } from './load.js';
import { measureHouse, type HouseMeasured } from './measure.js';
import { machine, runBench, say, type Findings } from './run-bench.js';
import { verdictOn } from './verdict.js';

const USUAL = { few: 10_000, more: 100_000, many: 1_000_000, rounds: 7, seconds: 4, at: 8 };
type Wishes = typeof USUAL;

/** A house with so many transactions in it. */
interface Grown {
  readonly transactions: number;
  readonly house: House;
  readonly load: Load;
  readonly gauge: Gauge;
  readonly found: HouseMeasured[];
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  const sizes = [wishes.few, wishes.more, wishes.many];
  return withAll(sizes, stop, async grown => {
    const round = { atATime: wishes.at, most_ms: wishes.seconds * 1000, stop };
    for (const { house, load } of grown) await load.run({ ...house, ...round, most_ms: 2 * round.most_ms });
    for (let turn = 1; turn <= wishes.rounds; turn++) {
      // Each begins a round in its turn: who is first finds the machine quieter, or busier.
      for (let place = 0; place < grown.length; place++) {
        const one = grown[(turn + place) % grown.length];
        one?.found.push(await measureHouse(one.house, one.load, one.gauge, round));
        stop.throwIfAborted();
      }
      const rates = grown.map(({ found }) => short(found.at(-1)?.perSecond ?? 0));
      say(`Round ${turn}: ${rates.join(', ')} payments per second`);
    }
    return findingsOf(grown, wishes);
  });
}

/** All of them at once, the smallest first; each ends when what is done with all has ended. */
async function withAll<T>(
  sizes: readonly number[],
  stop: AbortSignal,
  work: (grown: readonly Grown[]) => Promise<T>,
  grown: readonly Grown[] = [],
): Promise<T> {
  const [transactions, ...rest] = sizes;
  if (transactions === undefined) return work(grown);
  let apiKey = '';
  const fill = async (ownerUrl: string): Promise<void> => {
    say(`Seeding ${transactions} transactions …`);
    const until = new Date();
    const from = new Date(until.getTime() - 396 * DAY_ms);
    const plan = { transactions, from, until, salt: randomBytes(8).toString('hex') };
    const [largest] = await seed(ownerUrl, plan, progressBar(process.stderr));
    apiKey = largest?.apiKey ?? '';
  };
  return withHouse({ floors: 0, profile: null, fill, stop }, async empty => {
    // Those who pay do so at the shop that has most of them behind it.
    const house = { ...empty, apiKey };
    const gauge = await Gauge.open(house.cluster);
    try {
      return await withAll(rest, stop, work, [...grown, { transactions, house, load: new Load(), gauge, found: [] }]);
    } finally {
      await gauge.close();
    }
  });
}

const LINES: readonly (readonly [string, (measured: HouseMeasured) => number])[] = [
  ['full payments per second', ({ perSecond }) => perSecond],
  ['CPU of the server, ms', ({ server_ms }) => server_ms],
  ['CPU of PostgreSQL, ms', ({ postgres_ms }) => postgres_ms],
  ['WAL, kB', ({ wal_bytes }) => wal_bytes / 1000],
  ['own time, p50, ms', ({ own_p50_ms }) => own_p50_ms],
  ['own time, p99, ms', ({ own_p99_ms }) => own_p99_ms],
];

function findingsOf(grown: readonly Grown[], wishes: Wishes): Findings {
  const head = ['transactions', ...grown.map(({ transactions }) => String(transactions))];
  const lines = LINES.map(([title, figure]) => [title, ...grown.map(({ found }) => told(spreadOf(found.map(figure))))]);
  const beside = ['rate ÷ that of the fewest', ...grown.map(each => told(ratioOf(each, grown[0])))];
  const what = `payment rate at ${wishes.many} transactions ÷ at ${wishes.few}`;
  return {
    title: 'Growth: `npm run bench:growth`',
    how: `${wishes.rounds} rounds of ${wishes.seconds} s, ${wishes.at} payments at a time, the houses in turn, medians (lowest–highest); ${machine()}.`,
    rows: [head, ...lines, beside],
    verdicts: [verdictOn({ what, bar: 0.8, goal: 0.95, more: true }, ratioOf(grown.at(-1), grown[0]))],
  };
}

function ratioOf(one: Grown | undefined, least: Grown | undefined): Spread {
  return spreadOf((one?.found ?? []).map(({ perSecond }, round) => perSecond / (least?.found[round]?.perSecond ?? 0)));
}

await runBench(USUAL, measure);
