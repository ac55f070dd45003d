/**
 * The floor: the units of work of real payments, said again as bare prepared statements to an empty database of the same
 * shape. Same rows, same indexes, same three commits per payment; no server, no bank, no reads.
 */
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { BareStatement, bytesOf } from './bare-statement.js';
import type { Unit } from './database-listener.js';

/** Open, claim, settle. */
const UNITS_OF_A_PAYMENT = 3;

export interface Script {
  /** By the name under which each is prepared. */
  readonly texts: ReadonlyMap<string, string>;
  /** For each payment its three statements, as bytes. */
  readonly payments: readonly (readonly Buffer[])[];
}

/** Sorts what was recorded into payments, by the session that every unit of a payment names. */
export function scriptOf(units: readonly Unit[]): Script {
  const texts = new Map(units.map(({ text }) => [nameOf(text), text]));
  const bySession = Map.groupBy(units, unit => unit.values.find(isSessionId));
  bySession.delete(undefined);
  const payments = [...bySession.values()].filter(({ length }) => length === UNITS_OF_A_PAYMENT);
  return { texts, payments: payments.map(all => all.map(({ text, values }) => bytesOf(nameOf(text), values))) };
}

function isSessionId(value: unknown): boolean {
  return typeof value === 'string' && /^ps_[0-9a-z]{26}$/.test(value);
}

export interface FloorOptions {
  readonly url: string;
  readonly script: Script;
  readonly atATime: number;
  readonly most_ms: number;
  readonly stop: AbortSignal;
  /** Called when everything is prepared, before the first statement that counts. */
  readonly onBegin: () => Promise<void>;
}

export interface FloorRun {
  readonly whole_ms: readonly number[];
  readonly took_ms: number;
}

export async function runFloor(options: FloorOptions): Promise<FloorRun> {
  const { script, atATime, most_ms, stop } = options;
  const left = script.payments.slice();
  const clients = await Promise.all(Array.from({ length: atATime }, () => connect(options.url, script.texts)));
  try {
    // Each connection has said it once before it counts: caches are filled, plans are made.
    await Promise.all(clients.map(client => replay(client, left.pop() ?? [])));
    await options.onBegin();
    const whole_ms: number[] = [];
    const began = performance.now();
    const worker = async (client: Client): Promise<void> => {
      for (;;) {
        const at = performance.now();
        const next = at - began > most_ms || stop.aborted ? undefined : left.pop();
        if (!next) return;
        await replay(client, next);
        whole_ms.push(performance.now() - at);
      }
    };
    await Promise.all(clients.map(worker));
    return { whole_ms, took_ms: performance.now() - began };
  } finally {
    await Promise.all(clients.map(client => client.end()));
  }
}

async function connect(url: string, texts: Script['texts']): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  // What PostgreSQL comes to by itself after five executions.
  await client.query('set plan_cache_mode = force_generic_plan');
  for (const [name, text] of texts) await client.query(`prepare "${name}" as ${text}`);
  return client;
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

async function replay(client: Client, payment: readonly Buffer[]): Promise<void> {
  for (const bytes of payment)
    await new Promise<void>((resolve, reject) => {
      client.query(new BareStatement(bytes, failure => (failure ? reject(failure) : resolve())));
    });
}
