/**
 * What an accountant may set about the shop. Each change is an event of the shop: the log says who set what, and what it was
 * before.
 */
import { actorOf, type MemberCaller } from '../core/caller.js';
import { LARGEST_AMOUNT } from '../core/money.js';
import { refuse } from '../core/refusal.js';
import type { Deps } from '../database/deps.js';
import { Writes, whileOthersAreQuicker } from '../database/writes.js';
import { tell } from '../notifications/tell.js';
import { loadShop, nowAt, type ShopRow } from '../shops/shop.js';
import { requireEmail } from './email.js';

export const REPORT_LOCALES = ['fr', 'en'] as const;
export type ReportLocale = (typeof REPORT_LOCALES)[number];

/** What is absent stays as it is. */
export interface SettingsInput {
  /** The settings this is meant to change: others may have changed them meanwhile. */
  readonly version?: number | null;
  readonly reportRecipients?: readonly string[] | null;
  readonly reportLocale?: ReportLocale | null;
  /** Null takes the ceiling away. */
  readonly operatorCeiling?: bigint | null;
}

type Settings = Pick<ShopRow, 'report_recipients' | 'report_locale' | 'operator_ceiling'>;

/** Refusals: `INPUT_INVALID`, `AMOUNT_NOT_POSSIBLE`, `ACTION_NOT_POSSIBLE` when the version is no longer the one there is. */
export async function updateShopSettings(deps: Deps, caller: MemberCaller, input: SettingsInput): Promise<ShopRow> {
  const wanted = settingsFrom(input);
  const row = await whileOthersAreQuicker(async () => {
    const shop = await loadShop(deps.sql, caller.shopId);
    if (typeof input.version === 'number' && input.version !== shop.sequence)
      throw refuse(
        'ACTION_NOT_POSSIBLE',
        'Somebody else has changed the settings meanwhile; look at them again.',
        'version',
      );
    const changes = changesOf(shop, wanted);
    if (Object.keys(changes).length === 0) return shop;
    const sequence = shop.sequence + 1;
    const writes = new Writes();
    writes.update('shop', { id: shop.id, sequence: shop.sequence }, { ...changes, sequence });
    tell(writes, deps, {
      shopId: shop.id,
      subject: 'SHOP',
      subjectId: shop.id,
      transactionId: null,
      sequence,
      event: 'SETTINGS_CHANGED',
      from: 'ACTIVE',
      to: 'ACTIVE',
      amount: null,
      currency: null,
      actor: actorOf(caller),
      at: nowAt(shop, deps.clock),
      facts: factsOf(shop, changes),
    });
    await writes.commit(deps.sql);
    return { ...shop, ...changes, sequence };
  });
  deps.nudge('OUTBOX');
  return row;
}

function settingsFrom({ reportRecipients, reportLocale, operatorCeiling }: SettingsInput): Partial<Settings> {
  if (typeof operatorCeiling === 'bigint' && operatorCeiling > LARGEST_AMOUNT)
    throw refuse('AMOUNT_NOT_POSSIBLE', 'A ceiling has twelve digits at most.', 'operatorCeiling');
  return {
    ...(reportRecipients ? { report_recipients: requireRecipients(reportRecipients) } : {}),
    ...(reportLocale ? { report_locale: reportLocale } : {}),
    ...(operatorCeiling === undefined ? {} : { operator_ceiling: operatorCeiling }),
  };
}

const RECIPIENTS_MOST = 20;
/** As the HTML standard has it for input fields, 4.10.5.1.5: nothing that a header or an envelope could stumble over. */
const PLAIN_ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

function requireRecipients(addresses: readonly string[]): string[] {
  const path = 'reportRecipients';
  const unique = [...new Set(addresses.map(address => requireEmail(address, path)))];
  if (unique.length > RECIPIENTS_MOST)
    throw refuse('INPUT_INVALID', 'A report goes to 20 addresses at most.', { path, limit: '20 addresses' });
  if (unique.some(address => !PLAIN_ADDRESS.test(address)))
    throw refuse('INPUT_INVALID', 'Not an e-mail address.', path);
  return unique;
}

function changesOf(shop: ShopRow, wanted: Partial<Settings>): Partial<Settings> {
  const entries = Object.entries(wanted).filter(([name, value]) => !isSame(shop[name as keyof Settings], value));
  return Object.fromEntries(entries) as Partial<Settings>;
}

function isSame(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) ? one.join('\n') === other.join('\n') : one === other;
}

/** Addresses are people: the log, which nobody can erase, keeps how many there were, not whose. */
function factsOf(shop: ShopRow, changes: Partial<Settings>): Record<string, unknown> {
  const shown = (settings: Partial<Settings>) => ({
    ...(settings.report_recipients ? { reportRecipients: settings.report_recipients.length } : {}),
    ...(settings.report_locale ? { reportLocale: settings.report_locale } : {}),
    ...(settings.operator_ceiling === undefined
      ? {}
      : { operatorCeiling: settings.operator_ceiling?.toString() ?? null }),
  });
  const names = Object.keys(changes) as (keyof Settings)[];
  const before = Object.fromEntries(names.map(name => [name, shop[name]])) as Partial<Settings>;
  return { before: shown(before), after: shown(changes) };
}
