/**
 * What the server holds while it is at work for long: payments, reads of the list, and sockets that follow and come and go. Memory is
 * looked at after everything that could be given back was. `npm run bench:soak -- --minutes 30`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.js';
import { short, spreadOf } from './figures.js';
import { withHouse, type House } from './house.js';
import { Load } from './load.js';
import type { Memory } from './memory.js';
import { machine, runBench, say, type Findings } from './run-bench.js';

const USUAL = { minutes: 5, perSecond: 30, sockets: 200, looks: 40 };
type Wishes = typeof USUAL;
/** Caches, compilers and pools are filled in this part of the time. */
const WARM_UP = 1 / 3;

const LIST = `query ($after: String) { transactions(first: 50, after: $after) { nodes { id status orderId
  amount { amount currency } card { brand masked } refunds { id status } } pageInfo { endCursor } } }`;

interface Look extends Memory {
  readonly minute: number;
  readonly payments: number;
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  const environment = { SOCKETS_PER_ADDRESS: '100000' };
  return withHouse({ floors: 0, profile: null, environment, stop }, async house => {
    const over = new AbortController();
    const ends = AbortSignal.any([stop, over.signal]);
    const load = new Load();
    const most_ms = wishes.minutes * 60_000;
    const audience = house.start('feed-audience');
    const work = [
      load.run({ ...house, atATime: 16, most_ms, pace_ms: 1000 / wishes.perSecond, stop: ends }),
      read(house, wishes.perSecond, ends),
      comeAndGo(house, audience, wishes.sockets, ends),
    ];
    try {
      const looks = await watch(house, load, wishes, stop, Promise.race(work));
      return findingsOf(looks, wishes);
    } finally {
      over.abort();
      await Promise.allSettled(work);
    }
  });
}

/** Fails when any of the work does: a server that does nothing holds nothing. */
async function watch(
  house: House,
  load: Load,
  wishes: Wishes,
  stop: AbortSignal,
  failing: Promise<unknown>,
): Promise<Look[]> {
  const began = performance.now();
  const looks: Look[] = [];
  for (let look = 1; look <= wishes.looks; look++) {
    const pause_ms = began + (look * wishes.minutes * 60_000) / wishes.looks - performance.now();
    await Promise.race([sleep(Math.max(0, pause_ms), undefined, { signal: stop }), failing]);
    const memory = await house.server.ask<Memory>('memory');
    const minute = (performance.now() - began) / 60_000;
    looks.push({ ...memory, minute, payments: load.count });
    say(
      `${short(minute).padStart(5)} min   ${String(load.count).padStart(7)} payments   ${MB(memory.resident_bytes)} MB resident   ${MB(memory.held_bytes)} MB held`,
    );
  }
  return looks;
}

async function read(house: House, perSecond: number, stop: AbortSignal): Promise<void> {
  const { port, apiKey } = house;
  while (!stop.aborted) {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ query: LIST }),
    });
    if (!(await response.text()).startsWith('{"data":{"transactions"')) throw new Error('The list was not read.');
    await sleep(1000 / perSecond, undefined, { signal: stop }).catch(() => undefined);
  }
}

async function comeAndGo({ port, apiKey }: House, audience: Child, count: number, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await audience.ask('open', { port, bearer: apiKey, count });
    await sleep(10_000, undefined, { signal: stop }).catch(() => undefined);
    await audience.ask('leave');
  }
}

const MB = (bytes: number): string => short(bytes / 1_000_000);

/** Least squares: by how much more for each minute. */
function slope(looks: readonly Look[], figure: (look: Look) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [at, of] = [mean(looks.map(({ minute }) => minute)), mean(looks.map(figure))];
  const above = looks.reduce((sum, look) => sum + (look.minute - at) * (figure(look) - of), 0);
  return above / looks.reduce((sum, { minute }) => sum + (minute - at) ** 2, 0);
}

function findingsOf(looks: readonly Look[], { minutes, perSecond, sockets }: Wishes): Findings {
  const warm = looks.slice(Math.floor(looks.length * WARM_UP));
  const [first, last] = [warm[0], warm.at(-1)];
  const row = (title: string, figure: (look: Look) => number): string[] => {
    const { median, highest } = spreadOf(warm.map(figure));
    const cells = [first ? MB(figure(first)) : '', MB(median), MB(highest), last ? MB(figure(last)) : ''];
    return [title, ...cells, (slope(warm, figure) / 1000).toFixed(0)];
  };
  const a_minute = (last && first ? (last.payments - first.payments) / (last.minute - first.minute) : 0).toFixed(0);
  return {
    title: 'Soak: `npm run bench:soak`',
    how: `${minutes} minutes, ${looks.at(-1)?.payments} payments (${a_minute} a minute; ${perSecond} a second were wished for), as many reads of 50, ${sockets} sockets that follow for ten seconds and come again; ${looks.length} looks, those of the first third left out; ${machine()}.`,
    rows: [
      ['memory of the server, MB', 'begin', 'median', 'most', 'end', 'slope, kB a minute'],
      row('resident', ({ resident_bytes }) => resident_bytes),
      row('objects and buffers', ({ held_bytes }) => held_bytes),
    ],
    verdicts: [],
  };
}

await runBench(USUAL, measure);
