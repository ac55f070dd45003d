/**
 * Exposure (en-cours): what one card did at one shop in a sliding window, from our own book. A card is the same when its keyed
 * fingerprint is; that is another one in every shop, so what a card does elsewhere cannot count.
 */
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { addTime, DAY_ms } from '../core/time.js';
import type { Deps } from '../database/deps.js';
import { loadShop, nowAt } from '../shops/shop.js';

/** How many times 24 hours each window is long. */
export const EXPOSURE_WINDOWS = { DAY_1: 1, DAYS_7: 7, DAYS_30: 30 } as const;
export type ExposureWindow = keyof typeof EXPOSURE_WINDOWS;

export interface Exposure {
  /** Transactions that were authorised. */
  readonly count: number;
  /** What was authorised of each currency. Currencies are never added to each other. */
  readonly amounts: readonly { readonly currency: string; readonly amount: bigint }[];
  /** Transactions that the issuer declined or our rules refused. */
  readonly refused: number;
  readonly firstSeen: Date | null;
  readonly lastSeen: Date | null;
}

const NEVER_SEEN: Exposure = { count: 0, amounts: [], refused: 0, firstSeen: null, lastSeen: null };

export type ExposureLoader = DataLoader<string, Exposure>;

/** Exposures by fingerprint, up to now by the shop's clock; all cards of a list in one statement. */
export function exposureLoader(deps: Deps, shopId: string, window: ExposureWindow): ExposureLoader {
  return new DataLoader(async fingerprints => {
    const until = nowAt(await loadShop(deps.sql, shopId), deps.clock);
    const from = addTime(until, -EXPOSURE_WINDOWS[window] * DAY_ms);
    const seen = await readSeen(deps, shopId, fingerprints, from, until);
    const byCard = Map.groupBy(seen, row => row.fingerprint);
    return fingerprints.map(fingerprint => together(byCard.get(fingerprint) ?? []));
  });
}

function readSeen(deps: Deps, shopId: string, fingerprints: readonly string[], from: Date, until: Date) {
  return deps.sql
    .selectFrom('transaction')
    .where('shop_id', '=', shopId)
    .where('card_fingerprint', '=', sql<string>`any(${[...fingerprints]})`)
    .where('created_at', '>', from)
    .where('created_at', '<=', until)
    .groupBy(['card_fingerprint', 'currency'])
    .select(({ fn }) => [
      'card_fingerprint as fingerprint',
      'currency',
      fn.countAll<bigint>().filterWhere('authorised', '>', 0n).as('count'),
      fn.countAll<bigint>().filterWhere('status', 'in', ['DECLINED', 'REFUSED']).as('refused'),
      // numeric, which the driver gives as text: a sum of bigints may be no bigint.
      fn.sum<string>('authorised').as('amount'),
      fn.min('created_at').as('first'),
      fn.max('created_at').as('last'),
    ])
    .orderBy('amount', 'desc')
    .orderBy('currency')
    .execute();
}

function together(rows: Awaited<ReturnType<typeof readSeen>>): Exposure {
  return rows.reduce<Exposure>((all, row) => {
    const amount = BigInt(row.amount);
    return {
      count: all.count + Number(row.count),
      amounts: amount > 0n ? [...all.amounts, { currency: row.currency, amount }] : all.amounts,
      refused: all.refused + Number(row.refused),
      firstSeen: all.firstSeen && all.firstSeen < row.first ? all.firstSeen : row.first,
      lastSeen: all.lastSeen && all.lastSeen > row.last ? all.lastSeen : row.last,
    };
  }, NEVER_SEEN);
}
