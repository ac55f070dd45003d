/**
 * The live feed: how fast it reaches thousands of sockets beside a bare `ws` that is told the same bytes, what a socket
 * weighs, and how long an event takes from its commit to a screen. `npm run bench:feed`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Heard } from './feed-audience.js';
import { percentile, short, spreadOf, told } from './figures.js';
import { EventWriter, leave, open, tell, weigh, type Side, type Told } from './feed-rig.js';
import { withHouse, type House } from './house.js';
import { Load } from './load.js';
import type { Memory } from './memory.js';
import { machine, runBench, say, type Findings } from './run-bench.js';
import { verdictOn, type Aim } from './verdict.js';

const USUAL = { rounds: 5, few: 1_000, many: 5_000, deliveries: 100_000, watchers: 500, seconds: 10 };
type Wishes = typeof USUAL;

interface Pair {
  readonly bare: Told;
  readonly house: Told;
}

interface Weighed {
  readonly bare: Memory;
  readonly house: Memory;
}

interface Sized {
  readonly count: number;
  /** Many events that come together. */
  readonly together: readonly Pair[];
  /** One event, after everybody has read the one before. */
  readonly alone: readonly Pair[];
  readonly weighed: Weighed;
}

interface Sides {
  readonly bare: Side;
  readonly house: Side;
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  const environment = { SOCKETS_PER_ADDRESS: '100000' };
  return withHouse({ floors: 0, profile: null, environment, stop }, async house => {
    const load = new Load();
    await load.run({ ...house, atATime: 1, most_ms: 60_000, mostPayments: 1, stop });
    const writer = await EventWriter.open(house);
    try {
      const sides = await openSides(house, writer);
      await warmUp(sides, wishes);
      const sized: Sized[] = [];
      for (const count of [wishes.few, wishes.many]) {
        sized.push(await measureAt(count, sides, wishes, stop));
        say(`${count} sockets are measured.`);
      }
      const latencies_ms = await measureLatency(house, sides.house, load, wishes, stop);
      return findingsOf(sized, latencies_ms, wishes);
    } finally {
      await writer.close();
    }
  });
}

async function openSides(house: House, writer: EventWriter): Promise<Sides> {
  const bare = house.start('feed-bare');
  const port = await bare.ask<number>('ready');
  const ofHouse: Side = {
    server: house.server,
    audience: house.start('feed-audience'),
    place: { port: house.port, bearer: house.apiKey },
    tell: times => writer.write(times),
  };
  const ofBare: Side = {
    server: bare,
    audience: house.start('feed-audience'),
    place: { port, bearer: null },
    tell: async times => bare.ask('broadcast', { text: await ofHouse.audience.ask<string>('sample'), times }),
  };
  return { bare: ofBare, house: ofHouse };
}

async function warmUp({ house, bare }: Sides, { deliveries }: Wishes): Promise<void> {
  const count = 200;
  for (const side of [house, bare]) {
    await open(side, count);
    for (let time = 0; time < 3; time++) await tell(side, count, Math.ceil(deliveries / 2 / count));
    await leave(side);
  }
}

async function measureAt(count: number, sides: Sides, wishes: Wishes, stop: AbortSignal): Promise<Sized> {
  const weighed = { bare: await weigh(sides.bare, count), house: await weigh(sides.house, count) };
  const pair = async (times: number): Promise<Pair> => ({
    bare: await tell(sides.bare, count, times),
    house: await tell(sides.house, count, times),
  });
  const together: Pair[] = [];
  const alone: Pair[] = [];
  for (let round = 0; round < wishes.rounds; round++) {
    stop.throwIfAborted();
    together.push(await pair(Math.ceil(wishes.deliveries / count)));
    for (let times = 0; times < 5; times++) alone.push(await pair(1));
  }
  await Promise.all([leave(sides.bare), leave(sides.house)]);
  return { count, together, alone, weighed };
}

/** Two events of each payment are told to whoever follows the transactions. */
const EVENTS_A_SECOND = 100;
const EVENTS_OF_A_PAYMENT = 2;

