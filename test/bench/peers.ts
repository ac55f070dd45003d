/**
 * Our full payment beside what two shop systems do when they take one: Medusa's authorisation and Vendure's payment of an order, on the
 * same PostgreSQL, at the same bank. `npm run bench:peers`; the first time it fetches them, `--fresh` fetches them again.
 */
import { databaseUrl, withAdmin } from '../support/cluster.js';
import { short } from './figures.js';
import { Gauge } from './gauge.js';
import { liesInMemory, withHouse, type House } from './house.js';
import { Load } from './load.js';
import { measureHouse } from './measure.js';
import { findingsOf, type Turn } from './peers-findings.js';
import { fetched } from './fetched.js';
import { MEDUSA, VENDURE } from './peers-editions.js';
import {
  measurePeer,
  openPeer,
  payInProcess,
  payThroughDoor,
  requireAsked,
  requireWritten,
  type Payments,
  type Peer,
} from './peers-rig.js';
import { runBench, say, type Findings } from './run-bench.js';

const USUAL = { rounds: 3, seconds: 3, medusa: 200, vendure: 48, fresh: false };
type Wishes = typeof USUAL;

const AT_A_TIME = [8, 1];
/** Until a process has compiled what it runs often. */
const WARM_UP = { house: 1_500, medusa: 500, vendure: 100 };
const warmUp_ms = 12_000;
const COUNTING = `select count(*) from transaction where status = 'TO_CAPTURE'`;

interface Sides {
  readonly house: House;
  readonly load: Load;
  readonly medusa: Peer;
  readonly vendure: Peer;
}

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  if (liesInMemory()) say('The temporary folder lies in memory: fsync costs nothing there. Set TMPDIR to a disk.');
  say('Fetching the peers, unless they are there …');
  const folderOfMedusa = await fetched(MEDUSA, stop, wishes.fresh);
  const folderOfVendure = await fetched(VENDURE, stop, wishes.fresh);
  say('Starting PostgreSQL, our server with its bank, Medusa and Vendure …');
  return withHouse({ floors: 0, profile: null, stop }, async house => {
    const medusa = await openPeer(house, MEDUSA, folderOfMedusa, wishes.medusa);
    const vendure = await openPeer(house, VENDURE, folderOfVendure, wishes.vendure);
    const sides: Sides = { house, load: new Load(), medusa, vendure };
    const gauge = await Gauge.open(house.cluster);
    try {
      await warmUp(sides, stop);
      const turns = new Map<number, Turn[]>(AT_A_TIME.map(atATime => [atATime, []]));
      for (let round = 1; round <= wishes.rounds; round++)
        for (const [atATime, found] of turns) {
          const turn = await takeTurn(sides, gauge, wishes, atATime, stop);
          found.push(turn);
          say(`Round ${round}, ${atATime} at a time: ${toldInShort(turn)}`);
        }
      await requireAllDone(sides);
      return findingsOf({ postgres: await gauge.version(), rounds: wishes.rounds, turns });
    } finally {
      await gauge.close();
    }
  });
}

async function warmUp({ house, load, medusa, vendure }: Sides, stop: AbortSignal): Promise<void> {
  say('Warming up …');
  await load.run({ ...house, atATime: 8, most_ms: warmUp_ms, mostPayments: WARM_UP.house, stop });
  const onReady = async () => stop.throwIfAborted();
  for (const pay of [payInProcess, payThroughDoor]) {
    await pay(medusa, { count: WARM_UP.medusa / 2, atATime: 8, most_ms: warmUp_ms }, onReady);
    await pay(vendure, { count: WARM_UP.vendure / 2, atATime: 8, most_ms: warmUp_ms }, onReady);
  }
  // Autovacuum does so within its first minute; until then plans are made for tables that seem to be empty.
  const ours = databaseUrl(house.cluster.ownerUrl, 'bench');
  for (const url of [ours, medusa.url, vendure.url]) await withAdmin(url, client => client.query('analyze'));
}

async function takeTurn(
  { house, load, medusa, vendure }: Sides,
  gauge: Gauge,
  { seconds }: Wishes,
  atATime: number,
  stop: AbortSignal,
): Promise<Turn> {
  const ours = await measureHouse(house, load, gauge, { atATime, most_ms: seconds * 1000, stop });
  const measured = (peer: Peer, pay: Payments) => {
    stop.throwIfAborted();
    return measurePeer(peer, pay, gauge, atATime);
  };
  return {
    house: { ...ours, p50_ms: ours.whole_p50_ms, cpu_ms: ours.server_ms },
    medusaDoor: await measured(medusa, payThroughDoor),
    vendureDoor: await measured(vendure, payThroughDoor),
    medusa: await measured(medusa, payInProcess),
    vendure: await measured(vendure, payInProcess),
  };
}

/** What was counted stands in the databases, and in the bank's book what was asked there. */
async function requireAllDone({ house, load, medusa, vendure }: Sides): Promise<void> {
  const asked = new Map([[house.acceptor, load.count]]);
  await requireWritten(databaseUrl(house.cluster.runUrl, 'bench'), COUNTING, load.count);
  for (const { url, counting, paid, acceptor } of [medusa, vendure]) {
    await requireWritten(url, counting, paid.WITHIN + paid.DOOR);
    asked.set(acceptor, paid.DOOR);
  }
  await requireAsked(house, asked);
}

function toldInShort({ house, medusaDoor, vendureDoor, medusa, vendure }: Turn): string {
  const through = `Guichet ${short(house.perSecond)}, Medusa ${short(medusaDoor.perSecond)}, Vendure ${short(vendureDoor.perSecond)} per second`;
  return `${through}; within, Medusa ${short(medusa.perSecond)}, Vendure ${short(vendure.perSecond)}`;
}

await runBench(USUAL, measure);
