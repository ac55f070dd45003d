/** A storm from its first process to its last: built up, let loose, let go quiet, looked at. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cards } from './cards.js';
import { Chaos } from './chaos/chaos.js';
import { cast, type Cast } from './clients/actors.js';
import { Crowd } from './clients/crowd.js';
import { payInBrowser } from './clients/real-browser.js';
import { Shopper } from './clients/shopper.js';
import type { World } from './clients/world.js';
import { collect } from './collect.js';
import { FILES } from './evidence.js';
import { HookSecrets } from './hook-secrets.js';
import { startHouse, type House } from './house.js';
import { Lines } from './lines.js';
import { MailBox } from './mail-box.js';
import type { StormOptions } from './options.js';
import type { Place } from './place.js';
import { moveOn, waitForQuiet, type Quiet } from './quiet.js';
import { Random } from './random.js';
import { startReceivers, subscribe } from './clients/endpoints.js';
import { comeIn, openShops } from './shops.js';
import { Tally } from './tally.js';
import { isBrowserWanted } from '../support/chromium.js';
import { freePort } from '../../server/database/embedded/free-port.js';
import { startWebProcess } from '../support/web-process.js';

const MINUTE_ms = 60_000;
/** From so many minutes on there is time for what takes a minute by itself. */
const LONG_min = 4;
/** What a storm may last longer than it was told, for a kind of fault that has not happened yet. */
const PATIENCE_ms = 60_000;
/** The longest wait between two tries is a minute (`advices.ts`), and a mail that was on its way is leased for seventy seconds. */
const QUIET_MOST_ms = 4 * MINUTE_ms;

export interface Outcome {
  readonly counts: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  readonly work: ReadonlyMap<string, number>;
  readonly quiet: Quiet;
  /** What a client of the storm could not make sense of. */
  readonly faultsOfClients: readonly string[];
  /** Questions that never got a final answer. */
  readonly unanswered: readonly string[];
}

export interface Surroundings {
  readonly place: Place;
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
  readonly toEnd: (end: () => Promise<void> | void) => void;
}

export async function rage(options: StormOptions, surroundings: Surroundings): Promise<Outcome> {
  const { place, say, stop, toEnd } = surroundings;
  const random = new Random(options.seed);
  const startedAt = new Date();
  const tally = await Tally.open(join(place.evidence, FILES.faults));
  toEnd(() => tally.close());
  const mailBox = await MailBox.start(join(place.evidence, FILES.mails), fault =>
    tally.happened(`mail: ${fault}`, 'mail'),
  );
  toEnd(() => mailBox.close());
  const receivers = await startReceivers(place, tally, toEnd);
  const receiverPorts = receivers.filter(({ isDirect }) => !isDirect).map(({ port }) => port);
  const outside = { mailPort: mailBox.port, receiverPorts };
  const isLong = options.minutes >= LONG_min;
  const webPort = isLong && isBrowserWanted() ? await freePort() : null;
  const house = await startHouse({ place, random: random.of('house'), tally, outside, webPort, stop, toEnd });
  say('the house is up');
  if (webPort !== null) await startPages(house, webPort, surroundings);

  const hookSecrets = new HookSecrets(receivers);
  const { world, work, over, unanswered } = await makeWorld(house, random, hookSecrets, surroundings);
  const clerk = await cast(world, 'clerk');
  await subscribe(clerk, house, receivers);
  tally.announce('clock: moved');
  const crowd = await Crowd.gather(world, options.shoppers, {
    isHeld: rrn => isHeld(house, rrn),
    clockMoved: (shop, by_s) => tally.happened('clock: moved', shop, { by_s }),
  });
  const chaos = new Chaos({ house, tally, random: random.of('chaos'), mailBox, receivers, isLong });
  await firstDay(clerk, await cast(world, 'first-shopper'));
  say('the first day has ended in peace');
  crowd.begin();
  chaos.begin();
  await last(options.minutes * MINUTE_ms, tally, stop);
  await chaos.end();
  say('no more faults; every process is replaced under load');
  await replaceAll(house, stop);
  over.abort();
  await crowd.end();
  const quietAt = new Date();
  stop.throwIfAborted();
  say('everybody has finished');
  // No sooner: while days pass every few seconds a page is out of date before its card is typed.
  const profile = webPort === null ? null : await browse(house, await cast(world, 'browser'), say);
  if (isLong && profile === null) world.did('pages seen in a browser: none, there is no Chromium');
  const quiet = await waitForQuiet(house.database, clerk, world.shops, { most_ms: QUIET_MOST_ms, say, stop });
  await crowd.leave();
  await collect(house, { ...world, mailBox, profile, seed: options.seed }, { startedAt, quietAt });
  return { counts: tally.counts, missing: tally.missing, work, quiet, faultsOfClients: crowd.faults, unanswered };
}

