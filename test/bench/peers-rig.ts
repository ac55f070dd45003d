/** The bench's side of a peer: a database of its own, a process of its own, and what it is asked to do. */
import { Agent } from 'node:http';
import { createDatabase } from '../../server/database/embedded/roles.js';
import { databaseUrl, withAdmin } from '../support/cluster.js';
import type { Child } from './child.js';
import { percentile } from './figures.js';
import type { Gauge } from './gauge.js';
import type { House } from './house.js';
import type { Prepared, Way } from './peers-bout.js';
import { DOORS, ShopFront } from './peers-doors.js';
import type { PeerMeasured } from './peers-findings.js';
import type { Edition } from './fetched.js';
import { VENDURE } from './peers-editions.js';
import { watch, type Bout, type BoutMeasured } from './peers-watch.js';

/** For the preparing, and for the paying: on a busy machine too, a run ends within minutes. */
const most_ms = 6_000;

export interface Peer {
  readonly child: Child;
  readonly shopFront: ShopFront;
  /** By which the bank knows it. */
  readonly acceptor: string;
  readonly url: string;
  /** Payments in a measurement: they have to be prepared, and are few enough a second to be counted beforehand. */
  readonly count: number;
  /** How many it says that it has taken, by their way. */
  readonly paid: Record<Way, number>;
  /** How many stand in its database. */
  readonly counting: string;
}

const COUNTING = {
  medusa: `select count(*) from payment p join payment_session s on s.id = p.payment_session_id where s.status = 'authorized'`,
  vendure: `select count(*) from payment p join "order" o on o.id = p."orderId" where p.state = 'Authorized' and o.state = 'PaymentAuthorized'`,
};

export async function openPeer(house: House, edition: Edition, folder: string, count: number): Promise<Peer> {
  const name = edition === VENDURE ? 'vendure' : 'medusa';
  const database = `bench_${name}`;
  await withAdmin(house.cluster.adminUrl, client => createDatabase(client, database));
  const url = databaseUrl(house.cluster.ownerUrl, database);
  const acceptor = `BENCH${name.toUpperCase()}`;
  const child = house.start(`peers-${name}`, {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    PEER_FOLDER: folder,
    PEER_ACCEPTOR: acceptor,
    ACQUIRER_URL: house.environment['ACQUIRER_URL'],
    // No line for each request: in its favour.
    LOG_LEVEL: 'warn',
    // Nothing leaves this machine.
    MEDUSA_DISABLE_TELEMETRY: 'true',
    VENDURE_DISABLE_TELEMETRY: 'true',
  });
  const shopFront = new ShopFront(DOORS[name], await child.ask<number>('ready'));
  return { child, shopFront, acceptor, url, count, paid: { WITHIN: 0, DOOR: 0 }, counting: COUNTING[name] };
}

/** `onReady` is called when everything is prepared, before the first payment. */
export type Payments = (peer: Peer, bout: Bout, onReady: () => Promise<unknown>) => Promise<Paid>;

interface Paid {
  readonly before: BoutMeasured;
  readonly measured: BoutMeasured;
}

/** By the peer's process itself. */
export const payInProcess: Payments = async ({ child, paid }, bout, onReady) => {
  const before = await child.ask<BoutMeasured>('prepare', { ...bout, way: 'WITHIN' });
  await onReady();
  const measured = await child.ask<BoutMeasured>('pay', bout);
  paid.WITHIN += measured.count;
  return { before, measured };
};

/** By this process, as shop fronts do. */
export const payThroughDoor: Payments = async ({ child, paid, shopFront }, bout, onReady) => {
  const before = await child.ask<BoutMeasured>('prepare', { ...bout, way: 'DOOR' });
  const prepared = await child.ask<Prepared[]>('handOver');
  const agent = new Agent({ keepAlive: true, maxSockets: bout.atATime });
  try {
    await onReady();
    await child.ask('measure');
    const measured = await watch({ ...bout, count: prepared.length }, async () => {
      const next = prepared.shift();
      if (next) await shopFront.pay(agent, next);
    });
    const { cpu_ms } = await child.ask<{ cpu_ms: number }>('measure');
    paid.DOOR += measured.count;
    return { before, measured: { ...measured, cpu_ms } };
  } finally {
    agent.destroy();
  }
};

export async function measurePeer(peer: Peer, pay: Payments, gauge: Gauge, atATime: number): Promise<PeerMeasured> {
  const { before, measured } = await pay(peer, { count: peer.count, atATime, most_ms }, () => gauge.since());
  const { commits, wal_bytes, postgres_ms } = await gauge.since();
  const { count, took_ms, cpu_ms, each_ms } = measured;
  return {
    perSecond: (count * 1000) / took_ms,
    wholePerSecond: 1000 / (before.took_ms / before.count + took_ms / count),
    p50_ms: percentile(each_ms, 0.5),
    cpu_ms: cpu_ms / count,
    postgres_ms: postgres_ms / count,
    commits: commits / count,
    wal_bytes: wal_bytes / count,
  };
}

/** What was counted stands in the database: or the figures are worth nothing. */
export async function requireWritten(url: string, counting: string, count: number): Promise<void> {
  const { rows } = await withAdmin(url, client => client.query<{ count: string }>(counting));
  const written = Number(rows[0]?.count);
  if (written !== count)
    throw new Error(`${count} payments were counted, and ${written} stand in ${new URL(url).pathname}.`);
}

/** And the bank has said yes to each, so that nobody is fast because he does not ask. */
export async function requireAsked({ bank }: House, counts: ReadonlyMap<string, number>): Promise<void> {
  const approved = await bank.ask<ReadonlyMap<string, number>>('approved');
  for (const [acceptor, count] of counts)
    if (approved.get(acceptor) !== count)
      throw new Error(
        `${count} payments of ${acceptor} were counted; the bank has approved ${approved.get(acceptor)}.`,
      );
}
