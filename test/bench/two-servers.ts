/**
 * Two servers beside one, on one database: does the second one bring as much again, when servers are what limits? Each is held to a
 * share of a core, because two cores do not hold two servers and what they need. `npm run bench:two-servers`.
 */
import type { Child } from './child.js';
import { spreadOf, told } from './figures.js';
import { withHouse, type House } from './house.js';
import { Load } from './load.js';
import { machine, runBench, say, type Findings } from './run-bench.js';
import type { ServerMeasures, ServerReady } from './server.js';
import { verdictOn } from './verdict.js';

const USUAL = { rounds: 5, seconds: 5, share: 0.25 };
type Wishes = typeof USUAL;
/** Payments under way at each server. */
const AT_A_TIME = 12;

interface Door {
  readonly server: Child;
  readonly port: number;
}

interface Measured {
  readonly perSecond: number;
  /** Of a core, that each server had. */
  readonly had: number;
  readonly server_ms: number;
}

interface Pair {
  readonly one: Measured;
  readonly two: Measured;
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  return withHouse({ floors: 0, profile: null, stop }, async house => {
    const other = house.start('server', house.environment);
    const { port } = await other.ask<ServerReady>('ready');
    const doors = [
      { server: house.server, port: house.port },
      { server: other, port },
    ];
    const load = new Load();
    const pay = (at: readonly Door[], seconds: number) => paid(house, load, at, seconds, stop);
    await pay(doors, 8);
    const limit = (share: number | null) => Promise.all(doors.map(({ server }) => server.ask('share', share)));
    const held: Pair[] = [];
    const free: Pair[] = [];
    for (let round = 1; round <= wishes.rounds; round++) {
      // Each is the only one in turn, should one of them be the better off.
      const alone = doors.slice(round % 2, (round % 2) + 1);
      for (const [share, pairs] of [
        [wishes.share, held],
        [null, free],
      ] as const) {
        stop.throwIfAborted();
        await limit(share);
        pairs.push({ one: await pay(alone, wishes.seconds), two: await pay(doors, wishes.seconds) });
      }
      say(
        `Round ${round}: ${ratio(held.at(-1))} with ${wishes.share} of a core each, ${ratio(free.at(-1))} without a limit.`,
      );
    }
    return findingsOf(held, free, wishes);
  });
}

async function paid(
  house: House,
  load: Load,
  at: readonly Door[],
  seconds: number,
  stop: AbortSignal,
): Promise<Measured> {
  await Promise.all(at.map(({ server }) => server.ask('measure')));
  const began = performance.now();
  const options = { apiKey: house.apiKey, atATime: AT_A_TIME, most_ms: seconds * 1000, stop };
  const all = await Promise.all(at.map(({ port }) => load.run({ ...options, port })));
  const took_ms = performance.now() - began;
  const measures = await Promise.all(at.map(({ server }) => server.ask<ServerMeasures>('measure')));
  const server_ms = measures.reduce((sum, { cpu_ms }) => sum + cpu_ms, 0);
  const count = all.flat().length;
  return { perSecond: (count * 1000) / took_ms, had: server_ms / took_ms / at.length, server_ms: server_ms / count };
}

const gain = ({ one, two }: Pair): number => two.perSecond / one.perSecond;
const ratio = (pair: Pair | undefined): string => (pair ? gain(pair).toFixed(2) : '');

function findingsOf(held: readonly Pair[], free: readonly Pair[], { rounds, share }: Wishes): Findings {
  const row = (title: string, figure: (pair: Pair) => number) => [
    title,
    ...[held, free].map(pairs => told(spreadOf(pairs.map(figure)))),
  ];
  return {
    title: 'Two servers: `npm run bench:two-servers`',
    how: `${rounds} rounds of full payments at one server and at two in turn, ${AT_A_TIME} at a time at each, medians (lowest–highest); ${machine()}. Held to its share, a server is what limits; without a limit, two servers, PostgreSQL, the bank and the load share what cores there are.`,
    rows: [
      ['each server has', `${share} of a core`, 'what it gets'],
      row('one server: payments per second', ({ one }) => one.perSecond),
      row('two servers: payments per second', ({ two }) => two.perSecond),
      row('two servers ÷ one', gain),
      row('cores that the one server had', ({ one }) => one.had),
      row('cores that each of the two had', ({ two }) => two.had),
      row('CPU of the server per payment, one, ms', ({ one }) => one.server_ms),
      row('CPU of the servers per payment, two, ms', ({ two }) => two.server_ms),
    ],
    verdicts: [
      verdictOn(
        { what: 'two servers ÷ one, where they limit', bar: 1.5, goal: 1.8, more: true },
        spreadOf(held.map(gain)),
      ),
    ],
  };
}

await runBench(USUAL, measure);
