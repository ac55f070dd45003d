/** One measurement of the house, and one of the floor beneath it. All figures are per payment unless they say otherwise. */
import { cpuMeter } from './answering.js';
import { percentile } from './figures.js';
import { runFloor, type Script } from './floor.js';
import type { Gauge, Gauged } from './gauge.js';
import type { House } from './house.js';
import type { Load } from './load.js';
import type { ServerMeasures } from './server.js';

interface Measured {
  readonly perSecond: number;
  readonly commits: number;
  readonly wal_bytes: number;
  /** CPU of PostgreSQL. */
  readonly postgres_ms: number;
  /** Of the bench's own process: what it costs to ask. */
  readonly load_ms: number;
}

export interface FloorMeasured extends Measured {
  readonly p50_ms: number;
  readonly p99_ms: number;
}

export interface HouseMeasured extends Measured {
  /** From the first request to the last answer. */
  readonly whole_p50_ms: number;
  /** The same without the conversation with the bank. */
  readonly own_p50_ms: number;
  readonly own_p99_ms: number;
  readonly bank_p50_ms: number;
  readonly server_ms: number;
  readonly bank_ms: number;
  readonly statements: number;
  readonly byText: ReadonlyMap<string, number>;
}

export interface Round {
  readonly atATime: number;
  readonly most_ms: number;
  readonly stop: AbortSignal;
}

export async function measureHouse(house: House, load: Load, gauge: Gauge, round: Round): Promise<HouseMeasured> {
  const { server, bank, port, apiKey } = house;
  await Promise.all([server.ask('measure'), bank.ask('measure'), gauge.since()]);
  const cpu = cpuMeter();
  const began = performance.now();
  const paid = await load.run({ port, apiKey, ...round });
  const took_ms = performance.now() - began;
  const load_ms = cpu();
  const [gauged, ofServer, ofBank] = await Promise.all([
    gauge.since(),
    server.ask<ServerMeasures>('measure'),
    bank.ask<{ cpu_ms: number }>('measure'),
  ]);
  const own_ms = paid.map(({ amount, whole_ms }) => whole_ms - (ofServer.bank_ms.get(amount) ?? Number.NaN));
  const count = paid.length;
  const byText = new Map([...ofServer.statements].map(([text, times]) => [text, times / count]));
  return {
    ...perPayment(gauged, count, took_ms, load_ms),
    whole_p50_ms: percentile(
      paid.map(({ whole_ms }) => whole_ms),
      0.5,
    ),
    own_p50_ms: percentile(own_ms, 0.5),
    own_p99_ms: percentile(own_ms, 0.99),
    bank_p50_ms: percentile([...ofServer.bank_ms.values()], 0.5),
    server_ms: ofServer.cpu_ms / count,
    bank_ms: ofBank.cpu_ms / count,
    statements: [...byText.values()].reduce((total, times) => total + times, 0),
    byText,
  };
}

export async function measureFloor(url: string, script: Script, gauge: Gauge, round: Round): Promise<FloorMeasured> {
  let cpu = cpuMeter();
  const onBegin = async () => {
    await gauge.since();
    cpu = cpuMeter();
  };
  const { whole_ms, took_ms } = await runFloor({ url, script, ...round, onBegin });
  const load_ms = cpu();
  return {
    ...perPayment(await gauge.since(), whole_ms.length, took_ms, load_ms),
    p50_ms: percentile(whole_ms, 0.5),
    p99_ms: percentile(whole_ms, 0.99),
  };
}

function perPayment(gauged: Gauged, count: number, took_ms: number, load_ms: number): Measured {
  return {
    perSecond: (count * 1000) / took_ms,
    commits: gauged.commits / count,
    wal_bytes: gauged.wal_bytes / count,
    postgres_ms: gauged.postgres_ms / count,
    load_ms: load_ms / count,
  };
}
