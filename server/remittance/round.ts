/**
 * What a round of messages needs to know of the rows they speak of, read in a few statements for all of them.
 */
import type { Advice } from '../core/ports.js';
import { openCardNumber, type CardRow } from '../cards/stored-card.js';
import type { Deps } from '../database/deps.js';
import type { ShopRow } from '../shops/shop.js';
import type { ExchangeRow } from '../transactions/exchange.js';
import type { TransactionRow } from '../transactions/transaction.js';
import type { RemittanceRow } from './remittance.js';

export interface Told {
  readonly exchange: ExchangeRow;
  readonly shop: ShopRow;
  readonly remittance: RemittanceRow;
}

interface Surroundings extends Told {
  readonly transaction: TransactionRow | undefined;
  readonly card: CardRow | undefined;
}

export async function surroundingsOf(deps: Deps, exchanges: readonly ExchangeRow[]): Promise<Surroundings[]> {
  const [shops, remittances, transactions] = await Promise.all([
    read(among(exchanges.map(row => row.shop_id)), ids =>
      deps.sql.selectFrom('shop').selectAll().where('id', 'in', ids).execute(),
    ),
    read(among(exchanges.map(row => row.remittance_id)), ids =>
      deps.sql.selectFrom('remittance').selectAll().where('id', 'in', ids).execute(),
    ),
    read(among(exchanges.map(row => row.transaction_id)), ids =>
      deps.sql.selectFrom('transaction').selectAll().where('id', 'in', ids).execute(),
    ),
  ]);
  const cards = await read(among([...transactions.values()].map(row => row.card_id)), ids =>
    deps.sql.selectFrom('card').selectAll().where('id', 'in', ids).execute(),
  );
  return exchanges.map(exchange => {
    const shop = shops.get(exchange.shop_id);
    const remittance = remittances.get(exchange.remittance_id ?? '');
    if (!shop || !remittance) throw new Error(`The message ${exchange.id} belongs to no remittance.`);
    const transaction = transactions.get(exchange.transaction_id ?? '');
    return { exchange, shop, remittance, transaction, card: cards.get(transaction?.card_id ?? '') };
  });
}

function among(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter(id => id !== null))];
}

async function read<Row extends { readonly id: string }>(
  ids: readonly string[],
  from: (ids: readonly string[]) => Promise<Row[]>,
): Promise<Map<string, Row>> {
  const rows = ids.length === 0 ? [] : await from(ids);
  return new Map(rows.map(row => [row.id, row]));
}

/** The message as it is said: the same at every repeat but for its type. */
export function adviceOf(deps: Deps, around: Surroundings): Advice {
  const { exchange, shop, remittance } = around;
  const base = {
    stan: exchange.stan,
    transmittedAt: exchange.transmitted_at,
    terminal: exchange.terminal,
    acceptor: shop.acceptor,
    acquirerId: shop.acquirer_id,
    timeZone: shop.time_zone,
    repeat: exchange.attempts > 1,
    batch: String(remittance.number),
  };
  if (exchange.kind === 'TOTALS') return { ...base, kind: 'TOTALS', ...totalsOf(remittance) };
  const item = { ...base, ...itemOf(deps, around) };
  if (exchange.kind === 'CAPTURE') return { ...item, kind: 'CAPTURE' };
  const { original_stan: stan, original_transmitted_at: transmittedAt } = exchange;
  if (stan === null || transmittedAt === null) throw new Error(`The refund ${exchange.id} does not say of what.`);
  return { ...item, kind: 'REFUND', original: { stan, transmittedAt } };
}

/** Of a remittance whose items are all answered: what the bank accepted. */
function totalsOf(remittance: RemittanceRow) {
  return {
    currency: remittance.currency,
    debits: { count: remittance.debit_count, amount: remittance.debit_amount },
    credits: { count: remittance.credit_count, amount: remittance.credit_amount },
  };
}

function itemOf(deps: Deps, { exchange, transaction, card }: Surroundings) {
  const { rrn, amount, currency } = exchange;
  if (!transaction || !card || rrn === null || amount === null || currency === null)
    throw new Error(`The message ${exchange.id} does not say what it is about.`);
  return {
    rrn,
    amount: { amount, currency },
    cardNumber: openCardNumber(deps, card),
    expiry: { month: card.expiry_month, year: card.expiry_year },
    authorisationCode: transaction.authorisation_code,
  };
}
