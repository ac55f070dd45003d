/**
 * Our full payment beside what two shop systems do when they take one: Medusa's authorisation and Vendure's payment of an order, on the
 * same PostgreSQL. `npm run bench:peers`; the first time it fetches them, `--fresh` fetches them again.
 */
import { createDatabase } from '../../server/database/embedded/roles.js';
import { databaseUrl, withAdmin } from '../support/cluster.js';
import type { Child } from './child.js';
import { percentile, short } from './figures.js';
import { Gauge } from './gauge.js';
import { liesInMemory, withHouse, type House } from './house.js';
import { Load } from './load.js';
import { measureHouse } from './measure.js';
import type { Bout, BoutMeasured } from './peers-bout.js';
import { findingsOf, type PeerMeasured, type Turn } from './peers-findings.js';
import { installed, MEDUSA, VENDURE, type Edition } from './peers-install.js';
import { runBench, say, type Findings } from './run-bench.js';

const USUAL = { rounds: 3, seconds: 3, medusa: 200, vendure: 40, fresh: false };
type Wishes = typeof USUAL;

const AT_A_TIME = [8, 1];
/** Until a process has compiled what it runs often. */
const WARM_UP = { house: 1_500, medusa: 500, vendure: 100 };
const warmUp_ms = 12_000;

interface Peer {
  readonly child: Child;
  readonly url: string;
  /** Payments in a measurement, of which it does so few a second that they are counted beforehand. */
  readonly count: number;
  /** How many it says that it has taken. */
  readonly paid: { count: number };
  /** How many stand in its database. */
  readonly counting: string;
}

const COUNTING = {
  house: `select count(*) from transaction where status = 'TO_CAPTURE'`,
  medusa: `select count(*) from payment p join payment_session s on s.id = p.payment_session_id where s.status = 'authorized'`,
  vendure: `select count(*) from payment p join "order" o on o.id = p."orderId" where p.state = 'Authorized' and o.state = 'PaymentAuthorized'`,
};

async function measure(wishes: Wishes, stop: AbortSignal): Promise<Findings> {
  if (liesInMemory()) say('The temporary folder lies in memory: fsync costs nothing there. Set TMPDIR to a disk.');
  say('Fetching the peers, unless they are there …');
  const folders = [await installed(MEDUSA, wishes.fresh, stop), await installed(VENDURE, wishes.fresh, stop)] as const;
  say('Starting PostgreSQL, our server with its bank, Medusa and Vendure …');
  return withHouse({ floors: 0, profile: null, stop }, async house => {
    const medusa = await openPeer(house, MEDUSA, folders[0], wishes.medusa, COUNTING.medusa);
    const vendure = await openPeer(house, VENDURE, folders[1], wishes.vendure, COUNTING.vendure);
    const load = new Load();
    const gauge = await Gauge.open(house.cluster);
    try {
      await warmUp(house, load, medusa, vendure, stop);
      const turns = new Map<number, Turn[]>(AT_A_TIME.map(atATime => [atATime, []]));
      for (let round = 1; round <= wishes.rounds; round++)
        for (const [atATime, found] of turns) {
          const most_ms = wishes.seconds * 1000;
          const paid = await measureHouse(house, load, gauge, { atATime, most_ms, stop });
          const turn: Turn = {
            house: { ...paid, p50_ms: paid.own_p50_ms, cpu_ms: paid.server_ms },
            medusa: await measurePeer(medusa, gauge, atATime),
            vendure: await measurePeer(vendure, gauge, atATime),
          };
          stop.throwIfAborted();
          found.push(turn);
          sayTurn(round, atATime, turn);
        }
      await requireWritten(databaseUrl(house.cluster.runUrl, 'bench'), COUNTING.house, load.count);
      for (const peer of [medusa, vendure]) await requireWritten(peer.url, peer.counting, peer.paid.count);
      const postgres = await gauge.version();
      return findingsOf({ postgres, rounds: wishes.rounds, medusa: MEDUSA, vendure: VENDURE, turns });
    } finally {
      await gauge.close();
    }
  });
}

async function openPeer(
  { cluster, start }: House,
  { name }: Edition,
  folder: string,
  count: number,
  counting: string,
): Promise<Peer> {
  const database = `bench_${name.toLowerCase()}`;
  await withAdmin(cluster.adminUrl, client => createDatabase(client, database));
  const url = databaseUrl(cluster.ownerUrl, database);
  const child = start(`peers-${name.toLowerCase()}`, {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    PEER_FOLDER: folder,
    // Nothing leaves this machine.
    MEDUSA_DISABLE_TELEMETRY: 'true',
    VENDURE_DISABLE_TELEMETRY: 'true',
  });
  await child.ask('ready');
  return { child, url, count, paid: { count: 0 }, counting };
}

async function warmUp(house: House, load: Load, medusa: Peer, vendure: Peer, stop: AbortSignal): Promise<void> {
  say('Warming up …');
  await load.run({ ...house, atATime: 8, most_ms: warmUp_ms, mostPayments: WARM_UP.house, stop });
  await payAll(medusa, { count: WARM_UP.medusa, atATime: 8 });
  stop.throwIfAborted();
  await payAll(vendure, { count: WARM_UP.vendure, atATime: 8 });
  stop.throwIfAborted();
  // Autovacuum does so within its first minute; until then plans are made for tables that seem to be empty.
  const ours = databaseUrl(house.cluster.ownerUrl, 'bench');
  for (const url of [ours, medusa.url, vendure.url]) await withAdmin(url, client => client.query('analyze'));
}

/** `onReady` is called when everything is prepared, before the first payment. */
async function payAll({ child, paid }: Peer, bout: Bout, onReady = async (): Promise<unknown> => undefined) {
  const before = await child.ask<BoutMeasured>('prepare', bout);
  await onReady();
  const measured = await child.ask<BoutMeasured>('pay', bout);
  paid.count += measured.count;
  return { before, measured };
}

async function measurePeer(peer: Peer, gauge: Gauge, atATime: number): Promise<PeerMeasured> {
  const { before, measured } = await payAll(peer, { count: peer.count, atATime }, () => gauge.since());
  const { commits, wal_bytes, postgres_ms } = await gauge.since();
  const { count, took_ms, cpu_ms, each_ms } = measured;
  return {
    perSecond: (count * 1000) / took_ms,
    wholePerSecond: (count * 1000) / (before.took_ms + took_ms),
    p50_ms: percentile(each_ms, 0.5),
    cpu_ms: cpu_ms / count,
    postgres_ms: postgres_ms / count,
    commits: commits / count,
    wal_bytes: wal_bytes / count,
  };
}

function sayTurn(round: number, atATime: number, { house, medusa, vendure }: Turn): void {
  const rates = [house, medusa, vendure].map(({ perSecond }) => short(perSecond));
  say(`Round ${round}, ${atATime} at a time: Guichet ${rates[0]}, Medusa ${rates[1]}, Vendure ${rates[2]} per second`);
}

/** What was counted stands in the database: or the figures are worth nothing. */
async function requireWritten(url: string, counting: string, count: number): Promise<void> {
  const { rows } = await withAdmin(url, client => client.query<{ count: string }>(counting));
  const written = Number(rows[0]?.count);
  if (written !== count)
    throw new Error(`${count} payments were counted, and ${written} stand in ${new URL(url).pathname}.`);
}

await runBench(USUAL, measure);
