/**
 * A shop as the verbs read it: a plain row, fresh for each operation, because a test shop's clock may have moved.
 */
import type { Selectable } from 'kysely';
import { shopOf, type Context } from '../api/context.js';
import type { Clock } from '../core/ports.js';
import { shopTime } from '../core/time.js';
import type { Sql } from '../database/connection.js';
import type { ShopTable } from '../database/tables.js';

export type ShopRow = Selectable<ShopTable>;

export async function loadShop(database: Sql, shopId: string): Promise<ShopRow> {
  return database.selectFrom('shop').selectAll().where('id', '=', shopId).executeTakeFirstOrThrow();
}

/** The caller's shop as it was when the request came: read with the caller, where that was possible. */
export async function shopOfRequest(context: Context): Promise<ShopRow> {
  return context.shop ?? loadShop(context.deps.sql, shopOf(context));
}

/** What the shop's clock shows. */
export function nowAt(shop: Pick<ShopRow, 'clock_offset_ms'>, clock: Clock): Date {
  return shopTime(clock.now(), Number(shop.clock_offset_ms));
}

/** Where one of the shop's days ends. */
export function cutOffOfShop(shop: Pick<ShopRow, 'time_zone' | 'cut_off'>): { zone: string; cutOff: string } {
  return { zone: shop.time_zone, cutOff: shop.cut_off };
}
