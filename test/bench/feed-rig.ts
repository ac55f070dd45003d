/** Two audiences, one before the bare floor and one before the house, that are told the same bytes in turn. */
import { Client } from 'pg';
import { databaseUrl } from '../support/cluster.js';
import type { Child } from './child.js';
import type { Audience, Heard } from './feed-audience.js';
import type { House } from './house.js';
import type { Memory } from './memory.js';

export interface Side {
  readonly server: Child;
  readonly audience: Child;
  readonly place: Omit<Audience, 'count'>;
  /** Has these told, one after the other, as fast as may be. */
  readonly tell: (times: number) => Promise<void>;
}

export interface Told {
  readonly perSecond: number;
  /** CPU of who sends, for one delivery. */
  readonly cpu_us: number;
}

/**
 * Copies one event of a transaction, and puts the copies before the sequencer: from there on everything is as in life.
 * Their journal is no longer what the transaction's status comes from, but nobody folds it here.
 */
export class EventWriter {
  #written = 0;

  private constructor(private readonly client: Client) {}

  static async open(house: House): Promise<EventWriter> {
    const client = new Client({ connectionString: databaseUrl(house.cluster.runUrl, 'bench') });
    await client.connect();
    return new EventWriter(client);
  }

  async write(times: number): Promise<void> {
    const from = this.#written + 1;
    this.#written += times;
    await this.client.query(
      `with one as (select * from event where subject = 'TRANSACTION' order by id limit 1),
        made as (insert into event select 'evt_bench' || lpad(n::text, 17, '0'), shop_id, subject, subject_id, transaction_id,
          1000 + n, event, from_status, to_status, amount, currency, actor_kind, actor_id, facts, at, recorded_at
          from one, generate_series($1::int, $2::int) as n returning id)
      insert into outbox select id from made`,
      [from, this.#written],
    );
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

export const open = ({ audience, place }: Side, count: number): Promise<void> =>
  audience.ask('open', { ...place, count } satisfies Audience);

export const leave = ({ audience }: Side): Promise<void> => audience.ask('leave');

/** From the first delivery to the last: what comes before is other people's work, and waiting for more to come together. */
export async function tell({ server, audience, tell: say }: Side, count: number, times: number): Promise<Told> {
  const frames = count * times;
  await audience.ask('expect', { frames, stamping: false });
  await server.ask('measure');
  const [{ first_ms, last_ms }] = await Promise.all([audience.ask<Heard>('met'), say(times)]);
  const { cpu_ms } = await server.ask<{ cpu_ms: number }>('measure');
  return { perSecond: (frames * 1000) / (last_ms - first_ms), cpu_us: (cpu_ms * 1000) / frames };
}

/** What one more socket costs, that follows and is told nothing. */
export async function weigh(side: Side, count: number): Promise<Memory> {
  const before = await side.server.ask<Memory>('memory');
  await open(side, count);
  const after = await side.server.ask<Memory>('memory');
  return {
    resident_bytes: (after.resident_bytes - before.resident_bytes) / count,
    held_bytes: (after.held_bytes - before.held_bytes) / count,
  };
}