async function measureLatency(house: House, side: Side, load: Load, wishes: Wishes, stop: AbortSignal) {
  await open(side, wishes.watchers);
  const pace_ms = 1000 / (EVENTS_A_SECOND / EVENTS_OF_A_PAYMENT);
  const pay = (seconds: number) =>
    load.run({ ...house, atATime: 32, most_ms: seconds * 1000, mostPayments: Infinity, pace_ms, stop });
  await pay(3);
  await side.audience.ask('expect', { frames: Infinity, stamping: true });
  await pay(wishes.seconds);
  await sleep(1000);
  const { latencies_ms } = await side.audience.ask<Heard>('heard');
  await leave(side);
  return latencies_ms;
}

const RATIO: Omit<Aim, 'what'> = { bar: 0.5, goal: 0.9, more: true };
const kB = (bytes: number): string => short(bytes / 1000);

function findingsOf(sized: readonly Sized[], latencies_ms: readonly number[], wishes: Wishes): Findings {
  const row = (title: string, cell: (size: Sized) => string) => [title, ...sized.map(cell)];
  const of = (pairs: readonly Pair[], figure: (pair: Pair) => number) => spreadOf(pairs.map(figure));
  const perSecond = ({ house, bare }: Pair) => house.perSecond / bare.perSecond;
  const cpu = ({ house, bare }: Pair) => bare.cpu_us / house.cpu_us;
  const part = (share: number) => percentile(latencies_ms, share);
  const p95 = part(0.95);
  return {
    title: 'Live feed: `npm run bench:feed`',
    how: `${wishes.rounds} rounds of bare \`ws\` and \`transactionEvents\` in turn, the same bytes to sockets with operation ids of their own, read by a process that only counts; medians (lowest–highest); ${machine()}.`,
    rows: [
      ['sockets', ...sized.map(({ count }) => String(count))],
      row('bare `ws`, events together, deliveries per second', s => told(of(s.together, p => p.bare.perSecond))),
      row('Guichet, events together, deliveries per second', s => told(of(s.together, p => p.house.perSecond))),
      row('Guichet ÷ bare, events together', s => told(of(s.together, perSecond))),
      row('bare `ws`, one event alone, deliveries per second', s => told(of(s.alone, p => p.bare.perSecond))),
      row('Guichet, one event alone, deliveries per second', s => told(of(s.alone, p => p.house.perSecond))),
      row('Guichet ÷ bare, one event alone', s => told(of(s.alone, perSecond))),
      row('CPU of bare `ws`, µs per delivery, events together', s => told(of(s.together, p => p.bare.cpu_us))),
      row('CPU of the server, µs per delivery, events together', s => told(of(s.together, p => p.house.cpu_us))),
      row('CPU, bare ÷ Guichet, events together', s => told(of(s.together, cpu))),
      row('CPU of bare `ws`, µs per delivery, one event alone', s => told(of(s.alone, p => p.bare.cpu_us))),
      row('CPU of the server, µs per delivery, one event alone', s => told(of(s.alone, p => p.house.cpu_us))),
      row('memory of the process for a socket, bare, kB', s => kB(s.weighed.bare.resident_bytes)),
      row('memory of the process for a subscriber, Guichet, kB', s => kB(s.weighed.house.resident_bytes)),
      row('objects and buffers of a socket, bare, kB', s => kB(s.weighed.bare.held_bytes)),
      row('objects and buffers of a subscriber, Guichet, kB', s => kB(s.weighed.house.held_bytes)),
    ],
    verdicts: [
      ...sized.flatMap(({ count, together, alone, weighed }) => [
        verdictOn({ what: `feed ÷ bare, ${count} sockets, events together`, ...RATIO }, of(together, perSecond)),
        verdictOn({ what: `feed ÷ bare, ${count} sockets, one event alone`, ...RATIO }, of(alone, perSecond)),
        verdictOn(
          { what: `memory per subscriber, ${count} sockets, kB`, bar: 60, goal: 20, more: false },
          spreadOf([Math.max(weighed.house.resident_bytes, weighed.house.held_bytes) / 1000]),
        ),
      ]),
      `${verdictOn(
        { what: `from an event to ${wishes.watchers} screens, p95, ms`, bar: 500, goal: 150, more: false },
        spreadOf([p95]),
      )} (p50 ${short(part(0.5))}, p99 ${short(part(0.99))}; ${latencies_ms.length} deliveries at ${short(latencies_ms.length / wishes.watchers / wishes.seconds)} events per second, from the instant that stands in the event, which lies before its commit)`,
    ],
  };
}

await runBench(USUAL, measure);
