/** The shops that the seeded payments belong to, each with a key that may read and write everything. */
import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { sandboxRanges } from '../../server/cards/sandbox-ranges.js';
import { businessDayOf, cutOffOf, DEFAULT_CUT_OFF } from '../../server/core/business-day.js';
import { SCOPES } from '../../server/core/caller.js';
import { BRANDS } from '../../server/core/card.js';
import { newId, randomText } from '../../server/core/identifiers.js';
import { addDays } from '../../server/core/time.js';
import { systemClock, systemRandom } from '../../server/adapters/system.js';
import type { SeedPlan } from './functions.js';

export interface SeedShop {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly keyId: string;
  /** Shown by nobody but the seed. */
  readonly apiKey: string;
  readonly otherCurrency: string;
  /** Of a hundred payments. */
  readonly share: number;
}

const PLANNED = [
  { name: 'Maison Lumière', town: 'Lyon', country: 'FR', otherCurrency: 'USD', share: 60 },
  { name: 'Atelier du Port', town: 'Marseille', country: 'FR', otherCurrency: 'GBP', share: 20 },
  { name: 'Librairie du Canal', town: 'Nantes', country: 'FR', otherCurrency: 'USD', share: 12 },
  { name: 'Cycles de l’Erdre', town: 'Rennes', country: 'FR', otherCurrency: 'GBP', share: 6 },
  { name: 'Thé de Minato', town: 'Paris', country: 'FR', otherCurrency: 'JPY', share: 2 },
] as const;

const chanceAt = (at: Date) => ({ clock: { ...systemClock, now: () => at }, random: systemRandom });

export async function openSeedShops(client: Client, plan: SeedPlan): Promise<SeedShop[]> {
  const chance = chanceAt(plan.from);
  await client.query(
    `insert into card_range select * from jsonb_populate_recordset(null::card_range, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(sandboxRanges(plan.from))],
  );
  const shops: SeedShop[] = [];
  for (const planned of PLANNED) {
    const shop = {
      ...planned,
      id: newId('shop', chance),
      prefix: randomText(6, systemRandom).toUpperCase(),
      keyId: newId('key', chance),
      apiKey: `sk_test_${randomBytes(32).toString('base64url')}`,
    };
    await openShop(client, plan, shop);
    shops.push(shop);
  }
  return shops;
}

async function openShop(client: Client, plan: SeedPlan, shop: SeedShop & (typeof PLANNED)[number]): Promise<void> {
  const chance = chanceAt(plan.from);
  const merchant = newId('merchant', chance);
  await client.query('insert into merchant (id, name, created_at) values ($1, $2, $3)', [
    merchant,
    shop.name,
    plan.from,
  ]);
  await client.query(
    `insert into shop (id, merchant_id, name, mode, currencies, brands, time_zone, cut_off, acquirer_id, acceptor, terminal_prefix,
       merchant_category, town, country, enrolled, attempts_allowed, clock_offset_ms, locale, branding, created_at)
     values ($1, $2, $3, 'TEST', $4, $5, $6, $7, '97300001', $8, $9, '5942', $10, $11, true, 3, 0, 'fr', '{}', $12)`,
    [
      shop.id,
      merchant,
      shop.name,
      ['EUR', shop.otherCurrency],
      [...BRANDS],
      DEFAULT_CUT_OFF.zone,
      DEFAULT_CUT_OFF.cutOff,
      `SEED${shop.prefix}`,
      shop.prefix,
      shop.town,
      shop.country,
      plan.from,
    ],
  );
  await client.query(
    `insert into shop_key (id, shop_id, name, hash, scopes, created_by, sequence, created_at)
     values ($1, $2, 'Key of the seed', $3, $4, null, 1, $5)`,
    [shop.keyId, shop.id, createHash('sha256').update(shop.apiKey).digest('hex'), [...SCOPES], plan.from],
  );
  for (const [subject, id] of [
    ['SHOP', shop.id],
    ['KEY', shop.keyId],
  ])
    await client.query(
      `insert into event (id, shop_id, subject, subject_id, sequence, event, from_status, to_status, actor_kind, facts, at, recorded_at)
       values ($1, $2, $3, $4, 1, 'CREATED', 'NEW', 'ACTIVE', 'TILL', '{}', $5, $5)`,
      [newId('event', chance), shop.id, subject, id, plan.from],
    );
  await openToday(client, plan, shop);
}

/** The day that is running: the reports of the year before are not written, and nobody is mailed any. */
async function openToday(client: Client, { until }: SeedPlan, shop: SeedShop): Promise<void> {
  const day = businessDayOf(until, DEFAULT_CUT_OFF);
  await client.query(
    `insert into daily_report (id, shop_id, business_day, from_at, until_at, status, sequence, created_at)
     values ($1, $2, $3, $4, $5, 'OPEN', 0, $6)`,
    [
      newId('report', chanceAt(until)),
      shop.id,
      day,
      cutOffOf(addDays(day, -1), DEFAULT_CUT_OFF),
      cutOffOf(day, DEFAULT_CUT_OFF),
      until,
    ],
  );
}
