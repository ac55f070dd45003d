/**
 * System trace audit numbers (ISO 8583 field 11): unique per terminal and day, 000001–999999.
 *
 * A counter that every payment of a shop increments would make all of them queue at one row. Each process therefore
 * leases numbers in blocks; what a killed process had not used is lost, which only leaves gaps. When the numbers of a terminal's day
 * are used up, the shop's next terminal (field 41) goes on.
 */
import { sql } from 'kysely';
import type { Sql } from './connection.js';

const BLOCK = 100;
const LAST_STAN = 999_999;
/** Terminals are the shop's six characters and 01–99. */
const LAST_TERMINAL = 99;

export interface Stan {
  readonly stan: string;
  readonly terminal: string;
  /** The day of field 7, UTC, `YYYY-MM-DD`. */
  readonly day: string;
}

interface Block {
  readonly terminal: string;
  next: number;
  readonly end: number;
}

interface Terminals {
  readonly id: string;
  readonly terminal_prefix: string;
}

export class StanLeases {
  readonly #sql: Sql;
  readonly #blocks = new Map<string, Block>();
  readonly #leasing = new Map<string, Promise<void>>();

  constructor(database: Sql) {
    this.#sql = database;
  }

  /** The next number of this shop for a message transmitted at `transmittedAt` (the shop's clock). */
  async take(shop: Terminals, transmittedAt: Date): Promise<Stan> {
    const day = transmittedAt.toISOString().slice(0, 10);
    const key = `${shop.id} ${day}`;
    for (;;) {
      const block = this.#blocks.get(key);
      // Looked at and counted on in one go: of a crowd that waited for a block, no more than fit may take from it.
      if (block && block.next < block.end)
        return { stan: String(block.next++).padStart(6, '0'), terminal: block.terminal, day };
      const leasing = this.#leasing.get(key) ?? this.#lease(shop, day, key).finally(() => this.#leasing.delete(key));
      this.#leasing.set(key, leasing);
      await leasing;
    }
  }

  async #lease(shop: Terminals, day: string, key: string): Promise<void> {
    for (let number = 1; number <= LAST_TERMINAL; number++) {
      const terminal = `${shop.terminal_prefix}${String(number).padStart(2, '0')}`;
      const { rows } = await sql<{ next_stan: number }>`
        insert into stan_lease (shop_id, terminal, day, next_stan) values (${shop.id}, ${terminal}, ${day}, ${1 + BLOCK})
        on conflict (terminal, day) do update set next_stan = least(stan_lease.next_stan + ${BLOCK}, ${LAST_STAN + 1})
          where stan_lease.next_stan <= ${LAST_STAN}
        returning next_stan`.execute(this.#sql);
      const end = rows[0]?.next_stan;
      if (end === undefined) continue;
      const start = end === LAST_STAN + 1 ? Math.floor((LAST_STAN - 1) / BLOCK) * BLOCK + 1 : end - BLOCK;
      this.#forgetOtherDays(shop.id, day);
      this.#blocks.set(key, { terminal, next: start, end });
      return;
    }
    throw new Error(`All ${LAST_TERMINAL} terminals of ${shop.id} have used their numbers of ${day}.`);
  }

  /** Clocks only go forward, so yesterday's block is never asked for again. */
  #forgetOtherDays(shopId: string, day: string): void {
    for (const key of this.#blocks.keys())
      if (key.startsWith(`${shopId} `) && !key.endsWith(day)) this.#blocks.delete(key);
  }
}
