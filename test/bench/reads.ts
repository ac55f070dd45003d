/**
 * The reads of a shop among a million transactions: a list of 50 with what hangs on each, one by its id, and every way to look for
 * some; beside the statement that one would write by hand, and beside PostGraphile. `npm run bench:reads`; README.md says more.
 */
import { Agent } from 'node:http';
import { withAdmin } from '../support/cluster.js';
import { progressBar } from '../seed/progress.js';
import { short } from './figures.js';
import { Gauge } from './gauge.js';
import { filterCases, sampleOf, type FilterCase } from './reads-filters.js';
import { findingsOf, type Measured, type Rated, type Round, type Timed } from './reads-findings.js';
import { withReadsHouse, type ReadsHouse } from './reads-house.js';
import { kindsOf, type Kind } from './reads-kinds.js';
import { rateOf, timesInTurn, type Pressure } from './reads-measure.js';
import { bareSide, graphqlSide, post, type GraphqlQuestion, type Side } from './reads-sides.js';
import * as asked from './reads-asked.js';
import { runBench, say, type Findings } from './run-bench.js';
import type { Child } from './child.js';

const USUAL = { transactions: 1_000_000, rounds: 5, seconds: 2, times: 30 };
type Wishes = typeof USUAL;

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  const keptIn = process.env['BENCH_SEEDED'] ?? null;
  const profile = process.env['BENCH_PROFILE'] ?? null;
  const options = { transactions: wishes.transactions, keptIn, profile, progress: progressBar(process.stderr), stop };
  return withReadsHouse(options, async house => {
    const { kinds, filters } = await withAdmin(house.cluster.ownerUrl, async client => ({
      kinds: await kindsOf(client, house.shopId),
      filters: filterCases(house.shopId, await sampleOf(client, house.shopId)),
    }));
    const sides = sidesOf(house);
    for (const kind of kinds) await requireAnswers(house, kind);
    if (profile !== null) await underProfiler(house, sides, kinds, stop);
    const gauge = await Gauge.open(house.cluster);
    try {
      const rated = await rates(house, sides, gauge, kinds, wishes, stop);
      const timed = await times(sides, filters, wishes, stop);
      const { transactions } = house;
      return findingsOf(rated, timed, { ...wishes, ofShop: transactions, postgres: await gauge.version() });
    } finally {
      await gauge.close();
    }
  });
}

interface Sides {
  readonly bare: Side<asked.ByHand>;
  readonly house: Side<GraphqlQuestion>;
  readonly tables: Side<GraphqlQuestion>;
}

function sidesOf({ cluster, port, apiKey, postgraphilePort }: ReadsHouse): Sides {
  return {
    bare: bareSide(cluster.runUrl),
    house: graphqlSide(port, apiKey),
    tables: graphqlSide(postgraphilePort, null),
  };
}

/** What answers with an error is fast; so each is heard once. */
async function requireAnswers({ port, apiKey, postgraphilePort }: ReadsHouse, kind: Kind): Promise<void> {
  const agent = new Agent();
  for (const answer of [
    await post(agent, port, apiKey, kind.house()),
    await post(agent, postgraphilePort, null, kind.tables()),
  ]) {
    const said = JSON.parse(answer) as { data?: unknown; errors?: unknown };
    const masked = (answer.match(/"masked"/g) ?? []).length;
    if (said.errors || masked !== (kind.name.startsWith('list') ? 50 : 1))
      throw new Error(`${kind.name}: ${answer.slice(0, 1000)}`);
  }
}

async function rates(
  house: ReadsHouse,
  sides: Sides,
  gauge: Gauge,
  kinds: readonly Kind[],
  wishes: Wishes,
  stop: AbortSignal,
): Promise<Rated[]> {
  const found: Rated[] = [];
  for (const kind of kinds)
    for (const atATime of [1, 8]) {
      const pressure = { atATime, most_ms: wishes.seconds * 1000, stop };
      const rounds: Round[] = [];
      for (let round = 0; round <= wishes.rounds; round++) {
        const measured: Round = {
          bare: await oneRate(sides.bare, kind.bare, null, gauge, pressure),
          house: await oneRate(sides.house, kind.house, house.server, gauge, pressure),
          tables: await oneRate(sides.tables, kind.tables, house.postgraphile, gauge, pressure),
        };
        stop.throwIfAborted();
        // The first fills caches and compilers, and does not count.
        if (round > 0) rounds.push(measured);
      }
      found.push({ kind: kind.name, atATime, rounds });
      const last = rounds.at(-1);
      if (last)
        say(
          `${kind.name}, ${atATime} at a time: by hand ${short(last.bare.perSecond)}, Guichet ${short(last.house.perSecond)}, PostGraphile ${short(last.tables.perSecond)} per second`,
        );
    }
  return found;
}

async function oneRate<Question>(
  side: Side<Question>,
  next: () => Question,
  server: Child | null,
  gauge: Gauge,
  pressure: Pressure,
): Promise<Measured> {
  await Promise.all([gauge.since(), server?.ask('measure')]);
  const rate = await rateOf(side, next, pressure);
  const [{ postgres_ms }, ofServer] = await Promise.all([gauge.since(), server?.ask<{ cpu_ms: number }>('measure')]);
  return { ...rate, server_ms: (ofServer?.cpu_ms ?? 0) / rate.answered, postgres_ms: postgres_ms / rate.answered };
}

async function times(
  sides: Sides,
  filters: readonly FilterCase[],
  wishes: Wishes,
  stop: AbortSignal,
): Promise<Timed[]> {
  const [[bare], [house]] = [await sides.bare.open(1), await sides.house.open(1)];
  if (!bare || !house) throw new Error('Nobody is there to be asked.');
  const found: Timed[] = [];
  try {
    for (const { name, filter, byHand } of filters) {
      const question = { query: asked.LIST, variables: { filter } };
      const asks = [() => bare(byHand), () => house(question)];
      await timesInTurn(asks, 6);
      const [byHand_ms = [], house_ms = []] = await timesInTurn(asks, wishes.times);
      found.push({ name, byHand_ms, house_ms });
      stop.throwIfAborted();
    }
    return found;
  } finally {
    await sides.bare.close();
    await sides.house.close();
  }
}

async function underProfiler(
  house: ReadsHouse,
  sides: Sides,
  kinds: readonly Kind[],
  stop: AbortSignal,
): Promise<void> {
  const [list] = kinds;
  if (!list) return;
  const pressure = { atATime: 8, most_ms: 4_000, stop };
  await rateOf(sides.house, list.house, pressure);
  await house.server.ask('profile');
  await rateOf(sides.house, list.house, pressure);
  await house.server.ask('profiled');
}

await runBench(USUAL, measure);