async function makeWorld(
  house: House,
  random: Random,
  hookSecrets: HookSecrets,
  { stop, toEnd }: Pick<Surroundings, 'stop' | 'toEnd'>,
) {
  const over = new AbortController();
  const work = new Map<string, number>();
  const unanswered: string[] = [];
  const base: World = {
    shops: [],
    cards: new Cards(random.of('cards')),
    random,
    doors: house.doors.map(({ port }) => port),
    internalToken: house.secrets.INTERNAL_TOKEN,
    hookSecrets,
    publicUrl: house.publicUrl,
    linesOf: async client => {
      const lines = await Lines.open(join(house.place.evidence, FILES.clients, `${client}.jsonl`));
      toEnd(() => lines.close());
      return lines;
    },
    did: what => void work.set(what, (work.get(what) ?? 0) + 1),
    gaveUp: what => void unanswered.push(what),
    over: AbortSignal.any([over.signal, stop]),
  };
  const doorman: Cast = await cast(base, 'doorman');
  const shops = [];
  for (const opened of await openShops(house, random.of('shops'), stop)) shops.push(await comeIn(doorman, opened));
  return { world: { ...base, shops }, work, over, unanswered };
}

/** Built when they are out of date; they ask at one server what people see at the other. */
async function startPages(house: House, port: number, { say, toEnd }: Surroundings): Promise<void> {
  const graphqlUrl = `http://127.0.0.1:${house.doors[1]?.port}/graphql`;
  const { publicUrl, secrets } = house;
  const pages = await startWebProcess({ graphqlUrl, publicUrl, internalToken: secrets.INTERNAL_TOKEN, port });
  toEnd(() => pages.close());
  say('the pages are up');
}

/** The profile of a browser that has paid. */
async function browse({ place }: House, shopper: Cast, say: Surroundings['say']): Promise<string> {
  const profile = join(place.folder, 'profile');
  await payInBrowser(shopper, profile);
  shopper.caller.close();
  say('a browser has paid on the pages');
  return profile;
}

/** A day on which things were sold, closed and told of: from then on there is something to mail. */
async function firstDay(clerk: Cast, first: Cast): Promise<void> {
  const shopper = new Shopper(first);
  for (let orders = 0; orders < 3; orders += 1) await shopper.act();
  first.caller.close();
  for (const shop of clerk.world.shops) await moveOn(clerk, shop, 86_400);
}

/** As a new version comes: one process after the other is told to stop, and the next only once its successor is at work. */
async function replaceAll({ servers, workers }: House, stop: AbortSignal): Promise<void> {
  for (const process of [...servers, ...workers]) {
    stop.throwIfAborted();
    const { starts } = process;
    process.signal('SIGTERM');
    while (process.starts === starts) await sleep(50, undefined, { signal: stop });
    await process.ready();
  }
}

interface Book {
  readonly authorisations: readonly { readonly rrn: string; readonly held: number; readonly captured: number }[];
}

async function isHeld({ bankPorts }: House, rrn: string): Promise<boolean> {
  const book = (await (await fetch(`http://127.0.0.1:${bankPorts.control}/book`)).json()) as Book;
  return book.authorisations.some(line => line.rrn === rrn && line.held + line.captured > 0);
}

/** As long as it was told to, and a little longer when a kind of fault is still missing. */
async function last(time_ms: number, tally: Tally, stop: AbortSignal): Promise<void> {
  await sleep(time_ms, undefined, { signal: stop });
  for (let more_ms = 0; more_ms < PATIENCE_ms && tally.missing.length > 0; more_ms += 1_000)
    await sleep(1_000, undefined, { signal: stop });
}
